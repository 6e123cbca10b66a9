import { type ZoneName, zoneNames } from "@/components/charts/body/shapes";
import type { Report } from "@/components/report/types";
import type { AssessmentDetail, AssessmentSummary } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { chosen, leadingClass } from "@/lib/inference";
import type { Reader } from "@/lib/measurements/text";
import { ofHundred, shareSentence, verdictOf, zoneLevel } from "../../injury-words";
import { measuredRows } from "../../measured-rows";
import { measuredWords } from "../../measured-words";
import { ageReasonRows, injuryReasonRows } from "../../reason-rows";
import { gaitAge, resultSentence } from "../../sentence";

const mostReasons = 3;
const longestName = 60;

/** An assessment as its report says it, in the reader's words and units. */
export async function reportOf(detail: AssessmentDetail, all: readonly AssessmentSummary[], reader: Reader): Promise<Report> {
  const [t, r, common, format] = await Promise.all([
    getTranslations("result"),
    getTranslations("report"),
    getTranslations("common"),
    getRegionalFormatter(),
  ]);
  const { athlete } = detail;
  // The reader may be anybody: it speaks of the person by name.
  const told = { ...detail, own: false };
  const sentence = resultSentence(t, told);
  const date = format.dateTime(detail.measuredAt, { dateStyle: "long", timeZone: detail.timeZone });
  const born = format.dateTime(new Date(athlete.birthDate), { dateStyle: "long", timeZone: "UTC" });
  const name = athlete.name.length > longestName ? `${athlete.name.slice(0, longestName)}…` : athlete.name;
  return {
    language: reader.locale,
    fileTitle: r("fileTitle", { date }),
    kind: r("kind", { protocol: common(`protocol.${detail.protocol}`) }),
    person: [
      [r("name"), name],
      [r("born"), `${born}, ${common(`sex.${athlete.sex}`)}`],
      [r("assessed"), date],
      ...(detail.recordedBy ? [[r("by"), detail.recordedBy.name.slice(0, longestName)] as const] : []),
    ],
    title: sentence.title,
    lead: sentence.lead,
    age: await agePart(told),
    injury: await injuryPart(told),
    reasonsTitle: t("reasons.title"),
    reasons: await reasonParts(told, reader),
    measured: await measuredPart(told, reader),
    trend: await trendPart(all, detail),
    cautions: { title: t("cautions.title"), lines: [t("cautions.device"), t("cautions.speed"), r("clinician")] },
    models: r("models", { models: detail.predictions.map(({ model, version }) => `${model} ${version}`).join(" · ") || "–" }),
    foot: [r("printed", { date: format.dateTime(new Date(), { dateStyle: "long", timeZone: detail.timeZone }) }), detail.id],
  };
}

async function agePart(detail: AssessmentDetail): Promise<Report["age"]> {
  const [t, span, age] = [await getTranslations("result.age"), gaitAge(detail), detail.athlete.ageAtAssessment];
  if (!span || age === null) return null;
  return { title: t("title"), ...span, age, ageLabel: t("tick", { age, own: "false" }), note: `${t("lead")} ${t("note")}` };
}

async function injuryPart(detail: AssessmentDetail): Promise<Report["injury"]> {
  const outcome = chosen(detail.predictions, "injury")?.outcome;
  if (outcome?.kind !== "classification") return null;
  const [t, r, common] = [await getTranslations("result"), await getTranslations("report"), await getTranslations("common")];
  const leading = leadingClass(outcome);
  const share = leading ? shareSentence(t, outcome, leading, detail.protocol) : "";
  const levelOf = (zone: ZoneName) => {
    const entry = outcome.classes.find((each) => each.zone && each.name === zone);
    return entry ? zoneLevel(entry) : null;
  };
  const known = outcome.classes.some((entry) => entry.zone);
  return {
    title: t("injury.title"),
    sentence: [verdictOf(t, outcome), share].filter(Boolean).join(" "),
    zones: known
      ? {
          back: levelOf("back"),
          hip: levelOf("hip"),
          thigh: levelOf("thigh"),
          knee: levelOf("knee"),
          leg: levelOf("leg"),
          ankle: levelOf("ankle"),
          foot: levelOf("foot"),
        }
      : null,
    hatched: known && zoneNames.some((zone) => levelOf(zone) === null) ? t("injury.labels.notAssessed") : null,
    bars: outcome.classes.map((entry) => ({
      label: common.has(`zone.${entry.name}`) ? common(`zone.${entry.name}`) : entry.name,
      share: ofHundred(entry.share),
      base: ofHundred(entry.base),
      text: t("injury.bars.row", { share: ofHundred(entry.share), base: ofHundred(entry.base) }),
    })),
    barsNote: r("barsNote"),
    note: t("injury.notFuture", { own: "false" }),
  };
}

async function reasonParts(detail: AssessmentDetail, reader: Reader): Promise<Report["reasons"]> {
  const t = await getTranslations("result.reasons");
  const [age, injury] = [chosen(detail.predictions, "age"), chosen(detail.predictions, "injury")];
  const parts = [
    { title: t("agePicture"), rows: age && (await ageReasonRows(age, reader)) },
    { title: t("injuryPicture"), rows: injury && (await injuryReasonRows(injury, reader)) },
  ];
  return parts.flatMap(({ title, rows }) =>
    rows ? [{ title, rows: rows.slice(0, mostReasons).map(({ label, valueText }) => ({ label, effect: valueText })) }] : [],
  );
}

async function measuredPart(detail: AssessmentDetail, reader: Reader): Promise<Report["measured"]> {
  const [t, r, words] = [await getTranslations("result.measured"), await getTranslations("report"), await measuredWords(reader)];
  // Step-to-step deviations and what was found absent are for the screen.
  const rows = measuredRows(detail.measurements, detail.protocol)
    .flatMap((group) => group.rows)
    .filter((row) => !row.deviation && [row.left, row.right, row.both].some((value) => value !== undefined && value !== "absent"));
  const blank = (text: string) => (text === "–" ? "" : text);
  return {
    title: t("title"),
    columns: [t("columns.what"), t("columns.both"), t("columns.left"), t("columns.right"), t("columns.difference")],
    rows: rows.map((row) => ({
      id: row.field.code,
      cells: [
        words.label(row),
        blank(words.text(row, row.both)),
        blank(words.text(row, row.left)),
        blank(words.text(row, row.right)),
        blank(words.difference(row)),
      ],
    })),
    more: (left) => (left > 0 ? r("more", { count: left }) : null),
  };
}

async function trendPart(all: readonly AssessmentSummary[], detail: AssessmentDetail): Promise<Report["trend"]> {
  const points = all
    .filter(({ protocol, measuredAt }) => protocol === detail.protocol && measuredAt <= detail.measuredAt)
    .flatMap((each) => {
      const span = gaitAge(each);
      return span ? [{ at: each.measuredAt.getTime(), ...span }] : [];
    })
    .toSorted((one, other) => one.at - other.at);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const [r, format] = [await getTranslations("report"), await getRegionalFormatter()];
  const day = (at: number) => format.dateTime(new Date(at), { dateStyle: "medium", timeZone: "UTC" });
  return { title: r("trend", { count: points.length }), points, from: day(first.at), to: day(last.at) };
}
