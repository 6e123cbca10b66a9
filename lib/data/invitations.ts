import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import type { Prisma } from "./generated/client";
import type { TeamRole } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { permittedAthletes, permittedTeams } from "./permissions";
import { hashOfToken, linkExpiry, newToken, openLink } from "./tokens";
import type { Viewer } from "./viewer";

// Invitations as a team sees them. What the invited person does with one is in invitation-answers.ts.

export const mostOpenInvitations = 200;

/** After this many acceptances by people whose birth date or sex is not the record's nobody can accept any more. */
export const mostMismatches = 3;

export type NewInvitation = {
  teamId: string;
  /** Null invites an athlete. */
  role: "coach" | null;
  /** The patient's record that the person who accepts takes over; only with role null. */
  athleteId?: string;
  /** Where the link is sent; kept so that the team knows whom it invited. Parsed by the caller. */
  email?: string;
};

export type InvitationState = "open" | "accepted" | "declined" | "revoked" | "mismatched" | "expired";

export type InvitationEntry = {
  id: string;
  role: TeamRole | null;
  email: string | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationState;
  /** Null where nobody accepted, or their account is gone. */
  acceptedBy: string | null;
  /** The record it hands over, where the viewer may still see it under the team. */
  athlete: { id: string; name: string } | null;
  mayRevoke: boolean;
};

/** The condition under which an invitation may still be accepted. */
export function openInvitation(now = new Date()) {
  return { ...openLink(now), declinedAt: null, mismatches: { lt: mostMismatches } } satisfies Prisma.InvitationWhereInput;
}

/** Makes an invitation. Its token is in the answer and nowhere else. */
export async function invite(
  viewer: Viewer,
  { teamId, role, athleteId, email }: NewInvitation,
): Promise<Result<{ id: string; token: string; expiresAt: Date }, "not_permitted" | "too_many">> {
  if (role !== null && athleteId !== undefined) return fail("not_permitted");
  const { token, tokenHash } = newToken();
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${uuidOrNone(teamId)}::uuid FOR NO KEY UPDATE`;
    const access = role === null ? "invite" : "manage";
    const team = await transaction.team.findFirst({
      where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, access)] },
      select: { id: true },
    });
    if (!team) return fail("not_permitted");
    if (athleteId !== undefined && !(await mayHandOver(transaction, viewer, athleteId, team.id))) return fail("not_permitted");
    const open = await transaction.invitation.count({ where: { teamId: team.id, ...openInvitation() } });
    if (open >= mostOpenInvitations) return fail("too_many");
    const invitation = await transaction.invitation.create({
      data: {
        teamId: team.id,
        role,
        athleteId: athleteId ?? null,
        email: email ?? null,
        tokenHash,
        createdById: viewer.userId,
        expiresAt: linkExpiry(),
      },
      select: { id: true, expiresAt: true },
    });
    await audit(transaction, { actor: viewer.userId, subject: null, action: "invitation.created", target: invitation.id });
    return succeed({ id: invitation.id, token, expiresAt: invitation.expiresAt });
  });
}

const listedSettled = 20;

/** All open invitations of a team and the last of the others, newest first; empty where the viewer does not work there. */
export async function listInvitations(viewer: Viewer, teamId: string): Promise<InvitationEntry[]> {
  const now = new Date();
  const ofTeam: Prisma.InvitationWhereInput = { teamId: uuidOrNone(teamId), team: permittedTeams(viewer, "view") };
  const read = (where: Prisma.InvitationWhereInput, take: number) =>
    database().invitation.findMany({
      where: { AND: [ofTeam, where] },
      include: { createdBy: { select: { name: true } }, acceptedBy: { select: { name: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take,
    });
  const [open, settled, managed] = await Promise.all([
    read(openInvitation(now), mostOpenInvitations),
    read({ NOT: openInvitation(now) }, listedSettled),
    database().team.count({ where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "manage")] } }),
  ]);
  const rows = [...open, ...settled];
  const athletes = await database().athlete.findMany({
    where: { AND: [{ id: { in: rows.flatMap((row) => row.athleteId ?? []) } }, permittedAthletes(viewer, "view", teamId)] },
    select: { id: true, name: true },
  });
  return rows.map((row) => {
    const state = stateOf(row, now);
    return {
      id: row.id,
      role: row.role,
      email: row.email,
      createdBy: row.createdBy.name,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      state,
      acceptedBy: row.acceptedBy?.name ?? null,
      athlete: athletes.find(({ id }) => id === row.athleteId) ?? null,
      mayRevoke: state === "open" && (row.role === null || managed > 0),
    };
  });
}

/** Ends an open invitation. False where there is none that the viewer may end. */
export async function revokeInvitation(viewer: Viewer, invitationId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.invitation.updateMany({
      where: {
        id: uuidOrNone(invitationId),
        ...openInvitation(),
        OR: [
          { role: null, team: permittedTeams(viewer, "invite") },
          { role: { not: null }, team: permittedTeams(viewer, "manage") },
        ],
      },
      data: { revokedAt: new Date() },
    });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: null, action: "invitation.revoked", target: invitationId });
    return count > 0;
  });
}

/** The open invitation of a token, or one that the viewer has accepted and not left since. */
export function invitationOf(viewer: Viewer, token: string): Prisma.InvitationWhereInput {
  const accepted = {
    acceptedAt: { not: null },
    acceptedById: viewer.userId,
    OR: [{ role: null }, { team: permittedTeams(viewer, "view") }],
  };
  return { tokenHash: hashOfToken(token), OR: [openInvitation(), accepted] };
}

async function mayHandOver(transaction: Transaction, viewer: Viewer, athleteId: string, teamId: string): Promise<boolean> {
  const where = { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "administer", teamId)] };
  return (await transaction.athlete.count({ where })) > 0;
}

type Settling = { acceptedAt: Date | null; declinedAt: Date | null; revokedAt: Date | null; mismatches: number; expiresAt: Date };

function stateOf(row: Settling, now: Date): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.declinedAt) return "declined";
  if (row.revokedAt) return "revoked";
  if (row.mismatches >= mostMismatches) return "mismatched";
  return row.expiresAt > now ? "open" : "expired";
}
