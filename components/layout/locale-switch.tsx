import { cn } from "../ui/cn";
import type { LocaleSwitchProps } from "./types";

export function LocaleSwitch({ label, locale, options, action, className }: LocaleSwitchProps & { className?: string }) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined} className={className}>
      <fieldset className="flex">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => {
          const current = option.code === locale;
          return (
            <button
              key={option.code}
              type="submit"
              name="locale"
              value={option.code}
              lang={option.code}
              aria-label={option.label}
              aria-pressed={current}
              className={cn(
                "min-h-11 min-w-11 rounded-md px-2 font-medium text-sm uppercase",
                current ? "text-ink underline decoration-2 decoration-accent underline-offset-8" : "text-muted hover:text-ink",
              )}
            >
              {option.code}
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
