import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withdraw } from "./consents";
import { database } from "./database";
import { acceptOffer, listOffers, mostOpenOffers, offerAccess, readOffer, revokeOffer } from "./offers";
import { permittedAthlete } from "./permitted";
import { addConsent, addPerson, addTeam, auditTrail, openTestDatabase } from "./testing";
import { hashOfToken } from "./tokens";
import type { Viewer } from "./viewer";

type Person = Viewer & { athleteId: string };

let close: () => Promise<void>;
let ana: Person;
let coach: Person;
let stranger: Person;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [ana, coach, stranger] = [await addPerson("Ana"), await addPerson("Coach"), await addPerson("Stranger")];
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
});

async function offered(scope: "view" | "record" = "view"): Promise<{ id: string; token: string }> {
  const offer = await offerAccess(ana, { email: coach.email, scope });
  if (!offer.ok) throw new Error(offer.error);
  return offer.value;
}

const sees = async (viewer: Viewer, access: "view" | "record" = "view") =>
  (await permittedAthlete(viewer, ana.athleteId, access, database())) !== null;
const notOpen = { ok: false, error: "not_open" };

describe("an offer", () => {
  it("shares nothing before it is taken up", async () => {
    const { token } = await offered();
    expect(await sees(coach)).toBe(false);
    expect(await readOffer(coach, token)).toMatchObject({ state: "open", athleteName: "Ana", scope: "view" });
    expect((await listOffers(ana)).map(({ email }) => email)).toEqual([coach.email]);
    expect(await listOffers(coach)).toEqual([]);
  });

  it.each(["view", "record"] as const)("to %s is taken up with a team, as it was offered", async (scope) => {
    const { token } = await offered(scope);
    expect(await acceptOffer(coach, token, teamId)).toEqual({ ok: true, value: { teamId, athleteId: ana.athleteId } });
    expect([await sees(coach), await sees(coach, "record")]).toEqual([true, scope === "record"]);
    expect(await readOffer(coach, token)).toEqual({ state: "accepted", teamId });
    expect(await listOffers(ana)).toEqual([]);
    const trace = await auditTrail({ subject: ana.userId, target: teamId });
    expect(trace.map(({ action, actor }) => [action, actor])).toEqual([
      ["offer.accepted", coach.userId],
      ["consent.granted", ana.userId],
    ]);
  });

  it("is for its address alone", async () => {
    const { token } = await offered();
    const theirs = await addTeam([{ viewer: stranger, role: "owner" }]);
    expect(await readOffer(stranger, token)).toBeNull();
    expect(await acceptOffer(stranger, token, theirs)).toEqual(notOpen);
    expect(await sees(stranger)).toBe(false);
  });

  it("is taken up only with a team one works in", async () => {
    const { token } = await offered();
    const theirs = await addTeam([{ viewer: stranger, role: "owner" }]);
    for (const team of [theirs, "no id"]) expect(await acceptOffer(coach, token, team)).toEqual({ ok: false, error: "not_permitted" });
    expect(await sees(stranger)).toBe(false);
    expect((await acceptOffer(coach, token, teamId)).ok).toBe(true);
  });

  it("is taken up once, also where somebody presses twice at once with two teams", async () => {
    const second = await addTeam([{ viewer: coach, role: "owner" }]);
    const { token } = await offered();
    const results = await Promise.all([acceptOffer(coach, token, teamId), acceptOffer(coach, token, second)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().consent.count({ where: { athleteId: ana.athleteId } })).toBe(1);
  });

  it("ends when taken back, by its athlete alone", async () => {
    const { id, token } = await offered();
    expect(await revokeOffer(coach, id)).toBe(false);
    expect(await revokeOffer(ana, id)).toBe(true);
    expect(await revokeOffer(ana, id)).toBe(false);
    expect(await readOffer(coach, token)).toBeNull();
    expect(await acceptOffer(coach, token, teamId)).toEqual(notOpen);
  });

  it("ends with its time", async () => {
    const { id, token } = await offered();
    await database().accessOffer.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await readOffer(coach, token)).toBeNull();
    expect(await acceptOffer(coach, token, teamId)).toEqual(notOpen);
    expect(await listOffers(ana)).toEqual([]);
  });

  it("ends when the athlete withdraws from a team of that coach", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const { token } = await offered("record");
    await withdraw(ana, teamId);
    expect(await acceptOffer(coach, token, teamId)).toEqual(notOpen);
    expect(await sees(coach)).toBe(false);
  });

  it("changes nothing where the athlete shares with that team already", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const { token } = await offered("record");
    expect(await acceptOffer(coach, token, teamId)).toEqual({ ok: false, error: "already_shared" });
    expect(await sees(coach, "record")).toBe(false);
  });

  it("is refused to oneself, without a record, and beyond a number", async () => {
    expect(await offerAccess(ana, { email: ana.email, scope: "view" })).toEqual({ ok: false, error: "own_address" });
    await database().accessOffer.createMany({
      data: Array.from({ length: mostOpenOffers }, (_, index) => ({
        athleteId: ana.athleteId,
        email: "somebody@example.org",
        scope: "view" as const,
        textVersion: "test",
        tokenHash: hashOfToken(`${ana.athleteId} ${index}`),
        expiresAt: new Date(Date.now() + 60_000),
      })),
    });
    expect(await offerAccess(ana, { email: coach.email, scope: "view" })).toEqual({ ok: false, error: "too_many" });
    await database().athlete.update({ where: { id: stranger.athleteId }, data: { userId: null } });
    expect(await offerAccess(stranger, { email: coach.email, scope: "view" })).toEqual({ ok: false, error: "no_record" });
  });
});
