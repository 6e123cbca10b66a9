import type { BoundsByProtocol, FieldView, NumberView } from "@/components/assessment/types";
import { fieldsOf, isMeasuredIn } from "@/lib/measurements/dictionary";
import type { Field, NumberField, Range } from "@/lib/measurements/field-schema";
import { rangeOfColumn } from "@/lib/measurements/schema";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { displayUnit, type Shown, toDisplay, toEntry } from "@/lib/measurements/units";
import { type Locale, type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { testRegion } from "./test-regions";

type Reader = { locale: Locale; preferences: UnitPreferences; between: (low: string, high: string) => string };

/** Every field the form asks for, of both protocols, in its order and in a person's language and units. */
export function formFields(reader: Reader): FieldView[] {
  return fieldsOf()
    .filter((measured) => measured.keptIn === "measurement")
    .flatMap((measured) => viewOf(measured, reader) ?? []);
}

function viewOf(measured: Field, reader: Reader): FieldView | null {
  const common = {
    code: measured.code,
    group: measured.group,
    label: measured.label[reader.locale],
    meaning: measured.meaning[reader.locale],
    sides: sidesOf(measured),
  };
  if (measured.kind === "number") return { ...common, ...numberView(measured, reader) };
  return measured.kind === "finding" ? { ...common, kind: "finding", region: testRegion(measured.code) } : null;
}

function sidesOf({ sides }: Field): FieldView["sides"] {
  if (sides === "none") return "one";
  return sides === "each" ? "each" : "each_or_one";
}

function numberView(measured: NumberField, reader: Reader): Pick<NumberView, "kind" | "shown" | "unit" | "bounds" | "deviation"> {
  const part = (spread: boolean) => {
    const shown: Shown = { unit: measured.unit, quantity: measured.quantity, decimals: measured.decimals, spread };
    return { shown, unit: displayUnit(shown, reader.preferences, reader.locale), bounds: boundsOf(measured, shown, reader) };
  };
  return { kind: "number", ...part(false), deviation: measured.deviation ? part(true) : null };
}

function boundsOf(measured: NumberField, shown: Shown, reader: Reader): BoundsByProtocol {
  const of = (protocol: Protocol) => {
    const range = isMeasuredIn(measured, protocol) ? rangeOfColumn(measured, shown.spread === true, protocol) : null;
    return range && { min: range[0], max: range[1], text: rangeText(range, shown, reader) };
  };
  return { [protocolSchema.enum.walk]: of("walk"), [protocolSchema.enum.run]: of("run") };
}

/** "0.1 to 3 m/s": in full where the unit is the dictionary's; of a pace, the faster first. */
function rangeText(range: Range, shown: Shown, reader: Reader): string {
  const unit = displayUnit(shown, reader.preferences, reader.locale);
  const inFeet = shown.quantity === "height" && reader.preferences.height === "ft";
  const joined = unit.startsWith("°") ? unit : `\u00a0${unit}`;
  return `${numbersText(range, shown, reader)}${unit === "" || inFeet ? "" : joined}`;
}

function numbersText([min, max]: Range, shown: Shown, { locale, preferences, between }: Reader): string {
  const converted = shown.quantity !== null && preferences[shown.quantity] !== shown.unit;
  const text = (value: number) => (converted ? toDisplay(value, shown, preferences, locale) : toEntry(value, shown, preferences, locale));
  const isPace = shown.quantity === "speed" && shown.spread !== true && preferences.speed.startsWith("min");
  return isPace ? between(text(max), text(min)) : between(text(min), text(max));
}
