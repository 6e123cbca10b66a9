import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withdraw } from "./consents";
import { database } from "./database";
import { acceptInvitation, declineInvitation, readInvitation } from "./invitation-answers";
import { invite, listInvitations, mostMismatches, mostOpenInvitations, type NewInvitation, revokeInvitation } from "./invitations";
import { permittedAthlete } from "./permitted";
import { readTeam } from "./teams";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";
import { hashOfToken } from "./tokens";
import type { Viewer } from "./viewer";

type Person = Viewer & { athleteId: string };

let close: () => Promise<void>;
let owner: Person;
let coach: Person;
let ana: Person;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [owner, coach, ana] = [await addPerson("Owner"), await addPerson("Coach"), await addPerson("Ana")];
  teamId = await addTeam([
    { viewer: owner, role: "owner" },
    { viewer: coach, role: "coach" },
  ]);
});

async function made(what: Partial<NewInvitation> = {}, viewer: Viewer = owner): Promise<{ id: string; token: string }> {
  const invitation = await invite(viewer, { teamId, role: null, ...what });
  if (!invitation.ok) throw new Error(invitation.error);
  return invitation.value;
}

const sees = async (viewer: Viewer, access: "view" | "record" = "view", athleteId = ana.athleteId) =>
  (await permittedAthlete(viewer, athleteId, access, database())) !== null;
const expire = (id: string) => database().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
const stateOf = async (id: string) => (await listInvitations(owner, teamId)).find((entry) => entry.id === id)?.state;

describe("an invitation is made", () => {
  it("by coaches for athletes, by owners alone for coaches", async () => {
    expect((await invite(coach, { teamId, role: null })).ok).toBe(true);
    expect(await invite(coach, { teamId, role: "coach" })).toEqual({ ok: false, error: "not_permitted" });
    expect((await invite(owner, { teamId, role: "coach" })).ok).toBe(true);
    for (const role of [null, "coach"] as const) {
      expect(await invite(ana, { teamId, role })).toEqual({ ok: false, error: "not_permitted" });
      expect(await invite(owner, { teamId: "no id", role })).toEqual({ ok: false, error: "not_permitted" });
    }
  });

  it("with a token that is stored nowhere", async () => {
    const { id, token } = await made();
    const row = await database().invitation.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(hashOfToken(token));
    expect(JSON.stringify([row, await listInvitations(owner, teamId), await database().auditEvent.findMany()])).not.toContain(token);
  });

  it("to hand over a patient's record, of those the coach administers through that team", async () => {
    const patient = await addPatient(teamId);
    expect((await invite(coach, { teamId, role: null, athleteId: patient })).ok).toBe(true);
    const elsewhere = await addPatient(await addTeam([{ viewer: ana, role: "owner" }]));
    const viewed = await addPatient(teamId, { scope: "view" });
    await addConsent(ana.athleteId, teamId, "record");
    for (const athleteId of [elsewhere, viewed, ana.athleteId, "no id"]) {
      expect(await invite(coach, { teamId, role: null, athleteId })).toEqual({ ok: false, error: "not_permitted" });
    }
    expect(await invite(owner, { teamId, role: "coach", athleteId: patient })).toEqual({ ok: false, error: "not_permitted" });
  });

  it("up to a number that nobody needs", async () => {
    const row = { teamId, createdById: owner.userId, expiresAt: new Date(Date.now() + 60_000) };
    await database().invitation.createMany({
      data: Array.from({ length: mostOpenInvitations }, (_, index) => ({ ...row, tokenHash: hashOfToken(`${teamId} ${index}`) })),
    });
    expect(await invite(owner, { teamId, role: null })).toEqual({ ok: false, error: "too_many" });
  });
});

describe("an invitation is open", () => {
  it("to whoever has the link, and tells who would see what", async () => {
    const { token } = await made({}, coach);
    expect(await readInvitation(ana, token)).toMatchObject({
      state: "open",
      role: null,
      team: { id: teamId, name: "Team" },
      members: [
        { name: "Owner", role: "owner" },
        { name: "Coach", role: "coach" },
      ],
      invitedBy: "Coach",
      handsOver: false,
      alreadyIn: false,
    });
    expect(await readInvitation(ana, `${token}x`)).toBeNull();
  });

  it.each([
    ["expired", async (id: string) => void (await expire(id))],
    ["revoked", async (id: string) => void (await revokeInvitation(owner, id))],
    ["declined", async (id: string, token: string) => void (await declineInvitation(await addPerson(`Somebody ${id.slice(0, 4)}`), token))],
  ])("no more once %s", async (state, end) => {
    const { id, token } = await made();
    await end(id, token);
    expect(await readInvitation(ana, token)).toBeNull();
    expect(await acceptInvitation(ana, token, { scope: "view" })).toEqual({ ok: false, error: "not_open" });
    expect(await declineInvitation(ana, token)).toBe(false);
    expect(await stateOf(id)).toBe(state);
    expect(await sees(coach)).toBe(false);
  });

  it("until revoked: by coaches where it is for an athlete, by owners alone where it is for a coach", async () => {
    const [athletes, coaches] = [await made(), await made({ role: "coach" })];
    expect(await revokeInvitation(ana, athletes.id)).toBe(false);
    expect(await revokeInvitation(coach, coaches.id)).toBe(false);
    expect(await revokeInvitation(coach, athletes.id)).toBe(true);
    expect(await revokeInvitation(owner, coaches.id)).toBe(true);
    expect(await revokeInvitation(owner, coaches.id)).toBe(false);
  });
});

