import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "./database";
import { invite, listInvitations } from "./invitations";
import { createTeam, listTeams, makeOwner, mostOwnedTeams, readTeam, removeMember, renameTeam, teamNameSchema } from "./teams";
import { addConsent, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let owner: Viewer;
let coach: Viewer;
let stranger: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [owner, coach, stranger] = [await addPerson("Owner"), await addPerson("Coach"), await addPerson("Stranger")];
  teamId = await addTeam([
    { viewer: owner, role: "owner" },
    { viewer: coach, role: "coach" },
  ]);
});

const owners = () => database().membership.count({ where: { teamId, role: "owner" } });

describe("a team", () => {
  it("is owned by who makes it", async () => {
    const made = await createTeam(stranger, { name: "  Club Ribera\u0000 " });
    expect(made).toEqual({ ok: true, value: { id: expect.any(String) } });
    expect(await listTeams(stranger)).toEqual([{ id: made.ok && made.value.id, name: "Club Ribera", role: "owner" }]);
  });

  it("is read by those who work in it, with how many share with it now", async () => {
    const [ana, eva] = [await addPerson("Ana"), await addPerson("Eva")];
    await addConsent(ana.athleteId, teamId, "view");
    await addConsent(eva.athleteId, teamId, "view", true);
    expect(await readTeam(coach, teamId)).toMatchObject({
      role: "coach",
      athletes: 1,
      members: [
        { name: "Owner", role: "owner", self: false },
        { name: "Coach", role: "coach", self: true },
      ],
    });
    for (const viewer of [stranger, ana]) expect(await readTeam(viewer, teamId)).toBeNull();
    expect(await readTeam(owner, "no id")).toBeNull();
  });

  it("is renamed by its owner alone", async () => {
    for (const viewer of [coach, stranger]) expect(await renameTeam(viewer, teamId, "Theirs")).toBe(false);
    expect(await renameTeam(owner, teamId, "Ours")).toBe(true);
    expect((await readTeam(coach, teamId))?.name).toBe("Ours");
  });

  it("is one of as many as a person may own", async () => {
    await database().team.createMany({ data: Array.from({ length: mostOwnedTeams }, () => ({ name: "One of many" })) });
    const many = await database().team.findMany({ where: { name: "One of many" }, select: { id: true } });
    await database().membership.createMany({ data: many.map(({ id }) => ({ teamId: id, userId: stranger.userId, role: "owner" })) });
    expect(await createTeam(stranger, { name: "One more" })).toEqual({ ok: false, error: "too_many" });
  });

  it.each(["", "   ", "\u0007", "a".repeat(121)])("has no name like %j", (name) => {
    expect(teamNameSchema.safeParse(name).success).toBe(false);
  });
});

describe("who works in a team", () => {
  it("is made an owner by an owner alone", async () => {
    for (const viewer of [coach, stranger]) expect(await makeOwner(viewer, teamId, coach.userId)).toBe(false);
    expect(await makeOwner(owner, teamId, stranger.userId)).toBe(false);
    expect(await makeOwner(owner, teamId, coach.userId)).toBe(true);
    expect(await owners()).toBe(2);
  });

  it("is removed by an owner, and leaves by themselves", async () => {
    for (const viewer of [coach, stranger]) expect((await removeMember(viewer, teamId, owner.userId)).ok).toBe(false);
    expect(await removeMember(coach, teamId, coach.userId)).toEqual({ ok: true, value: null });
    expect(await readTeam(coach, teamId)).toBeNull();
    expect(await removeMember(coach, teamId, coach.userId)).toEqual({ ok: false, error: "not_permitted" });
  });

  it("sees the athletes no more from then on", async () => {
    const ana = await addPerson("Ana");
    await addConsent(ana.athleteId, teamId, "record");
    await removeMember(owner, teamId, coach.userId);
    expect(await listTeams(coach)).toEqual([]);
  });

  it("is an owner at least: the last one stays, also where two leave at once", async () => {
    expect(await removeMember(owner, teamId, owner.userId)).toEqual({ ok: false, error: "last_owner" });
    await makeOwner(owner, teamId, coach.userId);
    const left = await Promise.all([removeMember(owner, teamId, owner.userId), removeMember(coach, teamId, coach.userId)]);
    expect(left.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owners()).toBe(1);
  });

  it("takes the links they made and nobody used along", async () => {
    await invite(coach, { teamId, role: null });
    await invite(owner, { teamId, role: null });
    await removeMember(owner, teamId, coach.userId);
    const states = (await listInvitations(owner, teamId)).map(({ createdBy, state }) => [createdBy, state]);
    expect(states).toEqual([
      ["Owner", "open"],
      ["Coach", "revoked"],
    ]);
  });
});
