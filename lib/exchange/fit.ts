import { Decoder, Stream } from "@garmin/fitsdk";
import { z } from "zod";
import { parseMeasurements } from "@/lib/measurements/schema";
import { sessionRecords } from "./fit-sessions";
import type { CheckedRow, RowProblem } from "./types";

/** In the SDK's units: metres per second, strides per minute, milliseconds, percent, millimetres. */
const number = z.number().positive().optional().catch(undefined);
const sessionSchema = z.object({
  sport: z.literal("running"),
  startTime: z.date(),
  enhancedAvgSpeed: number,
  avgSpeed: number,
  avgRunningCadence: number,
  avgFractionalCadence: number,
  avgStanceTime: number,
  avgStanceTimeBalance: number,
  avgVerticalOscillation: number,
  avgStepLength: number,
  avgPower: number,
});
type Session = z.infer<typeof sessionSchema>;

/** How far the watch's clock may be ahead of ours. */
const clockMilliseconds = 5 * 60 * 1000;
const fitHeader = [0x2e, 0x46, 0x49, 0x54];

/** Whether the file says it is FIT: ".FIT" from its ninth byte on. */
export const isFit = (bytes: Uint8Array): boolean => fitHeader.every((byte, index) => bytes[index + 8] === byte);

/**
 * The running sessions of a watch's FIT file as assessments of means: speed, step rate, and where the watch measured running
 * dynamics contact time (by side where it knows the balance, of which it gives the left's share), vertical oscillation, step
 * length and power. Nothing else of the file is read: no position, no heart rate. Any bytes give a list; a session without
 * anything measured is refused.
 */
export function readFit(bytes: Uint8Array, { timeZone, now }: { timeZone: string; now: Date }): readonly CheckedRow[] | null {
  const sessions = decode(bytes);
  return sessions?.map((session) => checkSession(session, timeZone, now)) ?? null;
}

function decode(bytes: Uint8Array): readonly Session[] | null {
  try {
    const records = sessionRecords(bytes);
    if (records === null) return null;
    const { messages, errors } = new Decoder(new Stream(records)).read({ mergeHeartRates: false, dataOnly: true });
    const found: unknown = messages.sessionMesgs ?? [];
    if (errors.length > 0 || !Array.isArray(found)) return null;
    return found.flatMap((message) => sessionSchema.safeParse(message).data ?? []);
  } catch {
    return null;
  }
}

function checkSession(session: Session, timeZone: string, now: Date): CheckedRow {
  if (session.startTime.getTime() > now.getTime() + clockMilliseconds)
    return refused({ code: "in_the_future", value: session.startTime.toISOString() });
  const parsed = parseMeasurements(valuesOf(session), "run");
  if (!parsed.ok) {
    const problems = parsed.error.map(
      ({ column, value, range }): RowProblem => ({ column, value: String(value), code: "out_of_range", ...(range && { range }) }),
    );
    return { ok: false, problems };
  }
  if (Object.keys(parsed.value).length === 0) return refused({ code: "nothing_measured", value: "" });
  const facts = { protocol: "run", reason: "checkup", device: "watch", measuredAt: session.startTime, timeZone } as const;
  return { ok: true, entry: { athlete: {}, facts, measurements: parsed.value }, notes: [] };
}

const refused = (problem: Pick<RowProblem, "code" | "value">): CheckedRow => ({ ok: false, problems: [{ column: null, ...problem }] });

function valuesOf(session: Session): Record<string, number> {
  const values = {
    speed: session.enhancedAvgSpeed ?? session.avgSpeed,
    // A watch counts one foot: two steps are a stride.
    step_rate: session.avgRunningCadence && 2 * (session.avgRunningCadence + (session.avgFractionalCadence ?? 0)),
    step_length: inThousandths(session.avgStepLength),
    vertical_oscillation: session.avgVerticalOscillation,
    power: session.avgPower,
    ...contactTimes(session),
  };
  return Object.fromEntries(Object.entries(values).flatMap(([code, value]) => (value === undefined ? [] : [[code, rounded(value)]])));
}

function contactTimes({ avgStanceTime, avgStanceTimeBalance: left }: Session): Record<string, number | undefined> {
  const mean = inThousandths(avgStanceTime);
  if (mean === undefined || left === undefined || left >= 100) return { contact_time: mean };
  return { contact_time_left: (2 * mean * left) / 100, contact_time_right: (2 * mean * (100 - left)) / 100 };
}

const inThousandths = (value: number | undefined) => value && value / 1000;
/** Scaled integers in binary are off in their last digits. */
const rounded = (value: number) => Number(value.toFixed(6));
