import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { viewer } from "@/lib/auth/viewer";
import { listImports } from "@/lib/data/imports";
import { addPerson, openTestDatabase } from "@/lib/data/testing";
import { begin } from "./actions";

vi.mock(import("@/lib/auth/viewer"), () => ({ viewer: vi.fn(), requireViewer: vi.fn() }));

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

it("makes room for a file for whom the page was drawn, and for nobody who signed in since", async () => {
  const [ana, bea] = [await addPerson("Ana"), await addPerson("Bea")];
  vi.mocked(viewer).mockResolvedValue(bea);
  expect(await begin({ owner: ana.userId, team: null, fileName: "runs.csv" })).toEqual({ problem: "signedOut" });
  expect(await listImports(bea)).toEqual([]);
  const begun = await begin({ owner: bea.userId, team: null, fileName: "runs.csv" });
  expect(await listImports(bea)).toMatchObject([{ id: "id" in begun && begun.id }]);
});
