import { CrcCalculator, Encoder, Profile } from "@garmin/fitsdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFit, readFit } from "./fit";
import { largestFit } from "./fit-sessions";

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

/** A file of these records, however few or many. */
const fileOf = (records: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(14 + records.length + 2);
  const view = new DataView(bytes.buffer);
  bytes.set([14, 0x20]);
  view.setUint32(4, records.length, true);
  bytes.set(new TextEncoder().encode(".FIT"), 8);
  bytes.set(records, 14);
  view.setUint16(14 + records.length, CrcCalculator.calculateCRC(bytes, 0, 14 + records.length), true);
  return bytes;
};
const recordsOf = (file: Uint8Array): Uint8Array => file.subarray(14, -2);

/** As many as the largest file holds of what follows a beginning, before an end. */
const filled = (begin: readonly number[], record: readonly number[], end: Uint8Array): Uint8Array => {
  const records = new Uint8Array(largestFit - 16);
  const times = Math.floor((records.length - begin.length - end.length) / record.length);
  records.set(begin);
  for (let index = 0; index < times; index++) records.set(record, begin.length + index * record.length);
  records.set(end, begin.length + times * record.length);
  return fileOf(records.subarray(0, begin.length + times * record.length + end.length));
};

const definition = (message: string, ...fields: readonly number[][]): number[] => [
  0x40,
  0,
  0,
  numberOf(message),
  0,
  fields.length,
  ...fields.flat(),
];

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

  test("files one after the other are read as one", () => {
    const twice = [fileWith(run), fileWith(run)].flatMap((bytes) => [...bytes]);
    expect(readFit(Uint8Array.from(twice), options)).toHaveLength(2);
    expect(readFit(Uint8Array.from([...twice, 1, 2, 3]), options)).toBeNull();
  });

  describe("the largest file that is taken, made to cost as much as it can", () => {
    const heartRate = [3, 1, 2];
    const sessionAtEnd = recordsOf(fileWith(run));

    test.each([
      ["records of two bytes", definition("RECORD", heartRate), [0, 100]],
      ["records of no field", definition("RECORD"), [0]],
      ["definitions alone", [], definition("RECORD", heartRate)],
      ["definitions of sessions that never come", [], definition("SESSION")],
    ])("%s: its one run is read", (_, begin, record) => {
      expect(readFit(filled(begin, record, sessionAtEnd), options)).toMatchObject([{ ok: true }]);
    });

    test.each([
      ["sessions of no field", definition("SESSION"), [0]],
      ["sessions of wide fields", definition("SESSION", ...Array(40).fill([5, 250, 2])), [0, ...Array<number>(10_000).fill(1)]],
    ])("%s: refused", (_, begin, record) => {
      expect(readFit(filled(begin, record, sessionAtEnd), options)).toBeNull();
    });

    test("a file after the other, each with nothing in it: refused", () => {
      const empty = fileOf(new Uint8Array());
      const bytes = new Uint8Array(largestFit - (largestFit % empty.length));
      for (let at = 0; at < bytes.length; at += empty.length) bytes.set(empty, at);
      expect(readFit(bytes, options)).toBeNull();
    });

    test("a byte more: refused", () => {
      const whole = filled(definition("RECORD", heartRate), [0, 100], sessionAtEnd);
      const more = Buffer.concat([whole, new Uint8Array(largestFit + 1 - whole.length)]);
      expect(readFit(more, options)).toBeNull();
    });
  });

  test("any bytes give a list or a refusal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => readFit(bytes, options)).not.toThrow();
      }),
    );
  });
});
