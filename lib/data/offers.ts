import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { grantConsent, sharingTextVersion } from "./consents";
import { database } from "./database";
import type { Prisma } from "./generated/client";
import type { ConsentScope } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { permittedAthletes, permittedTeams } from "./permissions";
import { lockRecords } from "./record-locks";
import { hashOfToken, linkExpiry, newToken, openLink } from "./tokens";
import type { Viewer } from "./viewer";

// The athlete begins: a yes given ahead, to the team with which the coach of an address takes it up.

export const mostOpenOffers = 20;

export type OfferEntry = { id: string; email: string; scope: ConsentScope; createdAt: Date; expiresAt: Date };

/** Offers a coach's address access to the viewer's own record. The token is in the answer and nowhere else. */
export async function offerAccess(
  viewer: Viewer,
  { email, scope }: { email: string; scope: ConsentScope },
): Promise<Result<{ id: string; token: string; expiresAt: Date }, "no_record" | "own_address" | "too_many">> {
  if (email === viewer.email) return fail("own_address");
  const { token, tokenHash } = newToken();
  return database().$transaction(async (transaction) => {
    const own = await transaction.athlete.findFirst({ where: permittedAthletes(viewer, "own"), select: { id: true } });
    if (!own) return fail("no_record");
    await lockRecords(transaction, [own.id]);
    const open = await transaction.accessOffer.count({ where: { athleteId: own.id, ...openLink() } });
    if (open >= mostOpenOffers) return fail("too_many");
    const offer = await transaction.accessOffer.create({
      data: { athleteId: own.id, email, scope, textVersion: sharingTextVersion, tokenHash, expiresAt: linkExpiry() },
      select: { id: true, expiresAt: true },
    });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "offer.created", target: offer.id });
    return succeed({ id: offer.id, token, expiresAt: offer.expiresAt });
  });
}

/** The viewer's own offers that nobody has taken up yet, newest first. */
export async function listOffers(viewer: Viewer): Promise<OfferEntry[]> {
  return database().accessOffer.findMany({
    where: { athlete: permittedAthletes(viewer, "own"), ...openLink() },
    select: { id: true, email: true, scope: true, createdAt: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Takes back an offer that nobody has taken up. False where there is no such offer of the viewer's. */
export async function revokeOffer(viewer: Viewer, offerId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.accessOffer.updateMany({
      where: { id: uuidOrNone(offerId), athlete: permittedAthletes(viewer, "own"), ...openLink() },
      data: { revokedAt: new Date() },
    });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "offer.revoked", target: offerId });
    return count > 0;
  });
}

export type OfferView =
  | { state: "open"; athleteName: string; scope: ConsentScope; expiresAt: Date }
  /** The viewer has taken it up with this team; null where the team is gone. */
  | { state: "accepted"; teamId: string | null };

/** The offer of a link; null alike for one that is unknown, expired, revoked, used or meant for another address. */
export async function readOffer(viewer: Viewer, token: string): Promise<OfferView | null> {
  const row = await database().accessOffer.findFirst({
    where: { ...offerTo(viewer, token), OR: [openLink(), { acceptedAt: { not: null }, acceptedById: viewer.userId }] },
    select: { acceptedAt: true, teamId: true, scope: true, expiresAt: true, athlete: { select: { name: true } } },
  });
  if (!row) return null;
  if (row.acceptedAt) return { state: "accepted", teamId: row.teamId };
  return { state: "open", athleteName: row.athlete.name, scope: row.scope, expiresAt: row.expiresAt };
}

/**
 * Takes an offer up with one of the viewer's teams, once: the athlete's consent stands from now on, with the scope and the
 * text of the offer. `already_shared`: the athlete shares with that team already, as they chose then; the offer stays open.
 */
export async function acceptOffer(
  viewer: Viewer,
  token: string,
  teamId: string,
): Promise<Result<{ teamId: string; athleteId: string }, "not_open" | "not_permitted" | "already_shared">> {
  return database().$transaction(async (transaction) => {
    const open = { ...offerTo(viewer, token), ...openLink() };
    const offer = await transaction.accessOffer.findFirst({
      where: open,
      select: { id: true, scope: true, textVersion: true, athlete: { select: { id: true, userId: true } } },
    });
    if (!offer) return fail("not_open");
    const { athlete, scope, textVersion } = offer;
    const team = await transaction.team.findFirst({
      where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "invite")] },
      select: { id: true },
    });
    if (!team || athlete.userId === null) return fail("not_permitted");
    // Records before offers, everywhere.
    await lockRecords(transaction, [athlete.id]);
    const shares = await transaction.consent.count({ where: { athleteId: athlete.id, teamId: team.id, revokedAt: null } });
    if (shares > 0) return fail("already_shared");
    const { count } = await transaction.accessOffer.updateMany({
      where: { id: offer.id, ...openLink() },
      data: { acceptedAt: new Date(), acceptedById: viewer.userId, teamId: team.id },
    });
    if (count === 0) return fail("not_open");
    await audit(transaction, { actor: viewer.userId, subject: athlete.userId, action: "offer.accepted", target: team.id });
    // It is the athlete's yes, given ahead.
    await grantConsent(transaction, { actor: athlete.userId, athlete, teamId: team.id, scope, textVersion });
    return succeed({ teamId: team.id, athleteId: athlete.id });
  });
}

function offerTo(viewer: Viewer, token: string) {
  return { tokenHash: hashOfToken(token), email: viewer.email } satisfies Prisma.AccessOfferWhereInput;
}
