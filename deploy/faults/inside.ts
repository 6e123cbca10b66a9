import { entryValues } from "@/app/(signed-in)/assessments/new/entry-values";
import { patientsVisit } from "@/bench/scene";
import { sessionCookie } from "@/bench/session-cookie";
import { createToken } from "@/lib/data/api-tokens";
import { database } from "@/lib/data/database";
import { addPerson } from "@/lib/data/testing";
import { metricPreferences } from "@/lib/measurements/units";
import type { Found, Seeded } from "./types";

// inside.ts seed|look: a person who records, or what is stored of theirs. A process of its own, for only one may hold PGlite.

const [task] = process.argv.slice(2);
const answer = task === "seed" ? await seed() : await look();
await database().$disconnect();
process.stdout.write(JSON.stringify(answer));
process.exit(0);

async function seed(): Promise<Seeded> {
  const visit = patientsVisit();
  const viewer = await addPerson("Ana", { birthDate: "1978-05-17", sex: "male" });
  const made = await createToken(viewer, { name: "faults", scopes: ["read", "write"], days: 30 });
  if (!made.ok) throw new Error(made.error);
  const { measurements, protocol, reason } = visit;
  return {
    athleteId: viewer.athleteId,
    token: made.value.token,
    cookie: await sessionCookie(viewer.userId, process.env.NEXTAUTH_SECRET ?? ""),
    body: { protocol, reason, measured_at: visit.measuredAt.toISOString(), time_zone: visit.timeZone, measurements },
    fields: entryValues({ ...visit, revision: 0 }, { preferences: metricPreferences, locale: "en" }),
  };
}

/** Each assessment by the mark in its notes, and how much of it is there. */
async function look(): Promise<Found[]> {
  const rows = await database().assessment.findMany({
    where: { notes: { startsWith: "fault " } },
    select: {
      id: true,
      notes: true,
      summary: { select: { assessmentId: true } },
      _count: { select: { measurements: true, predictions: true } },
    },
  });
  return rows.map(({ id, notes, summary, _count }) => ({
    id,
    mark: notes ?? "",
    measurements: _count.measurements,
    predictions: _count.predictions,
    summary: summary !== null,
  }));
}
