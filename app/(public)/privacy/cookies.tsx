import { Section } from "@/components/ui/section";
import { localeCookie, themeCookie } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";

const cookies = [
  { key: "session", name: "next-auth.session-token" },
  { key: "csrf", name: "next-auth.csrf-token" },
  { key: "callback", name: "next-auth.callback-url" },
  { key: "device", name: "known-device" },
  { key: "shared", name: "shared-device" },
  { key: "locale", name: localeCookie },
  { key: "theme", name: themeCookie },
] as const;

export async function Cookies() {
  const t = await getTranslations("privacy.cookies");
  return (
    <Section id="cookies" title={t("title")} lead={t("lead")}>
      <dl className="border-t">
        {cookies.map(({ key, name }) => (
          <div key={key} className="grid gap-1 border-b py-3 sm:grid-cols-2 sm:gap-8">
            <dt>
              <code className="break-all text-sm">{name}</code>
            </dt>
            <dd className="text-muted">
              {t(`${key}.purpose`)}. {t(`${key}.lasts`)}.
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted text-sm">{t("note")}</p>
    </Section>
  );
}
