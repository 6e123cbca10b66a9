import { globSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { isAllowed, type Needs, type Role, roles, secrets } from "@/lib/data/permission-walk/roles";
import { readWorld, type SeededWorld, worldPassword } from "./world";

// Every page and endpoint before everybody: who may gets it, who may not gets the same "not found" as for what is not there.

type Entry = {
  /** What the table of permissions asks; all of them where there are several. Null where anybody may; "nobody": nobody may. */
  needs: readonly (Needs | "nobody")[] | null;
  path: (world: SeededWorld) => string;
};

const anybody = (path: string): Entry => ({ needs: null, path: () => path });
const signedIn = (path: string): Entry => ({ needs: ["a sign-in"], path: () => path });
const nobody = (path: string): Entry => ({ needs: ["nobody"], path: () => path });

/** No link was ever made with it. */
const unknownToken = "bm9ib2R5LW1hZGUtYS1saW5rLXdpdGgtdGhpcy10b2s";

const entries: Readonly<Record<string, Entry>> = {
  offline: anybody("/offline"),
  "%5Fah/warmup": anybody("/_ah/warmup"),
  "(public)": anybody("/"),
  "(public)/api-docs": anybody("/api-docs"),
  "(public)/faq": anybody("/faq"),
  "(public)/models": anybody("/models"),
  "(public)/models/[name]": anybody("/models/gait-age-walk"),
  "(public)/models/[name]/card.json": anybody("/models/gait-age-walk/card.json"),
  "(public)/privacy": anybody("/privacy"),
  "(public)/sign-in": anybody("/sign-in"),
  "(public)/sign-in/second": anybody("/sign-in/second"),
  "(public)/sign-up": anybody("/sign-up"),
  "(public)/sign-up/confirm/[token]": anybody(`/sign-up/confirm/${unknownToken}`),
  "(public)/status": anybody("/status"),
  "(public)/welcome": anybody("/welcome"),
  "(signed-in)/assessments": signedIn("/assessments"),
  "(signed-in)/assessments/[id]": {
    needs: ["athlete.view"],
    path: ({ athlete }) => `/assessments/${athlete.assessmentId}`,
  },
  "(signed-in)/assessments/[id]/report.pdf": {
    needs: ["patient.view"],
    path: ({ patient }) => `/assessments/${patient.assessmentId}/report.pdf`,
  },
  "(signed-in)/assessments/[id]/edit": {
    needs: ["athlete.record"],
    path: ({ athlete }) => `/assessments/${athlete.assessmentId}/edit`,
  },
  "(signed-in)/assessments/new": signedIn("/assessments/new"),
  "(signed-in)/athletes": { needs: ["team.view"], path: ({ teamId }) => `/athletes?team=${teamId}` },
  "(signed-in)/athletes/[id]": { needs: ["patient.view"], path: ({ patient }) => `/athletes/${patient.id}` },
  "(signed-in)/athletes/[id]/assess": { needs: ["patient.record"], path: ({ patient }) => `/athletes/${patient.id}/assess` },
  "(signed-in)/athletes/[id]/edit": { needs: ["patient.administer"], path: ({ patient }) => `/athletes/${patient.id}/edit` },
  "(signed-in)/athletes/[id]/merge": { needs: ["patient.administer"], path: ({ patient }) => `/athletes/${patient.id}/merge` },
  "(signed-in)/athletes/new": { needs: ["team.invite"], path: ({ teamId }) => `/athletes/new?team=${teamId}` },
  "(signed-in)/cohort": { needs: ["team.view"], path: ({ teamId }) => `/cohort?team=${teamId}` },
  "(signed-in)/cohort/norms": { needs: ["team.view"], path: ({ teamId }) => `/cohort/norms?team=${teamId}` },
  "(signed-in)/compare": {
    needs: ["athlete.view", "patient.view"],
    path: ({ athlete, patient }) => `/compare?athletes=${athlete.id},${patient.id}`,
  },
  "(signed-in)/dashboard": signedIn("/dashboard"),
  "(public)/forgot": anybody("/forgot"),
  "(public)/reset/[token]": anybody(`/reset/${unknownToken}`),
  "(public)/verify/[token]": signedIn(`/verify/${unknownToken}`),
  "(signed-in)/settings/account": signedIn("/settings/account"),
  "(public)/erased": anybody("/erased"),
  "(signed-in)/consent": signedIn("/consent"),
  "(signed-in)/export": signedIn("/export"),
  "(signed-in)/export/assessments.csv": {
    needs: ["athlete.view"],
    path: ({ athlete }) => `/export/assessments.csv?of=athlete:${athlete.id}`,
  },
  "(signed-in)/export/training.csv": { needs: ["patient.view"], path: ({ patient }) => `/export/training.csv?of=athlete:${patient.id}` },
  "(signed-in)/settings/data": signedIn("/settings/data"),
  "(signed-in)/settings/data/erase": signedIn("/settings/data/erase"),
  "(signed-in)/teams/[id]/audit": { needs: ["team.audit"], path: ({ teamId }) => `/teams/${teamId}/audit` },
  "(signed-in)/import": signedIn("/import"),
  "(signed-in)/import/[id]": { needs: ["athlete.own"], path: ({ importId }) => `/import/${importId}` },
  "(signed-in)/import/[id]/refused.csv": { needs: ["athlete.own"], path: ({ importId }) => `/import/${importId}/refused.csv` },
  "(signed-in)/import/template.csv": anybody("/import/template.csv"),
  "(signed-in)/invitations/[token]": nobody(`/invitations/${unknownToken}`),
  "(signed-in)/offers/[token]": nobody(`/offers/${unknownToken}`),
  "(signed-in)/settings": signedIn("/settings"),
  "(signed-in)/settings/security": signedIn("/settings/security"),
  "(signed-in)/settings/tokens": signedIn("/settings/tokens"),
  "(signed-in)/sharing": signedIn("/sharing"),
  "(signed-in)/teams": signedIn("/teams"),
  "(signed-in)/teams/[id]": { needs: ["team.view"], path: ({ teamId }) => `/teams/${teamId}` },
  "api/auth/[...nextauth]": anybody("/api/auth/providers"),
  "api/health": anybody("/api/health"),
};

/** Endpoints that only take something in are pressed, not opened: the journeys of what they are for try them as others. */
const opens = (file: string) =>
  file.endsWith("page.tsx") || /export (async function GET|function GET|const GET|\{[^}]*GET)/.test(readFileSync(file, "utf8"));
// Programs ask with a token: app/api/v1/walk.test.ts tries those as everybody.
const found = globSync("app/**/{page.tsx,route.ts}", { exclude: ["app/api/v1/**"] })
  .filter(opens)
  .map((file) => file.replace(/^app\/|\/?(page\.tsx|route\.ts)$/g, ""));

test("every page and endpoint has its line in the walk", () => {
  expect(Object.keys(entries).sort()).toEqual(found.sort());
});

test("a visitor who is signed out is sent to sign in, and told nothing", async ({ request }) => {
  const world = readWorld();
  for (const [name, { needs, path }] of Object.entries(entries)) {
    const response = await request.get(path(world), { maxRedirects: 0 });
    if (needs === null) expect([name, response.status() < 400]).toEqual([name, true]);
    else
      expect([name, response.status(), response.headers().location]).toEqual([name, 307, expect.stringContaining("/sign-in?callbackUrl=")]);
    expectToTellNothing(name, await response.text(), { athlete: true, patient: true });
  }
});

for (const role of roles) {
  test(`${role}: opens what the table says and nothing else`, async ({ context }) => {
    const world = readWorld();
    await signInAs(context.request, world, role);
    for (const [name, { needs, path }] of Object.entries(entries)) {
      const response = await context.request.get(path(world), { maxRedirects: 0 });
      const allowed = (needs ?? []).every((each) => each !== "nobody" && isAllowed(role, each));
      expect([name, response.status() === 404]).toEqual([name, !allowed]);
      expect([name, response.status() < 500]).toEqual([name, true]);
      const hidden = { athlete: !isAllowed(role, "athlete.view"), patient: !isAllowed(role, "patient.view") };
      expectToTellNothing(name, await response.text(), hidden);
    }
  });
}

function expectToTellNothing(name: string, text: string, hidden: { athlete: boolean; patient: boolean }): void {
  if (hidden.athlete) expect([name, text.includes(secrets.athlete)]).toEqual([name, false]);
  if (hidden.patient) expect([name, text.includes(secrets.patient)]).toEqual([name, false]);
  if (hidden.athlete && hidden.patient) expect([name, text.includes(secrets.notes)]).toEqual([name, false]);
}

async function signInAs(request: APIRequestContext, world: SeededWorld, role: Role): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: world.emails[role] ?? "", password: worldPassword, json: "true" };
  const response = await request.post("/api/auth/callback/credentials", { form });
  expect(response.ok()).toBe(true);
}