describe("an athlete who accepts", () => {
  it.each(["view", "record"] as const)("lets the team %s, and no more", async (scope) => {
    const { id, token } = await made();
    expect(await sees(coach)).toBe(false);
    expect(await acceptInvitation(ana, token, { scope })).toEqual({ ok: true, value: { teamId, role: null } });
    expect([await sees(coach), await sees(coach, "record")]).toEqual([true, scope === "record"]);
    expect(await stateOf(id)).toBe("accepted");
    expect(await readInvitation(ana, token)).toEqual({ state: "accepted", role: null, teamId });
    expect(await readTeam(ana, teamId)).toBeNull();
  });

  it("has to say what the team may do", async () => {
    const { token } = await made();
    expect(await acceptInvitation(ana, token, { scope: null })).toEqual({ ok: false, error: "scope_needed" });
    expect(await sees(coach)).toBe(false);
    expect((await readInvitation(ana, token))?.state).toBe("open");
  });

  it("is one: of two at the same moment only one gets in", async () => {
    const eva = await addPerson("Eva");
    const { token } = await made();
    const results = await Promise.all([acceptInvitation(ana, token, { scope: "view" }), acceptInvitation(eva, token, { scope: "view" })]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, error: "not_open" });
    expect(await database().consent.count({ where: { teamId, revokedAt: null } })).toBe(1);
  });

  it("twice at once shares once", async () => {
    const { token } = await made();
    const results = await Promise.all(Array.from({ length: 3 }, () => acceptInvitation(ana, token, { scope: "record" })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().consent.count({ where: { athleteId: ana.athleteId, teamId } })).toBe(1);
  });

  it("already shares: nothing changes and the link stays good", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const { token } = await made();
    expect(await readInvitation(ana, token)).toMatchObject({ state: "open", alreadyIn: true });
    expect(await acceptInvitation(ana, token, { scope: "record" })).toEqual({ ok: false, error: "already_in" });
    expect(await sees(coach, "record")).toBe(false);
    expect((await acceptInvitation(await addPerson("Eva"), token, { scope: "view" })).ok).toBe(true);
  });

  it("cannot use the link again after withdrawing", async () => {
    const { token } = await made();
    await acceptInvitation(ana, token, { scope: "view" });
    await withdraw(ana, teamId);
    expect(await acceptInvitation(ana, token, { scope: "view" })).toEqual({ ok: false, error: "not_open" });
    expect(await sees(coach)).toBe(false);
  });
});

describe("a coach who accepts", () => {
  it("works in the team, once, and sees its athletes", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const [one, other] = [await addPerson("One"), await addPerson("Other")];
    const { token } = await made({ role: "coach" });
    const results = await Promise.all([one, other].map((viewer) => acceptInvitation(viewer, token, { scope: null })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await sees(one), await sees(other)].filter(Boolean)).toHaveLength(1);
    expect((await readTeam(owner, teamId))?.members).toHaveLength(3);
  });

  it("works there already: the link stays good for somebody else", async () => {
    const { token } = await made({ role: "coach" });
    expect(await acceptInvitation(coach, token, { scope: null })).toEqual({ ok: false, error: "already_in" });
    expect((await acceptInvitation(ana, token, { scope: null })).ok).toBe(true);
  });
});

describe("a record that is handed over", () => {
  const same = { birthDate: "1982-05-17", sex: "female" } as const;

  it("becomes part of the person's own, shared as they choose", async () => {
    const patient = await addPatient(teamId, same);
    const { token } = await made({ athleteId: patient });
    expect(await readInvitation(ana, token)).toMatchObject({ handsOver: true });
    expect((await acceptInvitation(ana, token, { scope: "view" })).ok).toBe(true);
    expect([await sees(coach), await sees(coach, "record"), await sees(coach, "view", patient)]).toEqual([true, false, false]);
  });

  it("may be taken over and shared with nobody", async () => {
    const patient = await addPatient(teamId, same);
    const { token } = await made({ athleteId: patient });
    expect((await acceptInvitation(ana, token, { scope: null })).ok).toBe(true);
    expect([await sees(coach), await sees(coach, "view", patient)]).toEqual([false, false]);
  });

  it("goes to nobody of another birth date or sex, who learns nothing, and after three tries to nobody at all", async () => {
    const patient = await addPatient(teamId, { ...same, name: "Bruna Secreta" });
    const { id, token } = await made({ athleteId: patient });
    const others = [{ birthDate: "1982-05-18" }, { sex: "male" }, { birthDate: "1981-05-17" }] as const;
    expect(others).toHaveLength(mostMismatches);
    for (const [index, other] of others.entries()) {
      const somebody = await addPerson(`Other${index}`, other);
      expect(JSON.stringify(await readInvitation(somebody, token))).not.toMatch(/Secreta|1982/);
      expect(await acceptInvitation(somebody, token, { scope: "record" })).toEqual({ ok: false, error: "people_differ" });
      expect(await sees(somebody, "view", patient)).toBe(false);
      expect(await sees(coach, "view", somebody.athleteId)).toBe(false);
    }
    expect(await readInvitation(ana, token)).toBeNull();
    expect(await acceptInvitation(ana, token, { scope: "view" })).toEqual({ ok: false, error: "not_open" });
    expect(await stateOf(id)).toBe("mismatched");
    expect(await sees(coach, "view", patient)).toBe(true);
  });

  it("ends the other links to it", async () => {
    const patient = await addPatient(teamId, same);
    const [one, other] = [await made({ athleteId: patient }), await made({ athleteId: patient })];
    await acceptInvitation(ana, one.token, { scope: "view" });
    expect(await stateOf(other.id)).toBe("revoked");
  });
});

it("are nobody's of a team whose address is no id at all", async () => {
  const somebody = await addPerson("Somebody");
  for (const id of ["abc", "new", "\u0000", "€"]) expect(await listInvitations(somebody, id)).toEqual([]);
});
