import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "./database";
import { isUniqueViolation } from "./errors";
import { Prisma } from "./generated/client";
import { openTestDatabase } from "./testing";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const insert = (id: string) => Prisma.sql`INSERT INTO "Team" ("id", "name") VALUES (${id}::uuid, 'Team')`;
const stored = (...ids: string[]) => database().team.count({ where: { id: { in: ids } } });

describe("statements in a transaction", () => {
  it("are kept together, and see each other", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const counts = await database().$inStatements(async (transaction) => [
      await transaction.$executeRaw(insert(one)),
      await transaction.$executeRaw`INSERT INTO "Team" ("id", "name") SELECT ${other}::uuid, "name" FROM "Team" WHERE "id" = ${one}::uuid`,
    ]);
    expect(counts).toEqual([1, 1]);
    expect(await stored(one, other)).toBe(2);
  });

  it("leave nothing where something else went wrong, and the connection to others", async () => {
    const id = randomUUID();
    for (let round = 0; round < 10; round++) {
      const failed = database().$inStatements(async (transaction) => {
        await transaction.$executeRaw(insert(id));
        throw new Error("something else");
      });
      await expect(failed).rejects.toThrow("something else");
    }
    expect(await stored(id)).toBe(0);
  });

  it("leave nothing where one is refused, which is told by its name and without its content", async () => {
    const id = randomUUID();
    const error: unknown = await database()
      .$inStatements(async (transaction) => {
        await transaction.$executeRaw(insert(id));
        await transaction.$executeRaw(insert(id));
      })
      .catch((refusal: unknown) => refusal);
    expect(isUniqueViolation(error)).toBe(true);
    expect(JSON.stringify([String(error), error])).not.toContain(id);
    expect(await stored(id)).toBe(0);
  });

  it("give dates as dates, lists as lists and documents as text", async () => {
    const ids = [randomUUID(), randomUUID()];
    const rows = await database().$inStatements(
      (transaction) =>
        transaction.$queryRaw`SELECT DATE '1978-05-17' AS day, TIMESTAMPTZ '2026-03-02T09:30:00.123Z' AS moment, ${ids[0]}::uuid = ANY(${ids}::uuid[]) AS within, 7 AS number,
          NULL::date AS none, '{"a": 1}'::json::text AS document`,
    );
    expect(rows).toEqual([
      {
        day: new Date("1978-05-17"),
        moment: new Date("2026-03-02T09:30:00.123Z"),
        within: true,
        number: 7,
        none: null,
        document: '{"a": 1}',
      },
    ]);
  });

  it("leave nothing where one is refused and nobody minds", async () => {
    const id = randomUUID();
    const failed = database().$inStatements(async (transaction) => {
      await transaction.$executeRaw(insert(id));
      await transaction.$executeRaw(insert(id)).then(undefined, () => {});
      return "all is well";
    });
    expect(isUniqueViolation(await failed.catch((refusal: unknown) => refusal))).toBe(true);
    expect(await stored(id)).toBe(0);
  });

  it("keep moments whatever zone the server was set up in", async () => {
    const moment = new Date("2026-07-01T10:00:00.123Z");
    const asked = Prisma.sql`SELECT ${moment}::timestamptz AS through, json_build_object('moment', ${moment}::timestamptz)::text AS document`;
    const [row] = z.array(z.object({ through: z.date(), document: z.string() })).parse(await database().$queryRaw(asked));
    expect(row?.through).toEqual(moment);
    expect(new Date(z.object({ moment: z.string() }).parse(JSON.parse(row?.document ?? "")).moment)).toEqual(moment);
  });

  it("run over a client that was disconnected before", async () => {
    await database().$disconnect();
    expect(await database().$inStatements((transaction) => transaction.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  });
});
