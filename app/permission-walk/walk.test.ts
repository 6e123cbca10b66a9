import { globSync, readFileSync } from "node:fs";
import { createFormatter } from "next-intl";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { requireHolder, requireViewer, viewer } from "@/lib/auth/viewer";
import { database } from "@/lib/data/database";
import { isAllowed, roles, secrets } from "@/lib/data/permission-walk/roles";
import { openWorld, type World } from "@/lib/data/permission-walk/world";
import { entries, itIsMe } from "./entries";

// Every server action before everybody: who may changes something, for who may not the database stays as it was, row by row.
// One that only reads tells who may, and nobody else.

vi.mock(import("@/lib/auth/viewer"), () => ({
  viewer: vi.fn(),
  requireViewer: vi.fn(),
  holder: vi.fn(),
  requireHolder: vi.fn(),
  sessionClaims: vi.fn(),
}));
vi.mock(import("@/lib/auth/session"), () => ({ giveSession: async () => {} }));
vi.mock(import("@/lib/auth/confirm"), () => ({
  confirmIdentity: async (_who, typed) => (typed === itIsMe ? "confirmed" : "wrong"),
  hasPassword: async () => true,
}));
vi.mock("next/server", () => ({ after: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (address: string) => {
    throw new Left(address);
  },
  notFound: () => {
    throw new Left("not found");
  },
}));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ host: "localhost:3000" }), cookies: async () => new Map() }));
vi.mock("@/lib/i18n/server", () => ({
  getLocale: async () => "en",
  getRegionalFormatter: async () => createFormatter({ locale: "en-GB", timeZone: "UTC" }),
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true, rich: (key: string) => key }),
}));

/** An action that ends in another page. */
class Left extends Error {}

let close: () => Promise<void>;
let world: World;
let restore: () => Promise<void>;
beforeAll(async () => {
  ({ world, restore, close } = await openWorld());
});
afterAll(() => close());

const exported = globSync("app/(signed-in)/**/actions.ts").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^export async function (\w+)\(/gm)].map(([, name = ""]) => ({
    folder: file.replace(/^app\/|\/actions\.ts$/g, ""),
    name,
  })),
);

const walked = Object.entries(entries).flatMap(([folder, actions]) =>
  Object.entries(actions).flatMap(([name, entry]) => [...roles, "signed out" as const].map((role) => ({ folder, name, role, entry }))),
);

describe("the server actions", () => {
  it.each(exported)("$folder $name has its line in the walk", ({ folder, name }) => {
    expect(entries[folder]?.[name]).toBeDefined();
  });
});

describe("changes something for whom the table says, and nothing for anybody else", () => {
  it.each(walked)("$folder $name, $role", async ({ role, entry }) => {
    await restore();
    const who = role === "signed out" ? null : world.people[role];
    vi.mocked(viewer).mockResolvedValue(who);
    vi.mocked(requireViewer).mockImplementation(async () => who ?? Promise.reject(new Left("sign in")));
    vi.mocked(requireHolder).mockImplementation(async () => who ?? Promise.reject(new Left("sign in")));
    const prepared = (await entry.prepare?.(world, who ?? world.people.stranger)) ?? "";
    const before = await everything();
    const answer = await entry.press(world, who ?? world.people.stranger, prepared).catch((error: unknown) => {
      if (!(error instanceof Left)) throw error;
    });
    const allowed = role !== "signed out" && isAllowed(role, entry.needs);
    expect((await everything()) !== before).toBe(allowed && !entry.reads);
    if (entry.reads) expect(JSON.stringify(answer ?? null).includes(secrets.patient)).toBe(allowed);
  });
});

/** All rows of all tables as text. Who looked at what may be added by anybody who may look. */
async function everything(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND left(table_name, 1) <> '_' AND table_name <> 'AuditEvent'
    ORDER BY 1`;
  const contents = await Promise.all(
    tables.map(({ name }) =>
      database().$queryRawUnsafe(`SELECT coalesce(json_agg(t ORDER BY t::text), '[]')::text AS rows FROM "${name}" t`),
    ),
  );
  return JSON.stringify(contents);
}
