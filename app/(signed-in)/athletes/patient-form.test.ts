import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseNewPatient, parsePatient } from "./patient-form";

const today = "2026-11-25";
const whole = {
  submissionId: randomUUID(),
  team: randomUUID(),
  name: " Íñigo Pérez ",
  identifier: "P-17",
  birthDay: "2",
  birthMonth: "4",
  birthYear: "1975",
  sex: "male",
  scope: "record",
  how: "signed",
  otherText: "",
  obtainedOn: "2026-11-20",
};

const formOf = (changes: Readonly<Record<string, string | undefined>> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...changes })) if (value !== undefined) form.set(name, value);
  return form;
};

const problems = (changes: Readonly<Record<string, string | undefined>>) => {
  const parsed = parseNewPatient(formOf(changes), today);
  return parsed.ok ? {} : parsed.error;
};

describe("the form of a new patient", () => {
  it("gives who it is and how the consent was obtained", () => {
    expect(parseNewPatient(formOf(), today)).toEqual({
      ok: true,
      value: {
        submissionId: whole.submissionId,
        teamId: whole.team,
        name: "Íñigo Pérez",
        identifier: "P-17",
        birthDate: "1975-04-02",
        sex: "male",
        consent: { scope: "record", obtainedHow: "signed", obtainedOn: "2026-11-20" },
        despiteDouble: false,
      },
    });
  });

  it("keeps another way in its own words", () => {
    const parsed = parseNewPatient(formOf({ how: "other", otherText: " by letter " }), today);
    expect(parsed.ok && parsed.value.consent.obtainedHow).toBe("by letter");
  });

  it.each([
    [{ name: "  " }, { name: "name" }],
    [{ identifier: "x".repeat(61) }, { identifier: "identifierLong" }],
    [{ birthDay: "31" }, { birth: "birthDate" }],
    [{ birthYear: "2010" }, { birth: "underAge" }],
    [{ sex: undefined }, { sex: "sex" }],
    [{ team: "none" }, { team: "team" }],
    [{ scope: undefined }, { scope: "scope" }],
    [{ how: undefined }, { how: "how" }],
    [{ how: "other" }, { otherText: "howOther" }],
    [{ how: "other", otherText: "x".repeat(201) }, { otherText: "howOther" }],
    [{ obtainedOn: "2026-11-26" }, { obtainedOn: "obtainedOn" }],
    [{ obtainedOn: "1975-04-01" }, { obtainedOn: "obtainedOn" }],
    [{ obtainedOn: "" }, { obtainedOn: "obtainedOn" }],
  ])("names what is wrong: %j", (changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it("names everything that is wrong at once", () => {
    const nothing = Object.fromEntries(Object.keys(whole).map((name) => [name, undefined]));
    expect(Object.keys(problems(nothing)).toSorted()).toEqual(["birth", "how", "name", "obtainedOn", "scope", "sex", "team"]);
  });
});

describe("the form of a patient's record", () => {
  it("takes an identifier back where it is left blank", () => {
    const parsed = parsePatient(formOf({ identifier: " " }), today);
    expect(parsed.ok && parsed.value.identifier).toBeUndefined();
  });
});
