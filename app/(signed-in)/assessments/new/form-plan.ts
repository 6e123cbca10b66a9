import "server-only";
import type { AnswerView, ConditionName, FormPlan } from "@/components/assessment/types";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { type Card, registry } from "@/lib/inference";
import { conditionFields, injury, locationsOf } from "@/lib/measurements/conditions";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { groupLabels, groupSchema, type Locale, localeSchema } from "@/lib/measurements/vocabulary";
import { formFields } from "./form-fields";
import { needsOf } from "./model-needs";

type About = { preferences: UnitPreferences; person: FormPlan["person"] };

/** Everything the assessment form shows, for the language of this request. */
export async function formPlan({ preferences, person }: About): Promise<FormPlan> {
  const [t, tag, { models }] = await Promise.all([getTranslations("assessment"), getLocale(), registry()]);
  const locale = localeSchema.parse(tag);
  const cards = models
    .map(({ card }) => card)
    .sort((one, other) => one.question.localeCompare(other.question) || one.uncertainty - other.uncertainty);
  return {
    fields: formFields({ locale, preferences, between: (low, high) => t("between", { low, high }) }),
    groups: groupSchema.options.map((group) => ({ group, label: group === "gait" ? t("gait.group") : groupLabels[group][locale] })),
    choices: choicesOf(locale),
    locations: Object.fromEntries(Object.keys(injury.region.labels).map((region) => [region, locationsOf(region)])),
    answers: await Promise.all(cards.map((card) => answerOf(card, locale))),
    preferences,
    person,
  };
}

function choicesOf(locale: Locale): FormPlan["choices"] {
  const fields = conditionFields(locale);
  const choice = (name: ConditionName) => {
    const found = fields.find((field) => field.name === name);
    return { label: found?.label ?? name, options: found?.options ?? [] };
  };
  return {
    protocol: choice("protocol"),
    reason: choice("reason"),
    footwear: choice("footwear"),
    surface: choice("surface"),
    device: choice("device"),
    injuryRegion: choice("injuryRegion"),
    injuryLocation: choice("injuryLocation"),
    injurySide: choice("injurySide"),
  };
}

async function answerOf(card: Card, locale: Locale): Promise<AnswerView> {
  const [t, common] = await Promise.all([getTranslations("assessment.answers"), getTranslations("common.zone")]);
  const zones = card.output.kind === "classification" ? card.output.zones : [];
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const gives =
    card.output.kind === "regression"
      ? t("age", { years: Math.round(card.uncertainty) })
      : zones.length > 0
        ? t("zones", { zones: list.format(zones.map((zone) => (common.has(zone) ? common(zone) : zone).toLocaleLowerCase(locale))) })
        : t("injured");
  return { model: card.name, protocol: card.protocol, title: card.title[locale], gives, needs: needsOf(card, locale) };
}
