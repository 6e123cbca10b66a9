import { FilterForm, type FormInput, type FormSelect } from "@/components/cohort/filter-form";
import { type Cohort, type CohortOverview, cohortZones, mostCorrelated, takesPersonFilters } from "@/lib/data/cohort";
import { getTranslations } from "@/lib/i18n/server";
import { ageBands } from "@/lib/measurements/age-bands";
import { field } from "@/lib/measurements/dictionary";
import { labelOf, type Reader } from "@/lib/measurements/text";
import { displayUnit, toEntry } from "@/lib/measurements/units";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { addressOf, type Choice, type chooseMetrics, divisionOf } from "./choice";
import type { CohortWords } from "./words";

type Props = {
  choice: Choice;
  cohort: Cohort;
  overview: CohortOverview;
  drawn: ReturnType<typeof chooseMetrics>;
  teams: readonly { id: string; name: string }[];
  words: CohortWords;
  reader: Reader;
};

/** The form of all views: what is drawn in sight, whose numbers they are one tap away. */
export async function CohortForm({ choice, cohort, overview, drawn, teams, words, reader }: Props) {
  const [t, common] = await Promise.all([getTranslations("cohort"), getTranslations("common")]);
  const { scope, filters } = cohort;
  const everyone = scope.kind === "everyone";
  const narrows = takesPersonFilters(cohort, divisionOf(choice));
  const metrics = overview.metrics.map(({ code, people }) => ({
    value: code,
    label: t("form.counted", { metric: labelOf(code, reader.locale), count: people }),
  }));
  const metric = (name: "x" | "y", label: string): FormSelect => ({ name, label, value: drawn?.[name] ?? "", options: metrics });
  const colours = (["zone", "sex"] as const).map((value) => ({ value, label: t(`by.${value}`) }));
  const groups = (["zone", "sex", "age"] as const).map((value) => ({ value, label: t(`by.${value}`) }));
  const shown: Record<Choice["view"], FormSelect[]> = {
    scatter: [
      metric("x", t("form.x")),
      metric("y", t("form.y")),
      ...(everyone ? [] : [{ name: "colour", label: t("form.colour"), value: choice.colour, options: colours }]),
    ],
    means: [metric("x", t("form.measurement"))],
    histogram: [metric("x", t("form.measurement"))],
    boxes: [metric("x", t("form.measurement")), { name: "by", label: t("form.by"), value: choice.by, options: groups }],
    correlations: [],
  };
  const whose: FormSelect = {
    name: "team",
    label: t("scope.label"),
    value: scope.kind === "team" ? scope.teamId : scope.kind === "teams" ? "all" : "everyone",
    options: [
      ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ...(teams.length > 1 ? [{ value: "all", label: t("scope.all") }] : []),
      { value: "everyone", label: t("scope.everyone") },
    ],
  };
  return (
    <FilterForm
      action="/cohort"
      kept={keptOf(
        choice,
        shown[choice.view].map(({ name }) => name),
        reader.preferences.mass,
      )}
      shown={drawn ? shown[choice.view] : []}
      list={
        choice.view === "correlations" && drawn
          ? {
              name: "metric",
              legend: t("form.metrics", { most: mostCorrelated }),
              options: metrics.map((option) => ({ ...option, checked: drawn.metrics.includes(option.value) })),
            }
          : undefined
      }
      filters={{
        selects: [
          whose,
          {
            name: "protocol",
            label: t("form.protocol"),
            value: filters.protocol,
            options: protocolSchema.options.map((value) => ({ value, label: common(`protocol.${value}`) })),
          },
          ...(narrows
            ? [
                {
                  name: "sex",
                  label: t("form.sex"),
                  value: filters.sex ?? "",
                  options: [
                    { value: "", label: t("form.anySex") },
                    ...(["female", "male"] as const).map((value) => ({ value, label: common(`sex.${value}`) })),
                  ],
                },
              ]
            : []),
        ],
        lists: [
          ...(narrows
            ? [
                {
                  name: "age",
                  legend: t("form.age"),
                  options: ageBands.map(({ key }) => ({ value: key, label: words.ages(key), checked: filters.ageBands.includes(key) })),
                },
              ]
            : []),
          ...(everyone
            ? []
            : [
                {
                  name: "zone",
                  legend: t("form.zone"),
                  options: cohortZones.map((value) => ({ value, label: words.zone(value), checked: filters.zones.includes(value) })),
                },
              ]),
        ],
        inputs: everyone ? [] : await boundInputs(cohort, reader),
        note: everyone ? t(narrows ? "form.everyone" : "everyone.whole") : undefined,
        words: { title: t("form.filters"), reset: t("form.reset") },
        resetHref: addressOf({ ...choice, ...noFilters }),
      }}
      words={{ title: t("form.title"), apply: t("form.apply") }}
    />
  );
}

/** What takes every filter off a choice. */
export const noFilters = {
  zones: [],
  sex: null,
  ageBands: [],
  weight: { from: null, to: null },
  dates: { from: null, to: null },
} satisfies Partial<Choice>;

/** What other views show, so that a person finds it again there. */
function keptOf({ view, x, y, colour, by, metrics }: Choice, asked: readonly string[], mass: string): { name: string; value: string }[] {
  const single = Object.entries({ x, y, colour, by }).flatMap(([name, value]) =>
    value === null || asked.includes(name) ? [] : [{ name, value }],
  );
  return [
    { name: "view", value: view },
    { name: "mass", value: mass },
    ...single,
    ...(view === "correlations" ? [] : metrics.map((value) => ({ name: "metric", value }))),
  ];
}

async function boundInputs({ filters }: Cohort, reader: Reader): Promise<FormInput[]> {
  const t = await getTranslations("cohort.form");
  const weight = field("weight_kg");
  if (weight.kind !== "number") return [];
  const unit = displayUnit(weight, reader.preferences, reader.locale);
  const entry = (value: number | null) => (value === null ? "" : toEntry(value, weight, reader.preferences, reader.locale));
  return [
    { name: "weightFrom", label: t("weightFrom"), value: entry(filters.weight.from), type: "number", unit },
    { name: "weightTo", label: t("weightTo"), value: entry(filters.weight.to), type: "number", unit },
    { name: "from", label: t("from"), value: filters.dates.from ?? "", type: "date" },
    { name: "to", label: t("to"), value: filters.dates.to ?? "", type: "date" },
  ];
}
