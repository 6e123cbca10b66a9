import { z } from "zod";
import { parseNumber } from "@/lib/measurements/numbers";
import type { Complain, TextOf } from "./check-row";
import type { FileRules } from "./plan";
import { birthDateFromAge, dateOf } from "./times";
import type { AthleteReference } from "./types";
import { sexOf } from "./words";

const longest = { key: 200, identifier: 60, name: 200 } as const;
const controls = /\p{Cc}/gu;
/** In years, as far as a row may say; who may be stored is asked where records are kept. */
const ages = [0, 120] as const;

/** Whose row it is, as far as it says; null where what it says is wrong. */
export function readAthlete(
  rules: FileRules,
  textOf: TextOf,
  when: { measuredAt: Date; timeZone: string } | null,
  complain: Complain,
): AthleteReference | null {
  let sound = true;
  const refuse: Complain = (...problem) => {
    sound = false;
    complain(...problem);
  };
  const short = (fact: "athlete" | "identifier" | "name") => {
    const text = textOf(fact).replace(controls, " ").replaceAll(/\s+/g, " ").trim();
    if (text.length > longest[fact === "athlete" ? "key" : fact]) refuse(fact, "too_long");
    return text || undefined;
  };
  const id = textOf("athlete_id") || undefined;
  if (id !== undefined && !z.guid().safeParse(id).success) refuse("athlete_id", "not_a_record");

  const sexText = textOf("sex");
  const sex = sexText === "" ? undefined : sexOf(sexText, rules.m);
  if (sex === null) refuse("sex", "not_a_word");

  const born = textOf("birth_date");
  const stated = born === "" ? undefined : dateOf(born, rules.dateOrder);
  if (stated === null) refuse("birth_date", "not_a_date");
  const age = textOf("age") === "" ? undefined : parseNumber(textOf("age"));
  if (age && !(age.ok && age.value >= ages[0] && age.value <= ages[1])) refuse("age", "not_an_age", { range: ages });

  const reference = { id, key: short("athlete"), identifier: short("identifier"), name: short("name"), sex: sex ?? undefined };
  const estimated =
    rules.birthDateFromAge && !stated && age?.ok && when
      ? birthDateFromAge(Math.floor(age.value), when.measuredAt, when.timeZone)
      : undefined;
  if (!sound) return null;
  return withoutBlanks({ ...reference, birthDate: stated ?? estimated, ...(estimated && { birthDateFromAge: true as const }) });
}

function withoutBlanks(reference: { [Name in keyof AthleteReference]: AthleteReference[Name] | undefined }): AthleteReference {
  return Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== undefined));
}
