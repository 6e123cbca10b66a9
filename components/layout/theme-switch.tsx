import { Monitor, Moon, Sun } from "lucide-react";
import { cn } from "../ui/cn";
import { type ThemeSwitchProps, themes } from "./types";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeSwitch({ label, theme, labels, action, className }: ThemeSwitchProps & { className?: string }) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined} className={className}>
      <fieldset className="flex">
        <legend className="sr-only">{label}</legend>
        {themes.map((each) => {
          const Icon = icons[each];
          const current = each === theme;
          return (
            <button
              key={each}
              type="submit"
              name="theme"
              value={each}
              aria-label={labels[each]}
              title={labels[each]}
              aria-pressed={current}
              className={cn(
                "grid size-11 place-items-center rounded-md border-b-2",
                current ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              <Icon aria-hidden="true" className="size-5" />
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
