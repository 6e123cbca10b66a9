import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { conditionsSchema } from "@/lib/measurements/conditions";
import { ageAt } from "@/lib/measurements/derived";
import { parseMeasurements } from "@/lib/measurements/schema";
import { longestAgo } from "./calendar";
import { planCohort } from "./cohort";
import type { PlannedAthlete } from "./plan";

const today = Temporal.PlainDate.from("2026-11-24");
const cohort = planCohort(today, 400);
const visits = cohort.flatMap((athlete) => athlete.visits.map(({ input }) => ({ athlete, input })));
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const story = (account: PlannedAthlete["account"]) => cohort.find((athlete) => athlete.account === account)?.visits ?? [];

describe("the cohort", () => {
  it("is the same for the same day", () => {
    expect(planCohort(today, 20)).toEqual(planCohort(today, 20));
  });

  it("keeps its people when it grows", () => {
    expect(planCohort(today, 30).slice(0, 15)).toEqual(planCohort(today, 10));
  });

  it("moves with the day and changes nothing else", () => {
    const later = planCohort(today.add({ days: 100 }), 10).flatMap((athlete) => athlete.visits.map(({ input }) => input.measurements));
    expect(later).toEqual(planCohort(today, 10).flatMap((athlete) => athlete.visits.map(({ input }) => input.measurements)));
  });

  it("measures nothing the dictionary refuses", () => {
    for (const { input } of visits) expect(parseMeasurements(input.measurements, input.protocol)).toMatchObject({ ok: true });
  });

  it("states no conditions the form would refuse", () => {
    for (const { input } of visits) {
      const { submissionId, measuredAt, timeZone, notes, measurements, ...conditions } = input;
      expect(conditionsSchema.safeParse(conditions)).toMatchObject({ success: true });
    }
  });

  it("has adults only, at every visit", () => {
    const ages = visits.map(({ athlete, input }) => ageAt(athlete.birthDate, dayOf(input.measuredAt)) ?? 0);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(18);
  });

  it("visits within the last 18 months, in order, one to eight times, on days of its own", () => {
    for (const athlete of cohort.filter(({ account }) => account === null)) {
      const days = athlete.visits.map(({ input }) => dayOf(input.measuredAt));
      expect(days.length).toBeGreaterThanOrEqual(1);
      expect(days.length).toBeLessThanOrEqual(8);
      expect(days).toEqual([...new Set(days)].sort());
      expect((days[0] ?? "") >= today.subtract({ days: longestAgo }).toString()).toBe(true);
      expect((days.at(-1) ?? "") < today.toString()).toBe(true);
    }
  });

  it("runs in about a third of the visits", () => {
    const runs = visits.filter(({ input }) => input.protocol === "run").length / visits.length;
    expect(runs).toBeGreaterThan(0.25);
    expect(runs).toBeLessThan(0.42);
  });

  it("changes less between visits of a person than between people", () => {
    const perPerson = cohort.map((athlete) =>
      athlete.visits.flatMap(({ input }) => {
        const value = input.measurements.step_rate;
        return input.protocol === "walk" && typeof value === "number" ? [value] : [];
      }),
    );
    const repeated = perPerson.filter((values) => values.length > 1);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
    expect(mean(repeated.map(variance))).toBeLessThan(0.5 * variance(repeated.map(mean)));
  });

  it("names and identifies everybody apart", () => {
    const usual = planCohort(today);
    expect(new Set(usual.map(({ identifier }) => identifier)).size).toBe(usual.length);
    expect(new Set(usual.map(({ name }) => name)).size).toBe(usual.length);
  });
});

describe("the stories", () => {
  it("let the patient's pain fade over five visits with both sides' forces", () => {
    const visits = story("patient");
    expect(visits.map(({ input }) => input.pain)).toEqual([7, 5, 4, 2, 1]);
    for (const { input } of visits) {
      expect(input.measurements).toHaveProperty("propulsive_force_peak_left");
      expect(input.measurements).toHaveProperty("propulsive_force_peak_right");
    }
  });

  it("let the runner get faster over six runs, and walk twice", () => {
    const visits = story("runner");
    const speeds = visits.filter(({ input }) => input.protocol === "run").map(({ input }) => Number(input.measurements.speed));
    expect(speeds).toHaveLength(6);
    expect(visits).toHaveLength(8);
    expect(speeds.at(-1)).toBeGreaterThan((speeds[0] ?? 0) + 0.2);
  });

  it("leave the newcomer without a visit", () => {
    expect(story("newcomer")).toEqual([]);
  });
});
