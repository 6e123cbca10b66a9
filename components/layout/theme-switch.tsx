import { Monitor, Moon, Sun } from "lucide";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { type ThemeSwitchProps, themes } from "./types";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeSwitch({ label, theme, labels, action, className }: ThemeSwitchProps & { className?: string }) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined} className={className}>
      <fieldset className="flex">
        <legend className="sr-only">{label}</legend>
        {themes.map((each) => {
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
              className={cn("grid size-11 place-items-center rounded-md", current ? "text-ink" : "text-muted hover:text-ink")}
            >
              <span className={cn("border-b-2 pb-1", current ? "border-accent" : "border-transparent")}>
                <Icon of={icons[each]} className="size-5" />
              </span>
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
