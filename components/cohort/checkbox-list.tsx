import { cn } from "../ui/cn";

export type CheckboxListProps = {
  name: string;
  legend: string;
  hideLegend?: boolean;
  options: readonly { value: string; label: string; checked: boolean }[];
};

/** Several of a few, side by side; none checked means all. */
export function CheckboxList({ name, legend, hideLegend = false, options }: CheckboxListProps) {
  return (
    <fieldset className="min-w-0">
      <legend className={cn("font-medium", hideLegend && "sr-only")}>{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label, checked }) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input type="checkbox" name={name} value={value} defaultChecked={checked} className="size-5 shrink-0" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
