import { Footfall } from "../brand/footfall";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";
import type { LocaleSwitchProps, TextLink, ThemeSwitchProps } from "./types";

export type FooterProps = {
  navLabel: string;
  links: readonly TextLink[];
  /** One line: what Marcha is not. */
  note: string;
  locale: LocaleSwitchProps;
  theme: ThemeSwitchProps;
};

export function Footer({ navLabel, links, note, locale, theme }: FooterProps) {
  return (
    <footer className="no-print mt-auto border-t">
      <div className="mx-auto grid max-w-page gap-4 px-4 py-6 text-muted text-sm sm:px-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <nav aria-label={navLabel} className="-mx-2 flex flex-wrap">
            {links.map((link) => (
              <a key={link.href} href={link.href} className="flex min-h-11 items-center rounded-md px-2 hover:text-ink">
                {link.label}
              </a>
            ))}
          </nav>
          <div className="-mx-2 flex flex-wrap">
            <LocaleSwitch {...locale} />
            <ThemeSwitch {...theme} />
          </div>
        </div>
        <p className="flex max-w-prose gap-3">
          <Footfall className="mt-0.5 h-4 w-6 shrink-0 stroke-reference" />
          {note}
        </p>
      </div>
    </footer>
  );
}
