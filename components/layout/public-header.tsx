import { Wordmark } from "../brand/wordmark";
import { AnchorButton } from "../ui/anchor-button";
import { LocaleSwitch } from "./locale-switch";
import { Menu } from "./menu";
import { ThemeSwitch } from "./theme-switch";
import type { LocaleSwitchProps, TextLink, ThemeSwitchProps } from "./types";

export type PublicHeaderProps = {
  home: TextLink;
  navLabel: string;
  menuLabel: string;
  links: readonly TextLink[];
  signIn: TextLink;
  locale: LocaleSwitchProps;
  theme: ThemeSwitchProps;
};

export function PublicHeader({ home, navLabel, menuLabel, links, signIn, locale, theme }: PublicHeaderProps) {
  return (
    <header className="no-print relative border-b bg-paper">
      <div className="mx-auto flex min-h-16 max-w-page items-center gap-2 px-4 sm:px-6">
        <a href={home.href} aria-label={home.label} className="-ms-1 flex min-h-11 items-center rounded-md px-1">
          <Wordmark />
        </a>
        <nav aria-label={navLabel} className="ms-6 hidden gap-2 desk:flex">
          {links.map((link) => (
            <a key={link.href} href={link.href} className="flex min-h-11 items-center rounded-md px-2 text-muted text-sm hover:text-ink">
              {link.label}
            </a>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-2">
          <LocaleSwitch {...locale} className="hidden desk:block" />
          <ThemeSwitch {...theme} className="hidden desk:block" />
          <AnchorButton href={signIn.href} variant="secondary" size="small">
            {signIn.label}
          </AnchorButton>
          <Menu label={menuLabel} className="desk:hidden">
            <nav aria-label={navLabel} className="grid">
              {links.map((link) => (
                <a key={link.href} href={link.href} className="flex min-h-12 items-center border-b">
                  {link.label}
                </a>
              ))}
            </nav>
            <div className="-mx-2 flex justify-between pt-3">
              <LocaleSwitch {...locale} />
              <ThemeSwitch {...theme} />
            </div>
          </Menu>
        </div>
      </div>
    </header>
  );
}
