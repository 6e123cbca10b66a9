import { beforeEach, expect, it, vi } from "vitest";
import { knownDevice, rememberDevice } from "./known-device";

const jar = new Map<string, { value: string }>();
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: (name: string) => jar.get(name), set: (name: string, value: string) => jar.set(name, { value }) }),
}));
beforeEach(() => jar.clear());

it("knows who signed in here, under the same name each time, and nobody else", async () => {
  expect(await knownDevice("ana@example.org")).toBeNull();
  await rememberDevice("ana@example.org");
  const device = await knownDevice(" ANA@example.org ");
  expect(device).toMatch(/^[\w-]{22}$/);
  await rememberDevice("eva@example.org");
  await rememberDevice("ana@example.org");
  expect(await knownDevice("ana@example.org")).toBe(device);
  expect(await knownDevice("eva@example.org")).not.toBe(device);
  expect(await knownDevice("nobody@example.org")).toBeNull();
  expect(await knownDevice("no address")).toBeNull();
});

it("believes no cookie that it did not make, and names nobody in it", async () => {
  await rememberDevice("ana@example.org");
  const [[name = "", { value }] = ["", { value: "" }]] = [...jar];
  expect(value).not.toContain("ana");
  jar.set(name, { value: `${value.slice(0, -2)}xx` });
  expect(await knownDevice("ana@example.org")).toBeNull();
});

it("keeps the last of many who sign in at one desk", async () => {
  for (let count = 0; count < 25; count++) await rememberDevice(`person-${count}@example.org`);
  expect(await knownDevice("person-0@example.org")).toBeNull();
  expect(await knownDevice("person-24@example.org")).not.toBeNull();
  expect([...jar.values()][0]?.value.length).toBeLessThan(3_000);
});
