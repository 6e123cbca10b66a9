import "server-only";
import { Temporal } from "temporal-polyfill";
import { adultAge, ageAt } from "@/lib/measurements/derived";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { sharingTextVersion } from "./consents";
import { database, type Transaction } from "./database";
import { isUniqueViolation } from "./errors";
import type { ConsentScope, Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { dateText } from "./model-columns";
import { permittedTeams } from "./permissions";
import { permittedAthlete } from "./permitted";
import { lockRecords } from "./record-locks";
import { searchName } from "./search-name";
import { refreshRoster } from "./summaries";
import type { Viewer } from "./viewer";

// Records of people without a sign-in, kept by the team that looks after them.

export type PatientInput = {
  /** Made by the form, and the new record's id: the same submission twice is stored once. */
  submissionId: string;
  teamId: string;
  name: string;
  /** "YYYY-MM-DD" */
  birthDate: string;
  sex: Sex;
  /** The team's own. */
  identifier?: string;
  consent: {
    scope: ConsentScope;
    /** `signed` (on paper), `spoken` (before a witness), or how it was in other words. */
    obtainedHow: string;
    /** "YYYY-MM-DD" */
    obtainedOn: string;
  };
  /** Whether the coach has seen that the team has a patient of that name and birth date, and means another. */
  despiteDouble?: boolean;
};

/** `possible_double`: the team has a patient of the same name and birth date. `under_age`: not 18 yet. */
export type AddPatientFailure =
  | { reason: "not_permitted" | "under_age" }
  | { reason: "possible_double"; athleteId: string; name: string; identifier: string | null };

/** Adds a record without a sign-in and the consent that the viewer obtained, both or neither. */
export async function addPatient(viewer: Viewer, input: PatientInput): Promise<Result<{ id: string }, AddPatientFailure>> {
  const { submissionId: id, teamId, consent } = input;
  if (!isAdult(input.birthDate)) return fail({ reason: "under_age" });
  try {
    return await database().$transaction(async (transaction) => {
      const team = await transaction.team.findFirst({ where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "invite")] } });
      if (!team) return fail({ reason: "not_permitted" });
      const double = input.despiteDouble ? null : await findDouble(transaction, viewer, input);
      if (double && double.athleteId !== id) return fail({ reason: "possible_double", ...double });
      await transaction.athlete.create({
        data: {
          id,
          name: input.name,
          identifier: input.identifier ?? null,
          birthDate: new Date(input.birthDate),
          sex: input.sex,
          consents: {
            create: {
              teamId,
              scope: consent.scope,
              textVersion: sharingTextVersion,
              // A day that has just begun elsewhere is not in the future.
              grantedAt: new Date(Math.min(Date.parse(consent.obtainedOn), Date.now())),
              obtainedById: viewer.userId,
              obtainedHow: consent.obtainedHow,
            },
          },
        },
      });
      await audit(transaction, { actor: viewer.userId, subject: null, athlete: id, action: "patient.added", target: id });
      await audit(transaction, { actor: viewer.userId, subject: null, athlete: id, action: "consent.granted", target: teamId });
      await refreshRoster(transaction, id);
      return succeed({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const sent = { id, consents: { some: { teamId, obtainedById: viewer.userId } } };
    return (await database().athlete.count({ where: sent })) > 0 ? succeed({ id }) : fail({ reason: "not_permitted" });
  }
}

export type PatientChanges = { name: string; identifier?: string; birthDate: string; sex: Sex };

/**
 * Corrects a record without a sign-in. `recorded`: birth date and sex stay once something is recorded, for results were
 * computed with them.
 */
export async function editPatient(
  viewer: Viewer,
  athleteId: string,
  changes: PatientChanges,
): Promise<Result<{ id: string }, "not_permitted" | "under_age" | "recorded">> {
  return database().$transaction(async (transaction) => {
    await lockRecords(transaction, [athleteId]);
    const athlete = await permittedAthlete(viewer, athleteId, "administer", transaction);
    if (!athlete) return fail("not_permitted");
    const person = { birthDate: new Date(changes.birthDate), sex: changes.sex };
    if (dateText(athlete.birthDate) !== changes.birthDate || athlete.sex !== changes.sex) {
      if ((await transaction.assessment.count({ where: { athleteId } })) > 0) return fail("recorded");
      if (!isAdult(changes.birthDate)) return fail("under_age");
    }
    await transaction.athlete.update({
      where: { id: athleteId },
      data: { ...person, name: changes.name, identifier: changes.identifier ?? null },
    });
    await audit(transaction, { actor: viewer.userId, subject: null, athlete: athleteId, action: "patient.edited", target: athleteId });
    await refreshRoster(transaction, athleteId);
    return succeed({ id: athleteId });
  });
}

/** Who of the team has that name and birth date, whatever accents and capitals; null where nobody has. */
async function findDouble(
  transaction: Transaction,
  viewer: Viewer,
  { teamId, name, birthDate }: Pick<PatientInput, "teamId" | "name" | "birthDate">,
) {
  const sameDay = await transaction.athlete.findMany({
    where: {
      birthDate: new Date(birthDate),
      consents: { some: { teamId, revokedAt: null, team: { memberships: { some: { userId: viewer.userId } } } } },
    },
    select: { id: true, name: true, identifier: true },
    orderBy: { createdAt: "asc" },
  });
  const double = sameDay.find((one) => searchName(one.name) === searchName(name));
  return double ? { athleteId: double.id, name: double.name, identifier: double.identifier } : null;
}

function isAdult(birthDate: string): boolean {
  const age = ageAt(birthDate, Temporal.Now.plainDateISO("UTC").toString());
  return age !== null && age >= adultAge;
}
