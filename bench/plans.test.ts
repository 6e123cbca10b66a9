import type { SqlQuery } from "@prisma/driver-adapter-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { list, read, record } from "@/lib/data/assessments";
import { database } from "@/lib/data/database";
import { listSessions } from "@/lib/data/open-sessions";
import { openTestDatabase } from "@/lib/data/testing";
import { findViewer } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { nodesOf } from "./measure";
import { measured as cohort } from "./measured/cohort";
import { measured as compare } from "./measured/compare";
import { measured as roster } from "./measured/roster";
import { begin } from "./people";
import { patientsVisit } from "./scene";
import { listen, type Statements } from "./statements";
import type { Case } from "./types";

let close: () => Promise<void>;
let statements: Statements;
let cases: Case[];

beforeAll(async () => {
  const opened = await openTestDatabase();
  ({ close } = opened);
  statements = await listen(opened.adapter);
  const { viewer, teamId } = await begin(12);
  // What is small is rightly read whole; what has no index is read whole even where that is forbidden.
  await database().$executeRawUnsafe("SET enable_seqscan = off");
  const scene = { viewer, teamId, athletes: 12 };
  cases = [
    ...(await roster(scene)),
    ...(await compare(scene)),
    ...(await cohort(scene)),
    { name: "every page", ask: async () => expect(await findViewer(viewer.userId, 0, crypto.randomUUID())).not.toBeNull() },
    { name: "own sessions", ask: () => listSessions(viewer) },
    { name: "dashboard", ask: () => list(viewer, viewer.athleteId ?? teamId) },
    ...(await ofAnAthlete(viewer, teamId)),
  ];
}, 120_000);
afterAll(() => close());

/** Looking at a result of one of the team, and recording another. */
async function ofAnAthlete(viewer: Viewer, teamId: string): Promise<Case[]> {
  const assessment = await database().assessment.findFirstOrThrow({
    where: { athlete: { consents: { some: { teamId, scope: "record", revokedAt: null } } } },
    select: { id: true, athleteId: true },
  });
  const visit = { ...patientsVisit(), athleteId: assessment.athleteId };
  return [
    { name: "result", ask: async () => expect(await read(viewer, assessment.id)).not.toBeNull() },
    {
      name: "record",
      ask: async () => expect(await record(viewer, { ...visit, submissionId: crypto.randomUUID() })).toMatchObject({ ok: true }),
    },
  ];
}

/** The tables that a statement reads from end to end. */
async function readWhole(query: SqlQuery): Promise<unknown[]> {
  const nodes = nodesOf(JSON.parse(await statements.explain(query)));
  return nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
}

describe("who asks, a team's pages, a dashboard, a result and a recording", () => {
  it("ask nothing that has no index on its way", async () => {
    const whole: string[] = [];
    for (const { name, ask } of cases) {
      for (const query of await statements.of(ask)) {
        if (!/^\s*(SELECT|WITH)/i.test(query.sql)) continue;
        for (const table of await readWhole(query)) whole.push(`${name} reads all of ${table}`);
      }
    }
    expect([...new Set(whole)]).toEqual([]);
  }, 120_000);

  it("would be found out", async () => {
    const [query] = await statements.of(() => database().team.findMany({ where: { name: "no index is by name" } }));
    expect(query && (await readWhole(query))).toEqual(["Team"]);
  });
});
