import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { entryValues } from "@/app/(signed-in)/assessments/new/entry-values";
import { compareHref } from "@/app/(signed-in)/compare/address";
import { createPostgresAdapter, type DatabaseAdapter } from "@/lib/data/adapter";
import { createToken } from "@/lib/data/api-tokens";
import { type AssessmentInput, record } from "@/lib/data/assessments";
import { createDatabase } from "@/lib/data/database";
import { modelColumns } from "@/lib/data/model-columns";
import { addConsent, addPerson, addTeam } from "@/lib/data/testing";
import type { Viewer } from "@/lib/data/viewer";
import type { Columns } from "@/lib/inference";
import { metricPreferences } from "@/lib/measurements/units";
import { timeZone } from "@/prisma/demo-cohort/calendar";
import { planCohort } from "@/prisma/demo-cohort/cohort";
import { sessionCookie } from "./session-cookie";

export type Runner = {
  readonly viewer: Viewer & { athleteId: string };
  readonly cookie: string;
  readonly result: string;
  readonly compare: string;
};

export type Scene = {
  readonly variables: Readonly<Record<string, string>>;
  readonly adapter: DatabaseAdapter;
  /** Eight people with a record each, shared with a team, and a result in it. */
  readonly runners: readonly Runner[];
  readonly token: string;
  readonly visit: AssessmentInput;
  /** The visit as the models are asked with it. */
  readonly columns: Columns;
  /** The visit as the form sends it. */
  readonly fields: Readonly<Record<string, string>>;
};

const birthDate = "1978-05-17";

/** People in a migrated database, with what they need to ask the server. Everybody's visit is the demo patient's with the force plates. */
export async function setScene(url: string): Promise<Scene> {
  const secret = randomBytes(32).toString("hex");
  const variables = { DATABASE_URL: url, NEXTAUTH_SECRET: secret, API_RATE_LIMIT: "1000000" };
  Object.assign(process.env, variables, { MODELS_DIR: "models" });
  migrate(url);
  const adapter = createPostgresAdapter(url, 5);
  globalThis.marchaDatabase = createDatabase(adapter);
  const visit = patientsVisit();
  const teamId = await addTeam([{ viewer: await addPerson("Coach"), role: "owner" }]);
  const runners: Runner[] = [];
  for (let index = 0; index < 8; index++) runners.push(await addRunner(`Runner ${index}`, teamId, visit, secret));
  const [first] = runners;
  if (!first) throw new Error("nobody is there");
  const made = await createToken(first.viewer, { name: "bench", scopes: ["predict"], days: 30 });
  if (!made.ok) throw new Error(made.error);
  return {
    variables,
    adapter,
    runners,
    token: made.value.token,
    visit,
    columns: modelColumns({ birthDate: new Date(birthDate), sex: "male" }, visit),
    fields: entryValues({ ...visit, revision: 0 }, { preferences: metricPreferences, locale: "en" }),
  };
}

export function migrate(url: string): void {
  const { status } = spawnSync("node", ["--conditions=react-server", "--import", "tsx", "prisma/migrate.ts"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("the database could not be migrated");
}

/** The demo patient's last visit, with the force plates. */
export function patientsVisit(): AssessmentInput {
  const patient = planCohort(Temporal.Now.plainDateISO(timeZone), 0).find(({ account }) => account === "patient");
  const visit = patient?.visits.at(-1)?.input;
  if (!visit) throw new Error("the demo has no patient");
  return visit;
}

async function addRunner(name: string, teamId: string, visit: AssessmentInput, secret: string): Promise<Runner> {
  const viewer = await addPerson(name, { birthDate, sex: "male" });
  await addConsent(viewer.athleteId, teamId, "record");
  const [before, last] = [await recordVisit(viewer, visit), await recordVisit(viewer, visit)];
  const cookie = await sessionCookie(viewer.userId, secret);
  return {
    viewer,
    cookie,
    result: `/assessments/${last}`,
    compare: compareHref({ athletes: [], assessments: [before, last] }),
  };
}

async function recordVisit(viewer: Runner["viewer"], visit: AssessmentInput): Promise<string> {
  const recorded = await record(viewer, { ...visit, submissionId: crypto.randomUUID(), athleteId: viewer.athleteId });
  if (!recorded.ok) throw new Error(recorded.error.reason);
  return recorded.value.id;
}
