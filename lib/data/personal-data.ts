import "server-only";
import { readContent } from "./assessment-rows";
import { audit } from "./audit";
import { database } from "./database";
import type { Viewer } from "./viewer";

// Everything we hold about a person, for them to take with them.

/** Notes that the viewer takes their data with them. */
export async function beginDownload(viewer: Viewer): Promise<void> {
  await database().$transaction((transaction) =>
    audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "data.downloaded" }),
  );
}

/**
 * The viewer's account and record but for the assessments. Notes of a team that are not for the athlete's eyes are counted, not
 * told: whoever wants them asks the team.
 */
export async function readPersonalData(viewer: Viewer) {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: {
      email: true,
      emailVerifiedAt: true,
      name: true,
      locale: true,
      units: true,
      createdAt: true,
      googleSubject: true,
      processingConsents: { select: { textVersion: true, at: true, withdrawnAt: true }, orderBy: { at: "asc" } },
      memberships: { select: { role: true, createdAt: true, team: { select: { name: true } } } },
      openSessions: {
        select: { device: true, shared: true, means: true, begunAt: true, seenAt: true, until: true },
        orderBy: { begunAt: "asc" },
      },
      apiTokens: { select: { name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true } },
      imports: { select: { fileName: true, status: true, added: true, refused: true, createdAt: true, finishedAt: true } },
      athlete: {
        select: {
          id: true,
          name: true,
          identifier: true,
          birthDate: true,
          sex: true,
          createdAt: true,
          consents: {
            select: {
              team: { select: { name: true } },
              scope: true,
              textVersion: true,
              grantedAt: true,
              revokedAt: true,
              obtainedHow: true,
            },
            orderBy: { grantedAt: "asc" },
          },
          offers: { select: { email: true, scope: true, createdAt: true, expiresAt: true, revokedAt: true, acceptedAt: true } },
          referenceConsents: { select: { textVersion: true, grantedAt: true, revokedAt: true } },
          recalls: { select: { dueOn: true, setAt: true, team: { select: { name: true } } } },
          notes: {
            where: { visibleToAthlete: true },
            select: { text: true, createdAt: true, team: { select: { name: true } }, author: { select: { name: true } } },
            orderBy: { createdAt: "asc" },
          },
        },
      },
    },
  });
  const { athlete, ...account } = user;
  const hidden = await database().note.count({ where: { visibleToAthlete: false, athlete: { userId: viewer.userId } } });
  return { account, record: athlete, notesForTheTeamAlone: hidden };
}

const pageSize = 100;

/** The viewer's assessments with measurements, what corrections replaced, and every answer of a model, a page at a time. */
export const personalAssessments = async function* (viewer: Viewer) {
  for (let after: string | undefined; ; ) {
    const rows = await database().assessment.findMany({
      where: { athlete: { userId: viewer.userId }, ...(after !== undefined && { id: { gt: after } }) },
      include: {
        measurements: true,
        recordedBy: { select: { name: true } },
        revisions: { select: { revision: true, before: true, replacedAt: true }, orderBy: { revision: "asc" } },
        predictions: {
          select: { revision: true, model: true, version: true, output: true, createdAt: true },
          orderBy: { createdAt: "asc" },
        },
      },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    for (const row of rows) {
      const { facts, measurements } = readContent(row);
      const { id, revision, createdAt, updatedAt, recordedBy, revisions, predictions } = row;
      yield { id, revision, createdAt, updatedAt, recordedBy: recordedBy?.name ?? null, ...facts, measurements, revisions, predictions };
    }
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id;
  }
};
