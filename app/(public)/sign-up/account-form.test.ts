import { describe, expect, test } from "vitest";
import { parseAccount } from "./account-form";
import { latestToday } from "./answers";
import { typedValues } from "./person-form";

const today = "2026-11-24";
const whole = {
  name: " Ana ",
  email: " Ana@Example.org ",
  password: "tres palabras largas",
  birthDay: "7",
  birthMonth: "3",
  birthYear: "1986",
  sex: "female",
  consent: "yes",
};

const formOf = (changes: Partial<Record<keyof typeof whole, string>> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...changes })) form.set(name, value);
  return form;
};

const problemsOf = (changes: Partial<Record<keyof typeof whole, string>>): unknown => {
  const parsed = parseAccount(formOf(changes), today);
  return parsed.ok ? {} : parsed.error;
};

describe("parseAccount", () => {
  test("reads a whole form", () => {
    expect(parseAccount(formOf(), today)).toEqual({
      ok: true,
      value: { name: "Ana", email: "ana@example.org", password: "tres palabras largas", birthDate: "1986-03-07", sex: "female" },
    });
  });

  test("leaves control characters out of a name and refuses them in an address", () => {
    expect(parseAccount(formOf({ name: "An\u0000a\u0007" }), today)).toMatchObject({ ok: true, value: { name: "Ana" } });
    expect(problemsOf({ name: "\u0000" })).toEqual({ name: "name" });
    expect(problemsOf({ email: "ana\u0000@example.org" })).toEqual({ email: "email" });
  });

  test.each([
    [{ name: "  " }, { name: "name" }],
    [{ name: "a".repeat(121) }, { name: "nameLong" }],
    [{ email: "ana@" }, { email: "email" }],
    [{ password: "corta" }, { password: "passwordShort" }],
    [{ password: "a".repeat(201) }, { password: "passwordLong" }],
    [{ password: "1234567890" }, { password: "passwordCommon" }],
    [{ name: "Ana Larga", password: "AnaLarga1986" }, { password: "passwordCommon" }],
    [{ birthDay: "31", birthMonth: "2" }, { birth: "birthDate" }],
    [{ birthDay: "" }, { birth: "birthDate" }],
    [{ birthYear: "86" }, { birth: "birthDate" }],
    [{ birthYear: "1886" }, { birth: "birthDateFar" }],
    [{ birthYear: "2030" }, { birth: "birthDateFar" }],
    [{ sex: "other" }, { sex: "sex" }],
    [{ consent: "" }, { consent: "consent" }],
  ])("refuses %j", (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  test("refuses people until the day they turn 18", () => {
    expect(problemsOf({ birthDay: "25", birthMonth: "11", birthYear: "2008" })).toEqual({ birth: "underAge" });
    expect(problemsOf({ birthDay: "24", birthMonth: "11", birthYear: "2008" })).toEqual({});
  });

  test("names every problem at once", () => {
    expect(problemsOf({ name: "", email: "", password: "", birthYear: "", sex: "", consent: "" })).toEqual({
      name: "name",
      email: "email",
      password: "passwordShort",
      birth: "birthDate",
      sex: "sex",
      consent: "consent",
    });
  });
});

test("the form goes back with what was typed, never the password", () => {
  expect(Object.values(typedValues(formOf()))).not.toContain(whole.password);
  expect(typedValues(formOf()).email).toBe("Ana@Example.org");
});

test("today is the latest date anywhere", () => {
  expect(latestToday(new Date("2026-11-24T10:00:00Z"))).toBe("2026-11-25");
});
