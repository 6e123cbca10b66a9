import { z } from "zod";
import { adultAge, ageAt } from "@/lib/measurements/derived";
import { fail, type Result, succeed } from "@/lib/result";

/** What every person states once: their name, birth date, sex and consent. */
export type Person = { name: string; birthDate: string; sex: "female" | "male" };

export type PersonProblem = "name" | "nameLong" | "birthDate" | "birthDateFar" | "underAge" | "sex" | "consent";
export type PersonErrors = Partial<Record<"name" | "birth" | "sex" | "consent", PersonProblem>>;

const oldestAge = 100;
const longestName = 120;

const sexSchema = z.enum(["female", "male"]);

/** Reads the fields of a person and their consent from a form; `today` is "YYYY-MM-DD". */
export function parsePerson(form: FormData, today: string): Result<Person, PersonErrors> {
  const person = parseIdentity(form, today);
  if (form.get("consent") === "yes") return person;
  return fail({ ...(person.ok ? {} : person.error), consent: "consent" });
}

/** Reads who a person is from a form; `today` is "YYYY-MM-DD". */
export function parseIdentity(form: FormData, today: string): Result<Person, PersonErrors> {
  const name = text(form, "name")
    .replace(/\p{Cc}/gu, "")
    .trim();
  const birthDate = birthDateOf(form);
  const sex = sexSchema.safeParse(form.get("sex"));
  const errors: PersonErrors = {
    ...(name === "" && { name: "name" }),
    ...(name.length > longestName && { name: "nameLong" }),
    ...problemOfBirthDate(birthDate, today),
    ...(!sex.success && { sex: "sex" }),
  };
  if (!sex.success || Object.keys(errors).length > 0) return fail(errors);
  return succeed({ name, birthDate, sex: sex.data });
}

/** What was typed, to fill the form again; never a password. */
export function typedValues(form: FormData): Record<string, string> {
  const names = ["name", "email", "birthDay", "birthMonth", "birthYear", "sex", "consent"];
  return Object.fromEntries(names.map((name) => [name, text(form, name)]));
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

function birthDateOf(form: FormData): string {
  const [year, month, day] = [text(form, "birthYear"), text(form, "birthMonth").padStart(2, "0"), text(form, "birthDay").padStart(2, "0")];
  return `${year}-${month}-${day}`;
}

function problemOfBirthDate(birthDate: string, today: string): PersonErrors {
  if (ageAt(birthDate, "9999-12-31") === null) return { birth: "birthDate" };
  const age = ageAt(birthDate, today);
  if (age === null || age > oldestAge) return { birth: "birthDateFar" };
  return age < adultAge ? { birth: "underAge" } : {};
}
