import { createHash, randomUUID } from "node:crypto";
import type { Transaction as DriverTransaction, SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { Client } from "pg";
import { metricPreferences } from "@/lib/measurements/units";
import { applyMigrations } from "@/prisma/schema-engine";
import { createMemoryAdapter, createPostgresAdapter, type DatabaseAdapter } from "./adapter";
import type { CohortFilters } from "./cohort-people";
import { createDatabase, database } from "./database";
import type { ConsentScope, Sex, TeamRole } from "./generated/enums";
import type { SignedIn, Viewer } from "./viewer";

// For tests: an empty migrated database of one's own, and people in it. TEST_DATABASE_URL chooses PostgreSQL, else PGlite in memory.

export async function openTestDatabase(): Promise<{ adapter: DatabaseAdapter; url: string | null; close: () => Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  if (url) await onServer(url, `CREATE SCHEMA "${schema}"`);
  const own = url ? withSchema(url, schema) : null;
  const adapter = own ? createPostgresAdapter(own, 5) : createMemoryAdapter();
  await applyMigrations(adapter);
  globalThis.marchaDatabase = createDatabase(adapter);
  const close = async () => {
    await database().$disconnect();
    globalThis.marchaDatabase = undefined;
    if (url) await onServer(url, `DROP SCHEMA "${schema}" CASCADE`);
  };
  return { adapter, url: own, close };
}

/** Remembers every row but those of the audit, which only grows; the function it returns brings them back. */
export async function rememberRows(): Promise<() => Promise<void>> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND left(table_name, 1) <> '_' AND table_name <> 'AuditEvent'`;
  const kept = (name: string) => `"_kept_${name.replaceAll('"', "")}"`;
  for (const { name } of tables) await database().$executeRawUnsafe(`CREATE TABLE ${kept(name)} AS TABLE ${name}`);
  const brought = tables.map(({ name }) => `DELETE FROM ${name}; INSERT INTO ${name} TABLE ${kept(name)};`).join("\n");
  // As a replica's, the rows come in any order and pull no trigger.
  const script = `DO $$ BEGIN PERFORM set_config('session_replication_role', 'replica', true); ${brought} END $$`;
  return async () => {
    await database().$executeRawUnsafe(script);
  };
}

/** Counts the statements of the open test database from now on: what `work` asks, however it asks. */
export async function countQueries(adapter: DatabaseAdapter): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  let queries = 0;
  const counted = <Queries extends SqlDriverAdapter | DriverTransaction>(target: Queries): Queries =>
    new Proxy(target, {
      get(each, name) {
        const value: unknown = Reflect.get(each, name);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (name === "queryRaw" || name === "executeRaw") queries++;
          const answer: unknown = value.apply(each, args);
          return name === "startTransaction" && answer instanceof Promise ? answer.then(counted) : answer;
        };
      },
    });
  const connect = adapter.connect.bind(adapter);
  globalThis.marchaDatabase = createDatabase(Object.assign(adapter, { connect: async () => counted(await connect()) }));
  return async (work) => {
    queries = 0;
    await work();
    return queries;
  };
}

function withSchema(url: string, schema: string): string {
  const address = new URL(url);
  address.searchParams.set("schema", schema);
  address.searchParams.set("options", `-c search_path=${schema}`);
  return address.toString();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export async function addPerson(name: string, person: { birthDate?: string; sex?: Sex } = {}): Promise<SignedIn & { athleteId: string }> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}-${randomUUID()}@example.org`;
  const user = await database().user.create({
    data: {
      name,
      email,
      athlete: { create: { name, birthDate: new Date(person.birthDate ?? "1982-05-17"), sex: person.sex ?? "female" } },
    },
    select: { id: true, athlete: { select: { id: true } } },
  });
  return { userId: user.id, name, email, athleteId: user.athlete?.id ?? "", units: metricPreferences, coaches: false };
}

/** A record without a sign-in, with a team's consent. */
export async function addPatient(
  teamId: string,
  patient: { name?: string; identifier?: string; birthDate?: string; sex?: Sex; scope?: ConsentScope } = {},
): Promise<string> {
  const { id } = await database().athlete.create({
    data: {
      name: patient.name ?? "Patient",
      identifier: patient.identifier ?? null,
      birthDate: new Date(patient.birthDate ?? "1975-04-02"),
      sex: patient.sex ?? "male",
    },
    select: { id: true },
  });
  await addConsent(id, teamId, patient.scope ?? "record");
  return id;
}

export async function addTeam(members: readonly { viewer: Viewer; role: TeamRole }[]): Promise<string> {
  const team = await database().team.create({
    data: { name: "Team", memberships: { create: members.map(({ viewer, role }) => ({ userId: viewer.userId, role })) } },
    select: { id: true },
  });
  return team.id;
}

export async function addConsent(athleteId: string, teamId: string, scope: ConsentScope, revoked = false): Promise<void> {
  const grantedAt = new Date(Date.now() - 60_000);
  await database().consent.create({
    data: { athleteId, teamId, scope, textVersion: "test", grantedAt, revokedAt: revoked ? new Date() : null },
  });
}

export type Traced = { actor: string | null; subject: string | null; action: string; target: string | null; teams: string[] };

/**
 * What the audit says, in order, as if people stood in it under their ids: of a person with a sign-in the user's, else the
 * record's. `target` finds it sealed or not.
 */
export async function auditTrail(wanted: Partial<Omit<Traced, "teams">> = {}): Promise<Traced[]> {
  const [events, users, athletes] = [
    await database().auditEvent.findMany({ orderBy: { id: "asc" } }),
    await database().user.findMany({ select: { id: true, auditKey: true } }),
    await database().athlete.findMany({ select: { id: true, auditKey: true } }),
  ];
  const idOf = new Map([...athletes, ...users].map(({ id, auditKey }) => [auditKey, id]));
  const named = (key: string | null) => (key === null ? null : (idOf.get(key) ?? "gone"));
  const { target: about, ...plain } = wanted;
  const isAbout = (key: string | null, target: string | null) => target === about || (key !== null && target === sealOf(key, about ?? ""));
  return events.flatMap(({ actor, subject, action, target, teams }) => {
    if (about !== undefined && !isAbout(subject, target)) return [];
    const sealed = athletes.find(({ id }) => subject !== null && sealOf(subject, id) === target);
    const event = { actor: named(actor), subject: named(subject), action, target: about ?? sealed?.id ?? target, teams };
    return Object.entries(plain).every(([name, value]) => Reflect.get(event, name) === value) ? [event] : [];
  });
}

/** As the database's audit_seal. */
export const sealOf = (key: string, target: string): string => createHash("sha256").update(`${key} ${target}`).digest("hex");

/** The audit key of a person, for events written by hand. */
export const auditKeyOf = async ({ userId }: Pick<Viewer, "userId">): Promise<string> =>
  (await database().user.findUniqueOrThrow({ where: { id: userId }, select: { auditKey: true } })).auditKey;

/** Everybody who walked. */
export const allWalkers: CohortFilters = {
  protocol: "walk",
  zones: [],
  sex: null,
  ageBands: [],
  weight: { from: null, to: null },
  dates: { from: null, to: null },
};
