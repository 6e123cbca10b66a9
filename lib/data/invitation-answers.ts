import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { grantConsent } from "./consents";
import { database, type Transaction } from "./database";
import { isUniqueViolation } from "./errors";
import type { ConsentScope, TeamRole } from "./generated/enums";
import { invitationOf, openInvitation } from "./invitations";
import { mergeInto } from "./merges";
import { permittedAthletes } from "./permissions";
import { lockRecords } from "./record-locks";
import { hashOfToken } from "./tokens";
import type { Viewer } from "./viewer";

// What an invited person sees of an invitation, and what they answer. Whoever has the link has the invitation.

export type InvitationView =
  | {
      state: "open";
      /** Null invites an athlete. */
      role: TeamRole | null;
      team: { id: string; name: string };
      /** Who works in the team at present. */
      members: { name: string; role: TeamRole }[];
      invitedBy: string;
      /** Whether it brings the person a record that the team keeps of them. */
      handsOver: boolean;
      expiresAt: Date;
      /** The viewer works there already, or shares with the team already. */
      alreadyIn: boolean;
    }
  /** The viewer has accepted it. */
  | { state: "accepted"; role: TeamRole | null; teamId: string };

/** The invitation of a link; null alike for one that is unknown, expired, revoked, declined or used by somebody else. */
export async function readInvitation(viewer: Viewer, token: string): Promise<InvitationView | null> {
  const row = await database().invitation.findFirst({
    where: invitationOf(viewer, token),
    include: {
      createdBy: { select: { name: true } },
      team: {
        select: {
          id: true,
          name: true,
          memberships: {
            select: { userId: true, role: true, user: { select: { name: true } } },
            orderBy: [{ role: "asc" }, { createdAt: "asc" }, { userId: "asc" }],
          },
          consents: { where: { revokedAt: null, athlete: permittedAthletes(viewer, "own") }, select: { id: true } },
        },
      },
    },
  });
  if (!row) return null;
  if (row.acceptedAt) return { state: "accepted", role: row.role, teamId: row.teamId };
  const { memberships, consents, ...team } = row.team;
  return {
    state: "open",
    role: row.role,
    team,
    members: memberships.map(({ role, user }) => ({ name: user.name, role })),
    invitedBy: row.createdBy.name,
    handsOver: row.athleteId !== null,
    expiresAt: row.expiresAt,
    alreadyIn: row.role === null ? consents.length > 0 : memberships.some(({ userId }) => userId === viewer.userId),
  };
}

/**
 * `not_open`: unknown, expired, revoked, declined or used. `already_in`: works there or shares already; the invitation stays
 * open. `no_record`: the viewer has not stated who they are yet. `scope_needed`: an athlete who does not say what the team may
 * do. `people_differ`: the record it hands over has another birth date or sex; counted, and after a few it is open no more.
 * `gone`: the record it hands over is no longer there to hand over.
 */
export type AcceptFailure = "not_open" | "already_in" | "no_record" | "scope_needed" | "people_differ" | "gone";

/**
 * Accepts an invitation, once whoever comes first. For an athlete `scope` is what the team may do; where the invitation hands
 * over a record, null takes it over and shares nothing.
 */
export async function acceptInvitation(
  viewer: Viewer,
  token: string,
  { scope }: { scope: ConsentScope | null },
): Promise<Result<{ teamId: string; role: TeamRole | null }, AcceptFailure>> {
  try {
    return await database().$transaction(async (transaction) => {
      const found = await transaction.invitation.findFirst({
        where: { tokenHash: hashOfToken(token), ...openInvitation() },
        select: { id: true, teamId: true, role: true, athleteId: true },
      });
      if (!found) return fail("not_open");
      const { teamId, role } = found;
      const accepted =
        role === null ? await acceptAsAthlete(transaction, viewer, found, scope) : await join(transaction, viewer, { ...found, role });
      return accepted.ok ? succeed({ teamId, role }) : accepted;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail("already_in");
    throw error;
  }
}

/** Says no: the invitation is used up and nothing is shared. False where it is not open. */
export async function declineInvitation(viewer: Viewer, token: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const found = await transaction.invitation.findFirst({ where: { tokenHash: hashOfToken(token) }, select: { id: true } });
    if (!found) return false;
    const where = { id: found.id, ...openInvitation() };
    const { count } = await transaction.invitation.updateMany({ where, data: { declinedAt: new Date() } });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: null, action: "invitation.declined", target: found.id });
    return count > 0;
  });
}

