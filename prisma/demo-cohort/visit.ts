import type { Temporal } from "temporal-polyfill";
import type { Conditions } from "@/lib/measurements/conditions";
import { timeZone, visitTime } from "./calendar";
import { measureFindings } from "./findings";
import { measureForcePlate } from "./force-plate";
import type { Complaint } from "./injury";
import type { Person } from "./person";
import type { PlannedVisit } from "./plan";
import type { Random } from "./random";
import { measureRunLab } from "./run-lab";
import { measureRunPods } from "./run-pods";
import { measureWalkPods } from "./walk-pods";

/** How people are measured here. */
const instruments = {
  walkPods: { protocol: "walk", device: "foot_pods", surfaces: ["treadmill"], measure: measureWalkPods },
  forcePlate: { protocol: "walk", device: "force_plate", surfaces: ["indoor_floor"], measure: measureForcePlate },
  runPods: { protocol: "run", device: "foot_pods", surfaces: ["road", "track", "trail"], measure: measureRunPods },
  runLab: { protocol: "run", device: "motion_capture", surfaces: ["treadmill"], measure: measureRunLab },
} as const;

export type Instrument = keyof typeof instruments;

export type VisitSketch = {
  readonly person: Person;
  readonly instrument: Instrument;
  readonly daysAgo: number;
  /** What the person came with first, and how much it hurts on the day: at 0 it is over. */
  readonly complaint: Complaint | null;
  readonly pain: number;
  /** Days before today. */
  readonly painSince: number | null;
  readonly form: number;
  readonly examined: boolean;
  readonly footwear: Conditions["footwear"];
  readonly recordedBy: PlannedVisit["recordedBy"];
  readonly notes?: string;
};

/** Pain of 5 goes with a gait like that of a clinic's patients on average. */
const severityOf = (pain: number): number => Math.min(1.2, pain / 5);

export const planVisit = (sketch: VisitSketch, today: Temporal.PlainDate, random: Random): PlannedVisit => {
  const { person, pain, recordedBy } = sketch;
  const { protocol, device, surfaces, measure } = instruments[sketch.instrument];
  const complaint = pain > 0 ? sketch.complaint : null;
  const day = { complaint, severity: complaint === null ? 0 : severityOf(pain), form: sketch.form };
  const complained = complaint !== null && {
    painSince: sketch.painSince === null ? undefined : today.subtract({ days: sketch.painSince }).toString(),
    injuryRegion: complaint.region,
    injuryLocation: complaint.location,
    injurySide: complaint.side,
  };
  const input = {
    submissionId: random.uuid(),
    protocol,
    reason: complaint === null ? ("checkup" as const) : ("complaint" as const),
    measuredAt: visitTime(today, sketch.daysAgo, random),
    timeZone,
    pain,
    footwear: sketch.footwear,
    surface: random.pick<Conditions["surface"]>(surfaces),
    device,
    notes: sketch.notes,
    ...complained,
    measurements: { ...measure(person, day, random), ...(sketch.examined && measureFindings(person, protocol)) },
  };
  return { recordedBy, input };
};
