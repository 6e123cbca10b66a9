import { cn } from "./cn";
import { FieldError, Hint } from "./messages";

export type RadioOption = { value: string; label: string; hint?: string };
export type RadioGroupProps = {
  id: string;
  name: string;
  legend: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  required?: boolean;
  hint?: string;
  error?: string;
  /** `segments`: one row, for two to four short words. `list`: one line each, with hints. */
  layout?: "segments" | "list";
  className?: string;
};

const shape = {
  segments: "flex-1 justify-center rounded-md px-3 text-center has-checked:bg-accent has-checked:text-accent-ink",
  list: "justify-start rounded-md border border-edge bg-surface px-4 py-3 has-checked:border-accent has-checked:bg-accent-surface",
} as const;

export function RadioGroup({
  id,
  name,
  legend,
  options,
  defaultValue,
  required,
  hint,
  error,
  layout = "segments",
  className,
}: RadioGroupProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const segments = layout === "segments";
  return (
    <fieldset id={id} aria-describedby={described || undefined} className={cn("grid min-w-0 gap-2", className)}>
      <legend className="mb-2 font-medium text-ink">{legend}</legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      <div className={segments ? cn("flex gap-1 rounded-lg border bg-surface p-1", error ? "border-danger" : "border-edge") : "grid gap-2"}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "flex min-h-11 items-center gap-3 text-ink transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
              shape[layout],
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              className={segments ? "sr-only" : "size-5 shrink-0 outline-none"}
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              {option.hint && <span className="block text-muted text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