type Found = { id: string; teamId: string; athleteId: string | null };

async function join(
  transaction: Transaction,
  viewer: Viewer,
  { id, teamId, role }: Found & { role: TeamRole },
): Promise<Result<null, AcceptFailure>> {
  if ((await transaction.membership.count({ where: { teamId, userId: viewer.userId } })) > 0) return fail("already_in");
  if (!(await use(transaction, viewer, id))) return fail("not_open");
  await transaction.membership.create({ data: { teamId, userId: viewer.userId, role } });
  await audit(transaction, { actor: viewer.userId, subject: null, action: "member.joined", target: teamId });
  return succeed(null);
}

async function acceptAsAthlete(
  transaction: Transaction,
  viewer: Viewer,
  { id, teamId, athleteId }: Found,
  scope: ConsentScope | null,
): Promise<Result<null, AcceptFailure>> {
  if (scope === null && athleteId === null) return fail("scope_needed");
  const own = await transaction.athlete.findFirst({ where: permittedAthletes(viewer, "own"), select: { id: true, userId: true } });
  if (!own) return fail("no_record");
  // Records before invitations, everywhere.
  await lockRecords(transaction, athleteId === null ? [own.id] : [own.id, athleteId]);
  const shares = await transaction.consent.count({ where: { athleteId: own.id, teamId, revokedAt: null } });
  if (shares > 0 && athleteId === null) return fail("already_in");
  if (!(await use(transaction, viewer, id))) return fail("not_open");
  if (athleteId !== null) {
    const taken = await takeOver(transaction, viewer, { invitationId: id, sourceId: athleteId, targetId: own.id });
    if (!taken.ok) return taken;
  }
  if (scope !== null) await grantConsent(transaction, { actor: viewer.userId, athlete: own, teamId, scope });
  return succeed(null);
}

/** The one statement that decides who uses an invitation. */
async function use(transaction: Transaction, viewer: Viewer, id: string): Promise<boolean> {
  const { count } = await transaction.invitation.updateMany({
    where: { id, ...openInvitation() },
    data: { acceptedAt: new Date(), acceptedById: viewer.userId },
  });
  return count > 0;
}

/** Makes the record the team keeps part of the person's own; where that is refused, the invitation has not been used. */
async function takeOver(
  transaction: Transaction,
  viewer: Viewer,
  { invitationId, sourceId, targetId }: { invitationId: string; sourceId: string; targetId: string },
): Promise<Result<null, AcceptFailure>> {
  const merged = await mergeInto(transaction, { actor: viewer.userId, sourceId, targetId });
  const unused = { acceptedAt: null, acceptedById: null };
  if (merged.ok) {
    await transaction.invitation.updateMany({
      where: { athleteId: sourceId, id: { not: invitationId }, ...openInvitation() },
      data: { revokedAt: new Date() },
    });
    return succeed(null);
  }
  if (merged.error !== "people_differ") {
    await transaction.invitation.update({ where: { id: invitationId }, data: { ...unused, revokedAt: new Date() } });
    return fail("gone");
  }
  await transaction.invitation.update({ where: { id: invitationId }, data: { ...unused, mismatches: { increment: 1 } } });
  await audit(transaction, { actor: viewer.userId, subject: null, action: "invitation.mismatched", target: invitationId });
  return fail("people_differ");
}
