import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { registry } from "@/lib/inference";
import { inputNames, sureness } from "../models/describe";

/** What each model at work cannot do without, from its card. */
export async function ModelInputs() {
  const locale = localeSchema.parse(await getLocale());
  const { models } = await registry();
  return <ModelLines lines={models.map(({ card }) => ({ ...nameOf(card, locale), text: inputNames(card, locale).needed }))} />;
}

/** How sure each model at work is, from its card. */
export async function ModelSureness() {
  const [sure, current] = await Promise.all([getTranslations("models.sure"), getLocale()]);
  const locale = localeSchema.parse(current);
  const { models } = await registry();
  return <ModelLines lines={models.map(({ card }) => ({ ...nameOf(card, locale), text: sureness(card, sure, locale).join(" ") }))} />;
}

function nameOf({ name, title }: { name: string; title: { en: string; es: string } }, locale: "en" | "es") {
  return { name, title: title[locale] };
}

async function ModelLines({ lines }: { lines: readonly { name: string; title: string; text: string }[] }) {
  const t = await getTranslations("faq");
  if (lines.length === 0) return <p className="text-muted">{t("noModels")}</p>;
  return (
    <dl className="grid gap-3 border-s-2 ps-4">
      {lines.map(({ name, title, text }) => (
        <div key={name}>
          <dt>
            <a href={`/models/${name}`} className="prose-link">
              {title}
            </a>
          </dt>
          <dd className="text-muted first-letter:uppercase">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
