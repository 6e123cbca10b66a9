import "server-only";
import { z } from "zod";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import type { TeamRole } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { permittedTeams } from "./permissions";
import { needsSecondFactor } from "./second-factors";
import { openLink } from "./tokens";
import type { Viewer } from "./viewer";

export type TeamSummary = { id: string; name: string; role: TeamRole };
export type TeamMember = {
  userId: string;
  name: string;
  role: TeamRole;
  since: Date;
  self: boolean;
  /** Whether they sign in with more than a password; null for who is not to know. */
  secondFactor: boolean | null;
};
export type TeamDetail = {
  id: string;
  name: string;
  createdAt: Date;
  /** The viewer's. */
  role: TeamRole;
  /** Owners first, then in the order in which they came. */
  members: TeamMember[];
  /** How many athletes share with the team at present. */
  athletes: number;
  requiresSecondFactor: boolean;
};

/** More teams than this nobody owns but by mistake or in bad faith. */
export const mostOwnedTeams = 50;

export const teamNameSchema = z
  .string()
  .transform((text) => text.replace(/\p{Cc}/gu, "").trim())
  .pipe(z.string().min(1).max(120));

/** The teams the viewer works in, by name. */
export async function listTeams(viewer: Viewer): Promise<TeamSummary[]> {
  const rows = await database().team.findMany({
    where: permittedTeams(viewer, "view"),
    select: { id: true, name: true, memberships: { where: { userId: viewer.userId }, select: { role: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, memberships }) => ({ id, name, role: memberships[0]?.role ?? "coach" }));
}

/** A new team that the viewer owns. */
export async function createTeam(viewer: Viewer, { name }: { name: string }): Promise<Result<{ id: string }, "too_many">> {
  return database().$transaction(async (transaction) => {
    if ((await transaction.team.count({ where: permittedTeams(viewer, "manage") })) >= mostOwnedTeams) return fail("too_many");
    const team = await transaction.team.create({
      data: { name: teamNameSchema.parse(name), memberships: { create: { userId: viewer.userId, role: "owner" } } },
      select: { id: true },
    });
    await audit(transaction, { actor: viewer.userId, subject: null, action: "team.created", target: team.id });
    return succeed({ id: team.id });
  });
}

/** A team with who works in it, or null where there is none that the viewer works in. */
export async function readTeam(viewer: Viewer, teamId: string): Promise<TeamDetail | null> {
  const team = await database().team.findFirst({
    where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "view")] },
    select: {
      id: true,
      name: true,
      createdAt: true,
      requiresSecondFactor: true,
      memberships: {
        select: {
          role: true,
          createdAt: true,
          user: {
            select: { id: true, name: true, authenticator: { select: { confirmedAt: true } }, _count: { select: { passkeys: true } } },
          },
        },
        orderBy: [{ role: "asc" }, { createdAt: "asc" }, { userId: "asc" }],
      },
      _count: { select: { consents: { where: { revokedAt: null } } } },
    },
  });
  if (!team) return null;
  const role = team.memberships.find(({ user }) => user.id === viewer.userId)?.role ?? "coach";
  const members = team.memberships.map(({ user, ...membership }) => ({
    userId: user.id,
    name: user.name,
    role: membership.role,
    since: membership.createdAt,
    self: user.id === viewer.userId,
    secondFactor: role === "owner" ? Boolean(user.authenticator?.confirmedAt) || user._count.passkeys > 0 : null,
  }));
  const { name, createdAt, requiresSecondFactor } = team;
  return { id: team.id, name, createdAt, role, members, athletes: team._count.consents, requiresSecondFactor };
}

/** False where there is no team that the viewer may rename. */
export async function renameTeam(viewer: Viewer, teamId: string, name: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.team.updateMany({
      where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "manage")] },
      data: { name: teamNameSchema.parse(name) },
    });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: null, action: "team.renamed", target: teamId });
    return count > 0;
  });
}

/**
 * Says whether coaches and owners of the team work with a second factor only. Who asks for it has one: `no_factor` otherwise;
 * `not_found` where there is no team that the viewer manages.
 */
export async function requireSecondFactor(
  viewer: Viewer,
  teamId: string,
  required: boolean,
): Promise<Result<null, "not_found" | "no_factor">> {
  if (required && !(await needsSecondFactor(viewer.userId))) return fail("no_factor");
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.team.updateMany({
      where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "manage")] },
      data: { requiresSecondFactor: required },
    });
    if (count === 0) return fail("not_found");
    const action = required ? ("team.secured" as const) : ("team.unsecured" as const);
    await audit(transaction, { actor: viewer.userId, subject: null, action, target: teamId });
    return succeed(null);
  });
}

/** Makes a coach of the team one of its owners. False where the viewer owns no such team or nobody like that works in it. */
export async function makeOwner(viewer: Viewer, teamId: string, userId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    if (!(await lockOwnTeam(transaction, viewer, teamId))) return false;
    const { count } = await transaction.membership.updateMany({
      where: { teamId, userId: uuidOrNone(userId), role: "coach" },
      data: { role: "owner" },
    });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: userId, action: "member.promoted", target: teamId });
    return count > 0;
  });
}

/**
 * Ends somebody's work in a team: an owner removes anybody, everybody removes themselves, and the last owner stays. The links
 * that the person made and nobody used end too, for they know them.
 */
export async function removeMember(viewer: Viewer, teamId: string, userId: string): Promise<Result<null, "not_permitted" | "last_owner">> {
  const leaves = userId === viewer.userId;
  return database().$transaction(async (transaction) => {
    const team = { teamId: uuidOrNone(teamId) };
    await lockTeam(transaction, teamId);
    const member = await transaction.membership.findFirst({
      where: { ...team, userId: uuidOrNone(userId), team: permittedTeams(viewer, leaves ? "view" : "manage") },
      select: { role: true },
    });
    if (!member) return fail("not_permitted");
    const owners = await transaction.membership.count({ where: { ...team, role: "owner" } });
    if (member.role === "owner" && owners < 2) return fail("last_owner");
    await transaction.membership.deleteMany({ where: { ...team, userId } });
    await transaction.invitation.updateMany({
      where: { ...team, createdById: userId, declinedAt: null, ...openLink() },
      data: { revokedAt: new Date() },
    });
    const action = leaves ? "member.left" : "member.removed";
    await audit(transaction, { actor: viewer.userId, subject: userId, action, target: teamId });
    return succeed(null);
  });
}

async function lockOwnTeam(transaction: Transaction, viewer: Viewer, teamId: string): Promise<boolean> {
  await lockTeam(transaction, teamId);
  return (await transaction.team.count({ where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "manage")] } })) > 0;
}

/** Holds a team so that who owns it is decided by one at a time; what refers to the team may still be written. */
async function lockTeam(transaction: Transaction, teamId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${uuidOrNone(teamId)}::uuid FOR NO KEY UPDATE`;
}
