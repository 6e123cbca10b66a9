import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatabaseAdapter } from "@/lib/data/adapter";
import { openTestDatabase } from "@/lib/data/testing";
import { applyMigrations, driftFromSchema } from "./schema-engine";

let adapter: DatabaseAdapter;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ adapter, close } = await openTestDatabase());
});
afterAll(() => close());

describe("the migrations", () => {
  it("are applied once", async () => {
    expect(await applyMigrations(adapter)).toEqual([]);
  });

  it("and schema.prisma agree", async () => {
    expect(await driftFromSchema(adapter)).toBe("");
  });
});
