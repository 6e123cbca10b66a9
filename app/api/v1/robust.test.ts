import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, tokenOf } from "@/lib/api/testing";
import * as assessments from "@/lib/data/assessments";
import { database, databaseAnswers } from "@/lib/data/database";
import { spend } from "@/lib/data/rate-limits";
import { addPatient, addPerson, addTeam, openTestDatabase } from "@/lib/data/testing";
import { log } from "@/lib/log";

// Whatever comes, the answer is one that the document describes (`ask` holds it to that), and nothing of it is repeated.

vi.mock("@/lib/data/assessments", { spy: true });
vi.mock("@/lib/data/database", { spy: true });
vi.mock("@/lib/data/rate-limits", { spy: true });

let close: () => Promise<void>;
let token: string;
let patientId: string;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
  vi.stubEnv("API_RATE_LIMIT", "1000000");
  const coach = await addPerson("Coach");
  patientId = await addPatient(await addTeam([{ viewer: coach, role: "coach" }]));
  token = await tokenOf(coach);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});

const fields = [
  "protocol",
  "reason",
  "measured_at",
  "time_zone",
  "pain",
  "pain_since",
  "injured_joint",
  "notes",
  "measurements",
  "__proto__",
];
const columns = ["speed", "speed_left", "height_cm", "thomas_psoas_left", "nonsense", "constructor"];
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom("walk", "checkup", "2026-03-02T09:30:00Z", "Europe/Madrid", "knee", "present", 1.3, null, "\u0000", "\ud800"),
);
const measured = fc.dictionary(fc.constantFrom(...columns), value);
const body = fc.dictionary(fc.constantFrom(...fields), fc.oneof(value, measured));

describe("any body", () => {
  it("is stored or refused by its fields, never an error of ours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(body, fc.jsonValue()), async (sent) => {
        const { status, json } = await ask("POST", `/athletes/${patientId}/assessments`, { token, body: sent });
        expect([201, 422]).toContain(status);
        if (status === 422) expect((json as { errors: unknown[] }).errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("of valid facts with any text in its notes is stored, or refused for its control characters", async () => {
    const walk = {
      protocol: "walk",
      reason: "checkup",
      measured_at: "2026-03-02T09:30:00Z",
      time_zone: "Europe/Madrid",
      measurements: { speed: 1.3 },
    };
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 50 }), async (notes) => {
        const { status } = await ask("POST", `/athletes/${patientId}/assessments`, { token, body: { ...walk, notes } });
        expect(status).toBe(/[^\P{Cc}\n\r\t]/u.test(notes) ? 422 : 201);
      }),
      { numRuns: 60 },
    );
  });

  it("of rows has one result for each", async () => {
    const row = fc.oneof(measured, fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom("walk", "run"), async (rows, protocol) => {
        const { status, json } = await ask("POST", "/predictions", { token, body: { protocol, rows } });
        expect(status).toBe(200);
        expect((json as { data: { row: number }[] }).data.map((each) => each.row)).toEqual(rows.map((_, index) => index));
      }),
      { numRuns: 60 },
    );
  });

  it("of any bytes is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (raw) => {
        const { status } = await ask("POST", "/predictions", { token, raw });
        expect([400, 422]).toContain(status);
      }),
    );
  });
});

describe("a database that does not answer", () => {
  it("is told to whoever asks how the service is", async () => {
    vi.mocked(databaseAnswers).mockResolvedValueOnce(false);
    vi.mocked(spend).mockRejectedValueOnce(new Error("no database"));
    const { status, json } = await ask("GET", "/status");
    expect([status, json]).toEqual([503, expect.objectContaining({ status: "degraded", database: "unreachable" })]);
  });
});

describe("an error that nobody expected", () => {
  it("is answered without its text, under a number that stands in the log once, and gives the key back", async () => {
    const logged = vi.spyOn(log, "error").mockReturnValue();
    vi.mocked(assessments.record).mockRejectedValueOnce(new Error("a secret of the record"));
    const body = {
      protocol: "walk",
      reason: "checkup",
      measured_at: "2026-03-02T09:30:00Z",
      time_zone: "UTC",
      measurements: { speed: 1.2 },
    };
    const send = () => ask("POST", `/athletes/${patientId}/assessments`, { token, body, headers: { "idempotency-key": "unlucky" } });
    const failed = await send();
    const { request_id } = failed.json as { request_id: string };
    expect([failed.status, failed.headers.get("x-request-id")]).toEqual([500, request_id]);
    expect(failed.text).not.toContain("secret");
    expect(logged).toHaveBeenCalledTimes(1);
    const [line] = logged.mock.calls[0] ?? [];
    expect(JSON.stringify(line)).toContain(request_id);
    expect(JSON.stringify(line)).not.toContain("secret");
    expect((await send()).status).toBe(201);
    expect(await database().idempotencyKey.count({ where: { key: "unlucky", status: 201 } })).toBe(1);
    logged.mockRestore();
  });
});
