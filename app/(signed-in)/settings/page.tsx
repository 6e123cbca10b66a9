import type { Metadata } from "next";
import { shellParts, signOutWords } from "@/app/shell";
import { SignOut } from "@/components/account/sign-out";
import { UnitsForm } from "@/components/account/units-form";
import { LocaleSwitch } from "@/components/layout/locale-switch";
import { Main } from "@/components/layout/main";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import { readOwnAthlete } from "@/lib/data/athletes";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { type UnitPreferences, unitPreferencesSchema } from "@/lib/measurements/unit-preferences";
import { saveUnits } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const viewer = await requireViewer("/settings");
  const [t, common, format, parts, athlete] = await Promise.all([
    getTranslations("settings"),
    getTranslations("common"),
    getRegionalFormatter(),
    shellParts(),
    readOwnAthlete(viewer),
  ]);
  const [programs, safety] = await Promise.all([getTranslations("api.tokens.link"), getTranslations("security")]);
  const facts = [
    { label: t("account.name"), text: viewer.name },
    { label: t("account.email"), text: viewer.email },
    ...(athlete
      ? [
          { label: t("account.birthDate"), text: format.dateTime(new Date(athlete.birthDate), { dateStyle: "long", timeZone: "UTC" }) },
          { label: t("account.sex"), text: common(`sex.${athlete.sex}`) },
        ]
      : []),
  ];
  return (
    <Main width="prose">
      <PageHeader title={t("title")} />
      <Section id="units" title={t("units.title")} lead={t("units.lead")}>
        <UnitsForm
          action={saveUnits}
          fields={await unitFields(viewer.units)}
          words={{ save: t("units.save"), saved: t("units.saved"), failed: t("units.failed") }}
        />
      </Section>
      <Section id="display" title={t("display.title")} lead={t("display.lead")}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-8 gap-y-2">
          <dt className="text-muted">{t("display.language")}</dt>
          <dd>
            <LocaleSwitch {...parts.locale} />
          </dd>
          <dt className="text-muted">{t("display.theme")}</dt>
          <dd>
            <ThemeSwitch {...parts.theme} />
          </dd>
        </dl>
      </Section>
      <Section id="sharing" title={t("sharing.title")}>
        <p className="max-w-prose">{t("sharing.text")}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="secondary" href="/sharing">
            {t("sharing.toSharing")}
          </LinkButton>
          <LinkButton variant="secondary" href="/teams">
            {t("sharing.toTeams")}
          </LinkButton>
        </div>
      </Section>
      <Section id="data" title={t("data.title")} lead={t("data.text")}>
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="secondary" href="/settings/data">
            {t("data.open")}
          </LinkButton>
          <LinkButton variant="secondary" href="/import">
            {t("data.import")}
          </LinkButton>
          <LinkButton variant="secondary" href="/export">
            {t("data.export")}
          </LinkButton>
        </div>
      </Section>
      <Section id="programs" title={programs("title")}>
        <p className="max-w-prose">{programs("text")}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="secondary" href="/settings/tokens">
            {programs("action")}
          </LinkButton>
        </div>
      </Section>
      <Section id="account" title={t("account.title")}>
        <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
          {facts.map(({ label, text }) => (
            <div key={label} className="grid sm:contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 break-words">{text}</dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <LinkButton variant="secondary" href="/settings/account">
            {t("account.change")}
          </LinkButton>
          <LinkButton variant="secondary" href="/settings/security">
            {safety("link")}
          </LinkButton>
        </div>
        <div className="flex flex-wrap items-center gap-x-4">
          <SignOut words={await signOutWords()} />
          <p className="text-muted text-sm">{t("account.signOut")}</p>
        </div>
      </Section>
    </Main>
  );
}

async function unitFields(units: UnitPreferences) {
  const t = await getTranslations("settings.units");
  const { shape } = unitPreferencesSchema;
  const field = <Unit extends string>(name: keyof UnitPreferences, choices: readonly Unit[], label: (unit: Unit) => string) => ({
    name,
    label: t(name),
    chosen: units[name],
    options: choices.map((unit) => ({ value: unit, label: label(unit) })),
  });
  return [
    field("speed", shape.speed.options, (unit) => t(`options.${unit}`)),
    field("height", shape.height.options, (unit) => t(`options.${unit}`)),
    field("mass", shape.mass.options, (unit) => t(`options.${unit}`)),
    field("length", shape.length.options, (unit) => t(unit === "ft" ? "options.feet" : `options.${unit}`)),
  ];
}
