import { conditionsSchema } from "@/lib/measurements/conditions";
import { plainDate } from "@/lib/measurements/dates";
import { dictionary, rangeOf } from "@/lib/measurements/dictionary";
import { parseNumber } from "@/lib/measurements/numbers";
import { type MeasurementError, parseMeasurements } from "@/lib/measurements/schema";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { readAthlete } from "./athlete-reference";
import { convertText, suspectedUnit } from "./conversions";
import type { ColumnChoice, ImportPlan } from "./plan";
import { isBlank } from "./records";
import { seedFindings } from "./seed-tests";
import { codedTest, type FactTarget, isFactTarget, measuredField } from "./targets";
import { dateOf, instantOf } from "./times";
import type { CheckedRow, ProblemCode, RowNote, RowProblem, SourceRow } from "./types";
import { factWord, findingWord } from "./words";

const longestNotes = 4000;
/** Control characters but for line breaks and tabs: the database does not take all of them. */
const controls = /[^\P{Cc}\n\r\t]/gu;

/**
 * A row as the assessment it stands for, or every reason against it. Says nothing about records: whose row it is, and whether
 * it is there already, is asked where they are kept.
 */
export function checkRow(plan: ImportPlan, row: SourceRow, now: Date): CheckedRow {
  if (row.problem) return { ok: false, problems: [{ column: null, value: row.cells.join(" ").slice(0, 200), code: row.problem }] };
  const cells = cellsOf(plan, row);
  const problems: RowProblem[] = [];
  const complain = (target: string, code: ProblemCode, more: Partial<RowProblem> = {}) => {
    const cell = cells.get(target);
    problems.push({ column: cell?.choice.source ?? null, value: cell?.text ?? "", code, ...more });
  };
  const textOf = (fact: FactTarget) => cells.get(fact)?.text ?? "";

  const when = readTime(plan, textOf, now);
  if (!when.ok) complain("measured_at", when.code);
  const protocol =
    textOf("protocol") === "" ? plan.rules.protocol : protocolSchema.safeParse(factWord("protocol", textOf("protocol"))).data;
  if (protocol === null) complain("protocol", "no_protocol");
  if (protocol === undefined) complain("protocol", "not_a_word");

  const athlete = readAthlete(plan.rules, textOf, when.ok ? when : null, complain);
  const conditions = readConditions(plan, protocol ?? "walk", textOf, complain);
  const notes = textOf("notes").replace(controls, "").trim();
  if (notes.length > longestNotes) complain("notes", "too_long");
  const measured = readMeasurements(cells, protocol ?? "walk", conditions?.injurySide, complain);

  if (problems.length > 0 || !when.ok || !conditions || !athlete || !measured) return { ok: false, problems };
  const facts = { ...conditions, measuredAt: when.measuredAt, timeZone: when.timeZone, ...(notes && { notes }) };
  return { ok: true, entry: { athlete, facts, measurements: measured.measurements }, notes: measured.notes };
}

export type Complain = (target: string, code: ProblemCode, more?: Partial<RowProblem>) => void;
export type TextOf = (fact: FactTarget) => string;
type Cells = ReadonlyMap<string, { readonly choice: ColumnChoice; readonly text: string }>;

function cellsOf({ columns }: ImportPlan, { cells }: SourceRow): Cells {
  return new Map(
    columns.flatMap((choice) => {
      const text = (cells[choice.index] ?? "").trim();
      return choice.target === null || isBlank(text) ? [] : [[choice.target, { choice, text }] as const];
    }),
  );
}

function readTime({ rules }: ImportPlan, textOf: TextOf, now: Date) {
  const zone = textOf("time_zone") || rules.timeZone;
  const timeZone = knownZone(zone);
  if (timeZone === null) return { ok: false, code: "not_a_date" } as const;
  const text = textOf("measured_at") || rules.measuredOn;
  if (!text) return { ok: false, code: "no_date" } as const;
  const read = instantOf(text, { timeZone, order: rules.dateOrder, now });
  return read.ok ? ({ ok: true, ...read.value } as const) : ({ ok: false, code: read.error } as const);
}

function knownZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const wordFacts = ["footwear", "surface", "device", "injured_joint", "injury_location", "injury_side", "reason"] as const;

