import { ChevronDown } from "lucide";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlVariants } from "./control";
import { Icon } from "./icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: readonly SelectOption[];
  /** The first, empty choice. */
  placeholder?: string;
};

export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select className={cn(controlVariants(), "appearance-none truncate pe-10", className)} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-muted" />
    </span>
  );
}
