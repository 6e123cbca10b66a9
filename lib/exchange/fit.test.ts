import { Encoder, Profile } from "@garmin/fitsdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFit, readFit } from "./fit";

const options = { timeZone: "Europe/Madrid", now: new Date("2026-11-25T12:00:00Z") };
const startTime = new Date("2026-10-04T07:30:00Z");

const numberOf = (name: string): number => {
  const number = Profile.MesgNum[name];
  if (number === undefined) throw new Error(`the SDK knows no message ${name}`);
  return number;
};

type Message = Readonly<Record<string, unknown>>;

const fileWith = (...sessions: Message[]): Uint8Array => {
  const encoder = new Encoder();
  const write = (name: string, message: Message) => encoder.onMesg(numberOf(name), message);
  write("FILE_ID", { type: "activity", manufacturer: "development", timeCreated: startTime });
  for (const session of sessions) write("SESSION", { startTime, timestamp: startTime, ...session });
  return encoder.close();
};

const run = { sport: "running", enhancedAvgSpeed: 3.2, avgCadence: 84, avgFractionalCadence: 0.5 };
const dynamics = { avgStanceTime: 250, avgStanceTimeBalance: 51, avgVerticalOscillation: 88.5, avgStepLength: 1130, avgPower: 290 };

describe("a watch's file", () => {
  test("a run with running dynamics becomes an assessment in the dictionary's units", () => {
    const bytes = fileWith({ ...run, ...dynamics });
    expect(isFit(bytes)).toBe(true);
    expect(readFit(bytes, options)).toEqual([
      {
        ok: true,
        notes: [],
        entry: {
          athlete: {},
          facts: { protocol: "run", reason: "checkup", device: "watch", measuredAt: startTime, timeZone: "Europe/Madrid" },
          measurements: {
            speed: 3.2,
            step_rate: 169,
            step_length: 1.13,
            vertical_oscillation: 88.5,
            power: 290,
            contact_time_left: 0.255,
            contact_time_right: 0.245,
          },
        },
      },
    ]);
  });

  test("without a balance the contact time is one value for both feet; what was not measured is missing", () => {
    const [row] = readFit(fileWith({ ...run, avgStanceTime: 250 }), options) ?? [];
    expect(row?.ok && row.entry.measurements).toEqual({ speed: 3.2, step_rate: 169, contact_time: 0.25 });
  });

  test("rides and swims are left alone, several runs are several rows", () => {
    expect(readFit(fileWith({ ...run }, { sport: "cycling", enhancedAvgSpeed: 8 }, { ...run }), options)).toHaveLength(2);
    expect(readFit(fileWith({ sport: "cycling", enhancedAvgSpeed: 8 }), options)).toEqual([]);
  });

  test("a value outside the range is refused by name, a run without any too", () => {
    expect(readFit(fileWith({ ...run, enhancedAvgSpeed: 19 }), options)).toMatchObject([
      { ok: false, problems: [{ column: "speed", code: "out_of_range" }] },
    ]);
    expect(readFit(fileWith({ sport: "running" }), options)).toMatchObject([{ ok: false, problems: [{ code: "nothing_measured" }] }]);
  });

  test("a file that was cut or changed is refused whole", () => {
    const bytes = fileWith({ ...run, ...dynamics });
    expect(readFit(bytes.subarray(0, -5), options)).toBeNull();
    expect(readFit(bytes.with(40, (bytes[40] ?? 0) ^ 255), options)).toBeNull();
  });

  test("any bytes give a list or a refusal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => readFit(bytes, options)).not.toThrow();
      }),
    );
  });
});
