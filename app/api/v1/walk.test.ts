import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allOperations, type Operation } from "@/lib/api/operations";
import { ask, tokenOf } from "@/lib/api/testing";
import { isAllowed, mayKnow, type Needs, roles, secrets } from "@/lib/data/permission-walk/roles";
import { openWorld, type World } from "@/lib/data/permission-walk/world";

// Every operation of the API before everybody, each with a token that may do all: what the table of permissions says holds for
// programs as it does on the pages.

let close: () => Promise<void>;
let world: World;
let restore: () => Promise<void>;
beforeAll(async () => {
  ({ world, restore, close } = await openWorld());
});
afterAll(() => close());

type Entry = { needs: Needs | null; path: (world: World) => string; body?: (world: World) => unknown };

const walk = {
  protocol: "walk",
  reason: "checkup",
  measured_at: "2026-04-02T09:30:00Z",
  time_zone: "Europe/Madrid",
  measurements: { speed: 1.3, height_cm: 168, weight_kg: 62.5 },
};

const entries: Readonly<Record<string, Entry>> = {
  status: { needs: null, path: () => "/status" },
  describe: { needs: null, path: () => "/openapi.json" },
  listModels: { needs: null, path: () => "/models" },
  listAthletes: { needs: "team.view", path: ({ teamId }) => `/athletes?team=${teamId}` },
  addAthlete: {
    needs: "team.invite",
    path: () => "/athletes",
    body: ({ teamId }) => ({
      team_id: teamId,
      name: "Somebody else",
      birth_date: "1975-04-02",
      sex: "male",
      consent: { scope: "record", obtained_how: "signed", obtained_on: "2026-01-02" },
    }),
  },
  readAthlete: { needs: "patient.view", path: ({ patient }) => `/athletes/${patient.id}` },
  listAssessments: { needs: "athlete.view", path: ({ athlete }) => `/athletes/${athlete.id}/assessments` },
  addAssessment: { needs: "patient.record", path: ({ patient }) => `/athletes/${patient.id}/assessments`, body: () => walk },
  readAssessment: { needs: "athlete.view", path: ({ athlete }) => `/assessments/${athlete.assessmentId}` },
  readPredictions: { needs: "patient.view", path: ({ patient }) => `/assessments/${patient.assessmentId}/predictions` },
  predict: { needs: "a sign-in", path: () => "/predictions", body: () => ({ protocol: "walk", rows: [{ speed: 1.3 }] }) },
};

const entryOf = ({ id }: Operation): Entry => {
  const entry = entries[id];
  if (!entry) throw new Error(`${id} is not in the walk`);
  return entry;
};

const send = async (operation: Operation, world: World, token?: string) => {
  const entry = entryOf(operation);
  return ask(operation.method, entry.path(world), { token, body: entry.body?.(world) });
};

it("has a line for each operation, and no other", () => {
  expect(Object.keys(entries).sort()).toEqual(allOperations.map(({ id }) => id).sort());
});

const walked = allOperations.flatMap((operation) => roles.map((role) => ({ id: operation.id, operation, role })));

describe("opens each operation to whom the table says, and to nobody else", () => {
  it.each(walked)("$id, $role", async ({ operation, role }) => {
    await restore();
    const answered = await send(operation, world, await tokenOf(world.people[role]));
    const { needs } = entryOf(operation);
    const allowed = needs === null || isAllowed(role, needs);
    expect(answered.status < 300).toBe(allowed);
    // May view and not write: told so. Otherwise the same as for what is not there.
    const viewing = needs === "patient.record" && mayKnow(role, "patient");
    if (!allowed) expect(answered.status).toBe(viewing ? 403 : 404);
    for (const whose of ["athlete", "patient"] as const) {
      if (!mayKnow(role, whose)) expect(answered.text).not.toContain(secrets[whose]);
    }
    if (!mayKnow(role, "athlete")) expect(answered.text).not.toContain(secrets.notes);
  });

  it.each(allOperations)("$id, without a token", async (operation) => {
    await restore();
    expect((await send(operation, world)).status).toBe(operation.scope === null ? 200 : 401);
  });

  it.each(allOperations.filter(({ scope }) => scope !== null))("$id, with a token of every other scope", async (operation) => {
    await restore();
    const others = (["read", "write", "predict"] as const).filter((scope) => scope !== operation.scope);
    expect((await send(operation, world, await tokenOf(world.people.owner, others))).status).toBe(403);
  });
});
