import { compareHref } from "@/app/(signed-in)/compare/address";
import { createPostgresAdapter } from "@/lib/data/adapter";
import { mostCompared } from "@/lib/data/compare";
import { readCandidates } from "@/lib/data/compare-people";
import { createDatabase, database } from "@/lib/data/database";

import { alternate } from "../alternate";
import type { Figure } from "../figures";
import { begin, growTo } from "../people";
import { ports } from "../ports";
import { migrate } from "../scene";
import { type Server, startOwn } from "../servers";
import { sessionCookie } from "../session-cookie";

const few = 100;
const many = 100_000;

/** Pages about everybody in a team or in all. */
const ofMany = new Set(["Compare six people", "Cohort", "Cohort of everyone"]);

type Grown = {
  /** Somebody's assessment is corrected. */
  readonly change: () => Promise<unknown>;
  readonly server: Server;
  readonly cookie: string;
  readonly pages: ReadonlyMap<string, string>;
  readonly assessments: number;
};

/** A coach's pages and an athlete's dashboard, over a hundred assessments and over a hundred thousand. */
export async function compareGrowth(database: (name: string) => string, secret: string): Promise<Figure[]> {
  const begun: Grown[] = [];
  try {
    const small = await grow(database("growth_small"), few, { secret, port: ports.servers[0] });
    begun.push(small);
    const large = await grow(database("growth_large"), many, { secret, port: ports.servers[1] });
    begun.push(large);
    const looks = [...small.pages.keys()].flatMap((page) => [
      { name: page, page, changes: false },
      ...(ofMany.has(page) ? [{ name: `${page}, the first look after a change in it`, page, changes: true }] : []),
    ]);
    const time = await alternate(
      looks.flatMap(({ name, page, changes }) =>
        [small, large].map((grown) => ({
          name: `${name} ${grown.assessments}`,
          measure: async () => {
            if (changes) await grown.change();
            // A look that nothing has changed for is no first one.
            else if (ofMany.has(page)) await served(grown, grown.pages.get(page) ?? "");
            return served(grown, grown.pages.get(page) ?? "");
          },
        })),
      ),
      15,
    );
    return looks.map(({ name }) => {
      const [before, after] = [time(`${name} ${small.assessments}`), time(`${name} ${large.assessments}`)];
      return {
        what: `${name}, at ${large.assessments.toLocaleString("en")} assessments against ${small.assessments}`,
        seen: `${after.toFixed(0)} ms against ${before.toFixed(0)} ms`,
        ratio: after / before,
        bar: 2,
        should: "at most",
      };
    });
  } finally {
    await Promise.all(begun.map(({ server }) => server.stop()));
  }
}

/** A team with so many assessments among its athletes, and a server over it. */
async function grow(url: string, wanted: number, { secret, port }: { secret: string; port: number }): Promise<Grown> {
  Object.assign(process.env, { DATABASE_URL: url, NEXTAUTH_SECRET: secret });
  migrate(url);
  const grown = createDatabase(createPostgresAdapter(url, 5));
  globalThis.marchaDatabase = grown;
  const { viewer, teamId } = await begin(8);
  const assessments = () => database().assessment.count();
  const [present, athletes] = [await assessments(), await database().rosterEntry.count({ where: { teamId } })];
  const each = present / (await database().athlete.count());
  await growTo(Math.max(athletes, athletes + Math.round((wanted - present) / each)));
  const { people = [] } = (await readCandidates(viewer, { teamId })) ?? {};
  const compared = { athletes: people.slice(0, mostCompared).map(({ id }) => id), assessments: [], team: teamId };
  const pages = new Map([
    ["Roster", `/athletes?team=${teamId}`],
    ["Compare six people", compareHref(compared)],
    ["Cohort", `/cohort?team=${teamId}`],
    ["Cohort of everyone", "/cohort?team=everyone"],
    ["Dashboard", "/dashboard"],
  ]);
  const { assessmentId, weightKg } = await grown.assessmentSummary.findFirstOrThrow({
    where: { athlete: { consents: { some: { teamId, revokedAt: null } }, referenceConsents: { some: { revokedAt: null } } } },
  });
  const change = () => grown.assessmentSummary.update({ where: { assessmentId }, data: { weightKg } });
  const server = await startOwn(port, { DATABASE_URL: url, NEXTAUTH_SECRET: secret });
  return { change, server, cookie: await sessionCookie(viewer.userId, secret), pages, assessments: await assessments() };
}

async function served({ server, cookie }: Grown, path: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(`${server.url}${path}`, { headers: { Cookie: cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - begun;
}
