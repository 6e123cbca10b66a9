import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCandidates } from "./compare-people";
import { database } from "./database";
import { refreshRoster } from "./summaries";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

async function teamOf(names: readonly string[]) {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const ids: string[] = [];
  for (const name of names) {
    const id = await addPatient(teamId, { name });
    await database().$transaction((transaction) => refreshRoster(transaction, id));
    ids.push(id);
  }
  return { coach, teamId, ids };
}

describe("readCandidates", () => {
  it("lists a team's athletes by name, page by page, without loss", async () => {
    const names = Array.from({ length: 65 }, (_, index) => `Name ${String(index).padStart(2, "0")}`);
    const { coach, teamId } = await teamOf(names.toReversed());
    const first = await readCandidates(coach, { teamId });
    expect(first?.people).toHaveLength(60);
    const second = await readCandidates(coach, { teamId, after: first?.next ?? "" });
    expect(second?.next).toBeNull();
    expect([...(first?.people ?? []), ...(second?.people ?? [])].map(({ name }) => name)).toEqual(names);
  });

  it("names those chosen on another page, and nobody who is not of the team", async () => {
    const { coach, teamId, ids } = await teamOf(["Ana", "Ben"]);
    const stranger = await addPerson("Stranger");
    const chosen = [ids[0] ?? "", stranger.athleteId, "no id"];
    expect((await readCandidates(coach, { teamId, chosen }))?.chosen).toEqual([]);
    const found = await readCandidates(coach, { teamId, chosen, after: ids[0] });
    expect(found?.people.map(({ name }) => name)).toEqual(["Ben"]);
    expect(found?.chosen.map(({ name }) => name)).toEqual(["Ana"]);
  });

  it("is null for who does not work in the team, and forgets who withdrew", async () => {
    const { coach, teamId } = await teamOf(["Ana"]);
    expect(await readCandidates(await addPerson("Stranger"), { teamId })).toBeNull();
    expect(await readCandidates(coach, { teamId: "no team" })).toBeNull();
    const gone = await addPerson("Gone");
    await addConsent(gone.athleteId, teamId, "view");
    await database().$transaction((transaction) => refreshRoster(transaction, gone.athleteId));
    expect((await readCandidates(coach, { teamId }))?.people).toHaveLength(2);
    await database().consent.updateMany({ where: { athleteId: gone.athleteId, teamId }, data: { revokedAt: new Date() } });
    expect((await readCandidates(coach, { teamId }))?.people.map(({ name }) => name)).toEqual(["Ana"]);
  });
});
