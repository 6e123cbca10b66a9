import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, it, vi } from "vitest";
import type { RosterRow } from "@/lib/data/roster";
import { loadMessages } from "@/lib/i18n/messages";
import { metricPreferences } from "@/lib/measurements/units";
import { rosterWords } from "./words";

const language = vi.hoisted(() => ({ locale: "en" as "en" | "es" }));

vi.mock("@/lib/i18n/server", () => ({
  getLocale: async () => language.locale,
  getRegionalFormatter: async () => createFormatter({ locale: language.locale === "en" ? "en-GB" : "es-ES", timeZone: "UTC" }),
  getTranslations: async (namespace: string) =>
    createTranslator({ locale: language.locale, namespace, messages: await loadMessages(language.locale) }),
}));

const row: RosterRow = {
  athleteId: "00000000-0000-4000-8000-000000000001",
  name: "Ana",
  identifier: "R-7",
  sex: "female",
  age: 38,
  assessments: 3,
  last: {
    id: "00000000-0000-4000-8000-000000000002",
    measuredAt: new Date("2026-03-02T23:30:00Z"),
    timeZone: "Europe/Madrid",
    protocol: "walk",
  },
  gaitAge: { value: 41.4, lower: 30.6, upper: 52.2, gap: 3.4 },
  injury: { name: "knee", share: 0.338, base: 0.27, standsOut: true },
  statedZone: null,
  change: { column: "speed", from: 1.2, to: 1.35, size: 1.4 },
  asymmetry: { field: "contact_time", percent: 12.4 },
  flags: ["change"],
  sparkline: [40, 41.4],
  dueOn: "2026-03-03",
  overdue: true,
};

async function wordsIn(locale: "en" | "es", preferences = metricPreferences) {
  language.locale = locale;
  return rosterWords({ locale, preferences });
}

describe("a roster's row in words", () => {
  it("says the gait age with its interval, and how far it is from the age of that day", async () => {
    const { gaitAge } = await wordsIn("en");
    const second = (gap: number) => gaitAge({ ...row, gaitAge: { value: 41, lower: 31, upper: 52, gap } })?.second;
    expect(gaitAge(row)).toEqual({ first: "41 (31 to 52)", second: "3 years above own age" });
    expect([second(-1.2), second(0.4), second(-0.4)]).toEqual(["1 year below own age", "same as own age", "same as own age"]);
    expect(gaitAge({ ...row, gaitAge: null })).toBeNull();
  });

  it("says nobody's gait age to begin below adulthood", async () => {
    const { gaitAge } = await wordsIn("en");
    expect(gaitAge({ ...row, gaitAge: { value: 22, lower: 9, upper: 35, gap: 0 } })?.first).toBe("22 (18 to 35)");
  });

  it("names a zone only where it stands out, and its base always", async () => {
    const { injury } = await wordsIn("en");
    const knee = { name: "knee", share: 0.338, base: 0.27, standsOut: false };
    expect(injury(row)).toEqual({ first: "Knee", second: "34 of 100 (27 usual)" });
    expect(injury({ ...row, injury: knee })).toEqual({ first: "None stands out", second: "Knee: 34 of 100 (27 usual)" });
    expect(injury({ ...row, injury: { name: "healthy", share: null, base: null, standsOut: false } })).toEqual({
      first: "None stands out",
      second: null,
    });
    expect(injury({ ...row, injury: null })).toBeNull();
  });

  it("says a change in the reader's units, with the side it is of", async () => {
    const metric = (await wordsIn("en")).change(row);
    const imperial = (await wordsIn("en", { ...metricPreferences, speed: "km/h" })).change(row);
    expect(metric?.second).toMatch(/1\.2.*→.*1\.35/);
    expect(imperial?.second).not.toBe(metric?.second);
    expect((await wordsIn("en")).change({ ...row, change: { column: "contact_time_left", from: 600, to: 640, size: 2 } })?.first).toMatch(
      /, left$/,
    );
  });

  it("dates an assessment where it was measured, and a recall as the day that was set", async () => {
    const { last, due } = await wordsIn("en");
    expect(last(row)).toEqual({ first: "3 Mar 2026", second: "Walking" });
    expect(due(row)).toEqual({ first: "3 Mar 2026", second: "overdue" });
    expect(due({ ...row, overdue: false })?.second).toBeNull();
    expect(due({ ...row, dueOn: null })).toBeNull();
  });

  it("keeps what is missing missing", async () => {
    const words = await wordsIn("en");
    const bare = { ...row, identifier: null, age: null, last: null, change: null, asymmetry: null };
    expect(words.person(bare)).toEqual(["Female"]);
    expect([words.last(bare), words.change(bare), words.asymmetry(bare)]).toEqual([null, null, null]);
  });

  it("speaks Spanish in Spanish", async () => {
    const words = await wordsIn("es");
    expect(words.gaitAge(row)).toEqual({ first: "41 (de 31 a 52)", second: "3 años por encima de su edad" });
    expect(words.injury(row)).toEqual({ first: "Rodilla", second: "34 de 100 (lo habitual: 27)" });
    expect(words.due(row)?.second).toBe("vencida");
  });
});
