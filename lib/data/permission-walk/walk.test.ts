import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doors } from "./doors";
import { isAllowed, mayKnow, roles, secrets } from "./roles";
import { openWorld, type World } from "./world";

let close: () => Promise<void>;
let world: World;
let restore: () => Promise<void>;
beforeAll(async () => {
  ({ world, restore, close } = await openWorld());
});
afterAll(() => close());

/** Every function of lib/data that a viewer may call, by the file that holds it. */
const exported = globSync("lib/data/*.ts")
  .filter((file) => !/\.test\.ts$|testing\.ts$/.test(file))
  .flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export async function (\w+)(?:<[^(]*>)?\(\s*viewer: Viewer/gm)].map(([, name = ""]) => ({
      file: path.basename(file, ".ts"),
      name,
    })),
  );

/** Refused is null, nothing, no or an expected failure; whatever else came back was granted. */
const isRefusal = (result: unknown): boolean =>
  result === null ||
  result === false ||
  result === 0 ||
  (Array.isArray(result) && result.length === 0) ||
  (typeof result === "object" && "ok" in result && result.ok === false);

describe("the doors of lib/data", () => {
  it.each(exported)("$file $name has its line in the walk", ({ file, name }) => {
    expect(doors[file]?.[name]).toBeDefined();
  });

  it("has no line for what is not there", () => {
    const names = new Set(exported.map(({ name }) => name));
    expect(Object.values(doors).flatMap((entries) => Object.keys(entries).filter((name) => !names.has(name)))).toEqual([]);
  });
});

const walked = Object.entries(doors).flatMap(([file, entries]) =>
  Object.entries(entries).flatMap(([name, door]) => roles.map((role) => ({ file, name, role, door }))),
);

describe("opens each door to whom the table says, and to nobody else", () => {
  it.each(walked)("$file $name, $role", async ({ role, door }) => {
    await restore();
    const result = await door.call(world.people[role], world);
    const needs = [door.needs].flat();
    if (!needs.includes("a sign-in")) expect(isRefusal(result)).toBe(!needs.every((each) => isAllowed(role, each)));
    const told = JSON.stringify(result ?? null);
    for (const whose of ["athlete", "patient"] as const) {
      if (!mayKnow(role, whose)) expect(told).not.toContain(secrets[whose]);
      if (!mayKnow(role, whose)) expect(told).not.toContain(world[whose].assessmentId);
    }
    if (!mayKnow(role, "athlete")) expect(told).not.toContain(secrets.notes);
  });
});
