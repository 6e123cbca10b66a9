import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseAnswers } from "@/lib/data/database";
import { card, fakeModel } from "@/lib/inference/testing/cards";
import { GET } from "./route";

vi.mock("@/lib/data/database", () => ({ databaseAnswers: vi.fn() }));

const model = fakeModel(card({}), () => [40]);

beforeEach(() => {
  vi.mocked(databaseAnswers).mockResolvedValue(true);
});
afterEach(() => {
  globalThis.marchaModels = undefined;
});

describe("health", () => {
  it.each([
    ["all is well", true, [model], [], 200],
    ["the database does not answer", false, [model], [], 503],
    ["no model is served", true, [], [], 503],
    ["a model is refused", true, [model], [{ name: "other", reason: "could not be opened" }], 503],
  ])("where %s", async (_, database, models, refused, status) => {
    vi.mocked(databaseAnswers).mockResolvedValue(database);
    globalThis.marchaModels = Promise.resolve({ models, refused });
    const response = await GET();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status: status === 200 ? "ok" : "degraded" });
  });
});
