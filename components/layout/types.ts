/** A server action, or the address of a plain form POST. Fields: `locale` or `theme`, and `returnTo` where one is given. */
export type FormAction = string | ((form: FormData) => void | Promise<void>);

export const iconNames = [
  "home",
  "new",
  "history",
  "settings",
  "sharing",
  "teams",
  "people",
  "compare",
  "cohort",
  "import",
  "models",
  "help",
] as const;
export type IconName = (typeof iconNames)[number];

export type NavItem = { href: string; label: string; icon: IconName };
export type TextLink = { href: string; label: string };

export type LocaleOption = {
  code: string;
  /** In its own language: "Español". */
  label: string;
};
export type LocaleSwitchProps = { label: string; locale: string; options: readonly LocaleOption[]; action: FormAction };

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export type ThemeSwitchProps = { label: string; theme: Theme; labels: Readonly<Record<Theme, string>>; action: FormAction };