function readConditions(plan: ImportPlan, protocol: Protocol, textOf: TextOf, complain: Complain) {
  const words = Object.fromEntries(
    wordFacts.map((fact) => {
      const text = textOf(fact);
      const word = text === "" ? undefined : factWord(fact, text);
      if (word === null) complain(fact, "not_a_word");
      return [fact, word ?? undefined];
    }),
  );
  const since = textOf("pain_since");
  const painSince = since === "" ? undefined : dateOf(since, plan.rules.dateOrder);
  if (painSince === null || (painSince !== undefined && !plainDate(painSince))) complain("pain_since", "not_a_date");
  const byInjury = words.injured_joint !== undefined && words.injured_joint !== "none" ? "complaint" : "checkup";
  const parsed = conditionsSchema.safeParse({
    protocol,
    reason: words.reason ?? (plan.rules.reason === "by_injury" ? byInjury : plan.rules.reason),
    footwear: words.footwear,
    surface: words.surface,
    device: words.device,
    inclinePercent: textOf("incline_percent"),
    pain: textOf("pain"),
    painSince: painSince ?? undefined,
    injuryRegion: words.injured_joint,
    injuryLocation: words.injury_location,
    injurySide: words.injury_side,
  });
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues) {
    const target = targetOfCondition[String(path[0])] ?? "protocol";
    const number = target === "pain" || target === "incline_percent";
    complain(
      target,
      number ? (parseNumber(textOf(target)).ok ? "out_of_range" : "not_a_number") : "contradiction",
      number ? { range: target === "pain" ? [0, 10] : [-20, 20] } : {},
    );
  }
  return null;
}

const targetOfCondition: Readonly<Record<string, FactTarget>> = {
  inclinePercent: "incline_percent",
  pain: "pain",
  painSince: "pain_since",
  injuryLocation: "injury_location",
  injurySide: "injury_side",
};

function readMeasurements(cells: Cells, protocol: Protocol, injuredSide: string | undefined, complain: Complain) {
  const input: Record<string, string> = {};
  const notes: RowNote[] = [];
  let failed = false;
  for (const [target, { choice, text }] of cells) {
    if (isFactTarget(target)) continue;
    const test = codedTest(target);
    if (test === null) {
      input[target] = inOurUnits(target, choice, text);
      continue;
    }
    const findings = seedFindings(text, test, injuredSide);
    if (findings.ok) Object.assign(input, findings.value);
    else if (findings.error === "left_out") notes.push({ column: choice.source, code: "test_left_out" });
    else {
      complain(target, "grade_outside", { range: [0, 3] });
      failed = true;
    }
  }
  const parsed = parseMeasurements(input, protocol);
  if (!parsed.ok)
    for (const error of parsed.error)
      complain(cells.has(error.column) ? error.column : `${error.code}:0-3`, ...problemOf(error, cells, protocol));
  if (parsed.ok && !failed && Object.keys(parsed.value).length === 0) complain("", "nothing_measured");
  return parsed.ok && !failed && Object.keys(parsed.value).length > 0 ? { measurements: parsed.value, notes } : null;
}

function inOurUnits(target: string, { unit }: ColumnChoice, text: string): string {
  const measured = measuredField(target);
  if (measured?.field.kind === "finding") return findingWord(text);
  return measured?.field.unit && unit !== null ? convertText(text, measured.field.unit, unit) : text;
}

function problemOf(error: MeasurementError, cells: Cells, protocol: Protocol): [ProblemCode, Partial<RowProblem>] {
  const range = error.range && { range: error.range };
  switch (error.reason) {
    case "not_a_value":
      return ["not_a_word", {}];
    case "unknown_field":
      return ["not_a_word", {}];
    case "not_a_number":
      return [error.problem === "thousands_separator" ? "thousands_separator" : "not_a_number", { ...range }];
    case "out_of_range":
      return ["out_of_range", { ...range, ...slip(error, cells, protocol) }];
    default:
      return [error.reason, {}];
  }
}

/** A unit in which a value outside the range would be inside: one row in km/h among others in m/s. */
function slip({ column, code }: MeasurementError, cells: Cells, protocol: Protocol): Partial<RowProblem> {
  const [cell, field] = [cells.get(column), code === null ? undefined : dictionary.get(code)];
  const range = field && rangeOf(field, protocol);
  if (!cell || !field || !range || cell.choice.unit !== null) return {};
  const perhaps = suspectedUnit([cell.text], field, range);
  return perhaps === null ? {} : { perhaps };
}
