import type { Temporal } from "temporal-polyfill";
import type { Conditions } from "@/lib/measurements/conditions";
import { birthDate, visitDays } from "./calendar";
import { type Complaint, drawComplaint } from "./injury";
import { normal } from "./marginal";
import { nameOf } from "./names";
import { drawPerson } from "./person";
import type { PlannedAthlete, Standing, TeamKey } from "./plan";
import type { Random } from "./random";
import { type Instrument, planVisit } from "./visit";

type Habits = {
  /** How often a person comes with a complaint. */
  readonly complaints: number;
  /** How often a person is examined at the first visit. */
  readonly examined: number;
  readonly runs: number;
  /** What walking is measured with; a person is measured the same way each time. */
  readonly walking: readonly (readonly [Instrument, number])[];
  readonly footwear: readonly (readonly [NonNullable<Conditions["footwear"]>, number])[];
};

const habits: Record<TeamKey, Habits> = {
  club: {
    complaints: 0.35,
    examined: 0.3,
    runs: 0.6,
    walking: [["walkPods", 1]],
    footwear: [
      ["neutral_shoe", 6],
      ["stability_shoe", 2],
      ["minimal", 1],
    ],
  },
  clinic: {
    complaints: 0.9,
    examined: 0.8,
    runs: 0.08,
    walking: [
      ["forcePlate", 2],
      ["walkPods", 1],
    ],
    footwear: [
      ["neutral_shoe", 5],
      ["barefoot", 3],
      ["orthopaedic", 1],
    ],
  },
};

/** Ages of the runners in the original application's data. */
const runnersAge = normal(34.1, 10.8, [18, 63]);

const visitCounts = [
  [1, 2],
  [2, 2],
  [3, 3],
  [4, 3],
  [5, 2],
  [6, 2],
  [7, 1],
  [8, 1],
] as const;

/** Pain at each visit: in most people it fades, in the others it stays about the same. */
const painCourse = (count: number, random: Random): readonly number[] => {
  const first = random.integer(3, 8);
  const fades = random.chance(0.7);
  const share = (visit: number) => (fades ? 1 - (0.95 * visit) / Math.max(3, count - 1) : 1);
  return Array.from({ length: count }, (_, visit) => Math.min(9, Math.max(0, Math.round(first * share(visit) + 0.6 * random.normal()))));
};

/** The n-th athlete of the cohort, with every visit. Most standings are to record; some teams may only look, and one may not any more. */
export const planAthlete = (
  index: number,
  team: TeamKey,
  standing: Standing,
  today: Temporal.PlainDate,
  random: Random,
): PlannedAthlete => {
  const habit = habits[team];
  const person = drawPerson(random, team === "club" ? { age: runnersAge(random.normal()) } : {});
  const { sex, age } = person.body;
  const count = random.weighted(visitCounts);
  const days = visitDays(count, random);
  const first = days[0] ?? 1;
  const complaint: Complaint | null = random.chance(habit.complaints) ? drawComplaint(random, sex) : null;
  const pains = complaint === null ? [] : painCourse(count, random);
  const painSince = first + random.integer(7, 120);
  const walking = random.weighted(habit.walking);
  const running = random.weighted<Instrument>([
    ["runLab", 3],
    ["runPods", 2],
  ]);
  const footwear = random.weighted(habit.footwear);
  const examined = random.chance(habit.examined);
  const trend = 0.3 * random.normal();
  const visits = days.map((daysAgo, visit) => {
    const instrument = random.chance(habit.runs) ? running : walking;
    const sketch = { person, instrument, daysAgo, complaint, painSince, footwear, pain: pains[visit] ?? 0 };
    const recordedBy = random.chance(0.6) ? ("owner" as const) : ("coach" as const);
    const form = (trend * visit) / Math.max(1, count - 1);
    return planVisit({ ...sketch, form, examined: examined && visit === 0, recordedBy }, today, random);
  });
  return {
    identifier: identifierOf(index),
    name: nameOf(index, sex),
    sex,
    birthDate: birthDate(today, age, first),
    account: null,
    team,
    standing,
    sharedWith: standing !== "revoked" && random.chance(0.06) ? otherTeam(team) : null,
    visits,
  };
};

export const identifierOf = (index: number): string => `DEMO-${String(index + 1).padStart(3, "0")}`;

const otherTeam = (team: TeamKey): TeamKey => (team === "club" ? "clinic" : "club");
