import { randomUUID } from "node:crypto";
import { z } from "zod";
import { metricPreferences } from "@/lib/measurements/units";
import * as account from "../account";
import * as links from "../account-links";
import * as activity from "../activity";
import * as tokens from "../api-tokens";
import * as stored from "../assessment-stored";
import * as assessments from "../assessments";
import { listAthletes, viewAthlete } from "../athlete-list";
import * as athletes from "../athletes";
import * as audit from "../audit";
import { boxes } from "../cohort-boxes";
import { askCohort, cellSchema } from "../cohort-cells";
import { correlations } from "../cohort-correlations";
import { histogram } from "../cohort-histogram";
import { meansByZone } from "../cohort-means";
import { readCohort, usualProtocol } from "../cohort-overview";
import type { Cohort } from "../cohort-people";
import { scatter } from "../cohort-scatter";
import { askValues } from "../cohort-values";
import * as compare from "../compare";
import { readCandidates } from "../compare-people";
import * as consents from "../consents";
import { database } from "../database";
import * as erasure from "../erasure";
import * as exports_ from "../export";
import { Prisma } from "../generated/client";
import * as imports from "../imports";
import * as answers from "../invitation-answers";
import * as invitations from "../invitations";
import { keptRows } from "../kept-answers";
import * as merges from "../merges";
import * as notes from "../notes";
import * as offers from "../offers";
import * as openSessions from "../open-sessions";
import * as patients from "../patients";
import * as permitted from "../permitted";
import * as person from "../person";
import * as personal from "../personal-data";
import * as processing from "../processing";
import * as recalls from "../recalls";
import * as reference from "../reference";
import * as roster from "../roster";
import * as factors from "../second-factors";
import * as sharedAccess from "../shared-access";
import { listTeamEvents } from "../team-audit";
import * as teams from "../teams";
import { allWalkers } from "../testing";
import * as users from "../users";
import type { Viewer } from "../viewer";
import { anImport, planOf } from "./an-import";
import { anOpenSession } from "./an-open-session";
import { type Needs, secrets } from "./roles";
import type { World } from "./world";

/**
 * A function of lib/data, what the table of permissions asks of who calls it (all of them where there are several), and how
 * to call it. What needs no more than a sign-in tells and changes only what is the viewer's own, or what a link in their
 * hands is for.
 */
export type Door = { readonly needs: Needs | readonly Needs[]; readonly call: (viewer: Viewer, world: World) => Promise<unknown> };

const walk = () => ({
  submissionId: randomUUID(),
  protocol: "walk" as const,
  reason: "checkup" as const,
  measuredAt: new Date("2026-04-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.3, height_cm: 168, weight_kg: 62.5 },
});

const born = { birthDate: "1975-04-02", sex: "male" as const };

const cohortOf = ({ teamId }: World): Cohort => ({ scope: { kind: "team", teamId }, filters: allWalkers });

const referenceOf = ({ teamId }: World) => ({ scope: { kind: "team" as const, teamId }, protocol: "walk" as const });

const everybody = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };

/** By file and function; what is exported and not here fails the walk. */
export const doors: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
  account: {
    readAccount: { needs: "a sign-in", call: (viewer) => account.readAccount(viewer) },
    changePassword: { needs: "a sign-in", call: (viewer) => account.changePassword(viewer, "a hash") },
    endAllSessions: { needs: "a sign-in", call: (viewer) => account.endAllSessions(viewer) },
    readLocale: { needs: "a sign-in", call: (viewer) => account.readLocale(viewer) },
    chooseLocale: { needs: "a sign-in", call: (viewer) => account.chooseLocale(viewer, "es") },
  },
  "second-factors": {
    readSecondFactors: { needs: "a sign-in", call: (viewer) => factors.readSecondFactors(viewer) },
    beginAuthenticator: { needs: "a sign-in", call: (viewer) => factors.beginAuthenticator(viewer, "sealed") },
    findAuthenticator: { needs: "a sign-in", call: (viewer) => factors.findAuthenticator(viewer) },
    takeTimeStep: { needs: "a sign-in", call: (viewer) => factors.takeTimeStep(viewer, 1) },
    confirmAuthenticator: {
      needs: "a sign-in",
      call: async (viewer) => {
        await factors.beginAuthenticator(viewer, "sealed");
        return factors.confirmAuthenticator(viewer, ["hash"]);
      },
    },
    removeAuthenticator: { needs: "a sign-in", call: (viewer) => factors.removeAuthenticator(viewer) },
    addPasskey: {
      needs: "a sign-in",
      call: (viewer) =>
        factors.addPasskey(
          viewer,
          { name: "x", credentialId: viewer.userId, publicKey: new Uint8Array(1), counter: 0, transports: [] },
          [],
        ),
    },
    removePasskey: { needs: "a sign-in", call: (viewer) => factors.removePasskey(viewer, viewer.userId) },
    renewRecoveryCodes: { needs: "a sign-in", call: (viewer) => factors.renewRecoveryCodes(viewer, ["hash"]) },
    takeRecoveryCode: { needs: "a sign-in", call: (viewer) => factors.takeRecoveryCode(viewer, "hash") },
  },
  "open-sessions": {
    listSessions: { needs: "a sign-in", call: (viewer) => openSessions.listSessions(viewer) },
    endSession: {
      needs: "athlete.own",
      call: async (viewer, { people }) => openSessions.endSession(viewer, await anOpenSession(people.person)),
    },
  },
  "account-links": {
    issueVerification: { needs: "a sign-in", call: (viewer) => links.issueVerification(viewer, viewer.email) },
    verificationStands: { needs: "a sign-in", call: (viewer) => links.verificationStands(viewer, "no link") },
    verifyAddress: { needs: "a sign-in", call: (viewer) => links.verifyAddress(viewer, "no link") },
  },
  activity: {
    listActivity: { needs: "a sign-in", call: (viewer) => activity.listActivity(viewer, { limit: 10 }) },
  },
  "api-tokens": {
    createToken: { needs: "a sign-in", call: (viewer) => tokens.createToken(viewer, { name: "A token", scopes: ["read"], days: 30 }) },
    listTokens: { needs: "a sign-in", call: (viewer) => tokens.listTokens(viewer) },
    revokeToken: {
      needs: "athlete.own",
      call: async (viewer, { people }) => {
        const made = await tokens.createToken(people.person, { name: "A token", scopes: ["read"], days: 30 });
        return tokens.revokeToken(viewer, made.ok ? made.value.id : "");
      },
    },
    revokeAllTokens: { needs: "a sign-in", call: (viewer) => tokens.revokeAllTokens(viewer) },
  },
  "assessment-reading": {
    read: { needs: "athlete.view", call: (viewer, { athlete }) => assessments.read(viewer, athlete.assessmentId) },
    readForEdit: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.readForEdit(viewer, athlete.assessmentId) },
    list: { needs: "athlete.view", call: (viewer, { athlete }) => assessments.list(viewer, athlete.id) },
    count: { needs: "patient.view", call: (viewer, { patient }) => assessments.count(viewer, patient.id) },
  },
  "assessment-stored": {
    findStored: { needs: "athlete.view", call: (viewer, { athlete }) => stored.findStored(viewer, athlete.assessmentId) },
  },
  "assessment-writing": {
    record: { needs: "patient.record", call: (viewer, { patient }) => assessments.record(viewer, { ...walk(), athleteId: patient.id }) },
    save: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.save(viewer, { ...walk(), athleteId: athlete.id }) },
    correct: {
      needs: "athlete.record",
      call: (viewer, { athlete }) => assessments.correct(viewer, athlete.assessmentId, { ...walk(), revision: 0 }),
    },
    remove: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.remove(viewer, athlete.assessmentId) },
    predictAgain: { needs: "patient.record", call: (viewer, { patient }) => assessments.predictAgain(viewer, patient.assessmentId) },
  },
  "athlete-list": {
    listAthletes: { needs: "team.view", call: (viewer, { teamId }) => listAthletes(viewer, { teamId, limit: 10 }) },
    viewAthlete: { needs: "patient.view", call: (viewer, { patient }) => viewAthlete(viewer, patient.id) },
  },
  athletes: {
    readOwnAthlete: { needs: "a sign-in", call: (viewer) => athletes.readOwnAthlete(viewer) },
    readAthlete: { needs: "patient.view", call: (viewer, { patient }) => athletes.readAthlete(viewer, patient.id) },
    listMergeable: { needs: "patient.administer", call: (viewer, { patient }) => athletes.listMergeable(viewer, patient.id) },
  },
  "cohort-boxes": {
    boxes: { needs: "team.view", call: (viewer, world) => boxes(viewer, cohortOf(world), "speed", "sex") },
  },
  "cohort-cells": {
    askCohort: {
      needs: "team.view",
      call: (viewer, world) =>
        askCohort(viewer, cohortOf(world), null, { metrics: ["speed"], sums: Prisma.sql`count(*) AS counted`, row: cellSchema }),
    },
  },
  "cohort-correlations": {
    correlations: { needs: "team.view", call: (viewer, world) => correlations(viewer, cohortOf(world), ["speed", "height_cm"]) },
  },
  "cohort-histogram": {
    histogram: { needs: "team.view", call: (viewer, world) => histogram(viewer, cohortOf(world), "speed", { scale: 1, decimals: 2 }) },
  },
  "cohort-means": {
    meansByZone: { needs: "team.view", call: (viewer, world) => meansByZone(viewer, cohortOf(world), "speed") },
  },
  "cohort-overview": {
    readCohort: { needs: "team.view", call: (viewer, world) => readCohort(viewer, cohortOf(world)) },
    usualProtocol: { needs: "a sign-in", call: (viewer) => usualProtocol(viewer, { kind: "teams" }) },
  },
  "cohort-values": {
    askValues: { needs: "team.view", call: (viewer, world) => askValues(viewer, cohortOf(world), "speed", null) },
  },
  "cohort-scatter": {
    scatter: { needs: "team.view", call: (viewer, world) => scatter(viewer, cohortOf(world), "speed", "height_cm") },
  },
  compare: {
    compareAthletes: {
      needs: ["athlete.view", "patient.view"],
      call: (viewer, { athlete, patient }) => compare.compareAthletes(viewer, { athleteIds: [athlete.id, patient.id] }),
    },
    compareAssessments: {
      needs: "patient.view",
      call: async (viewer, { people, patient }) => {
        const other = await assessments.record(people.owner, { ...walk(), athleteId: patient.id });
        const otherId = other.ok ? other.value.id : "";
        return compare.compareAssessments(viewer, { assessmentIds: [patient.assessmentId, otherId] });
      },
    },
    listDates: { needs: "athlete.view", call: (viewer, { athlete }) => compare.listDates(viewer, athlete.id) },
  },
  "compare-people": {
    readCandidates: { needs: "team.view", call: (viewer, { teamId }) => readCandidates(viewer, { teamId }) },
  },
  consents: {
    changeScope: { needs: "athlete.own", call: (viewer, { teamId }) => consents.changeScope(viewer, teamId, "view") },
    withdraw: { needs: "athlete.own", call: (viewer, { teamId }) => consents.withdraw(viewer, teamId) },
    shareAgain: {
      needs: "athlete.own",
      call: (viewer, { people, teamOf }) => consents.shareAgain(viewer, teamOf(people["coach after withdrawal"]), "view"),
    },
    readReferenceConsent: { needs: "a sign-in", call: (viewer) => consents.readReferenceConsent(viewer) },
    setReferenceConsent: { needs: "a sign-in", call: (viewer) => consents.setReferenceConsent(viewer, true) },
  },
  "kept-answers": {
    keptRows: {
      needs: "team.view",
      call: (viewer, { teamId }) =>
        keptRows(viewer, { kind: "team", teamId }, { row: z.unknown(), of: () => Prisma.sql`SELECT 1 AS part` }),
    },
  },
  imports: {
    beginImport: { needs: "team.invite", call: (viewer, { teamId }) => imports.beginImport(viewer, { teamId, fileName: "x.csv" }) },
    addChunk: {
      needs: "athlete.own",
      call: async (viewer, world) => imports.addChunk(viewer, await anImport(world, "uploading"), 0, Buffer.from("a,b\n")),
    },
    finishUpload: {
      needs: "athlete.own",
      call: async (viewer, world) => imports.finishUpload(viewer, await anImport(world, "uploaded"), { timeZone: "UTC" }),
    },
    readImport: { needs: "athlete.own", call: async (viewer, world) => imports.readImport(viewer, await anImport(world, "checked")) },
    listImports: { needs: "a sign-in", call: (viewer) => imports.listImports(viewer) },
    sampleImport: { needs: "athlete.own", call: async (viewer, world) => imports.sampleImport(viewer, await anImport(world, "uploaded")) },
    planImport: {
      needs: "athlete.own",
      call: async (viewer, world) => {
        const id = await anImport(world, "uploaded");
        return imports.planImport(viewer, id, await planOf(world.people.person, id));
      },
    },
    startImport: { needs: "athlete.own", call: async (viewer, world) => imports.startImport(viewer, await anImport(world, "checked")) },
    cancelImport: { needs: "athlete.own", call: async (viewer, world) => imports.cancelImport(viewer, await anImport(world, "checked")) },
    forgetImport: { needs: "athlete.own", call: async (viewer, world) => imports.forgetImport(viewer, await anImport(world, "done")) },
    listRefusals: { needs: "athlete.own", call: async (viewer, world) => imports.listRefusals(viewer, await anImport(world, "done")) },
  },
  audit: { auditKeysOf: { needs: "a sign-in", call: (viewer) => audit.auditKeysOf(viewer) } },
  erasure: {
    teamsToHandOver: { needs: "a sign-in", call: (viewer) => erasure.teamsToHandOver(viewer) },
    eraseAccount: { needs: "a sign-in", call: (viewer) => erasure.eraseAccount(viewer) },
    eraseRecord: { needs: "patient.administer", call: (viewer, { patient }) => erasure.eraseRecord(viewer, patient.id) },
    endPatientConsent: {
      needs: "patient.administer",
      call: (viewer, { patient, teamOf }) => erasure.endPatientConsent(viewer, patient.id, teamOf(viewer)),
    },
  },
  export: {
    beginExport: {
      needs: "athlete.view",
      call: (viewer, { athlete }) => exports_.beginExport(viewer, { kind: "athlete", id: athlete.id }),
    },
    exportPage: { needs: "patient.view", call: (viewer, { patient }) => exports_.exportPage(viewer, { kind: "athlete", id: patient.id }) },
  },
  person: {
    correctPerson: {
      needs: "a sign-in",
      call: (viewer) => person.correctPerson(viewer, { name: viewer.name, birthDate: "1980-01-01", sex: "female" }),
    },
  },
  "personal-data": {
    beginDownload: { needs: "a sign-in", call: (viewer) => personal.beginDownload(viewer) },
    readPersonalData: { needs: "a sign-in", call: (viewer) => personal.readPersonalData(viewer) },
  },
  processing: {
    withdrawProcessing: { needs: "a sign-in", call: (viewer) => processing.withdrawProcessing(viewer) },
    giveProcessing: { needs: "a sign-in", call: (viewer) => processing.giveProcessing(viewer, "test") },
  },
  "team-audit": {
    listTeamEvents: { needs: "team.audit", call: (viewer, { teamId }) => listTeamEvents(viewer, teamId, { limit: 10 }) },
  },
  "invitation-answers": {
    readInvitation: { needs: "a sign-in", call: async (viewer, { invitation }) => answers.readInvitation(viewer, await invitation()) },
    acceptInvitation: {
      needs: "a sign-in",
      call: async (viewer, { invitation }) => answers.acceptInvitation(viewer, await invitation(), { scope: "view" }),
    },
    declineInvitation: {
      needs: "a sign-in",
      call: async (viewer, { invitation }) => answers.declineInvitation(viewer, await invitation()),
    },
  },
  invitations: {
    invite: { needs: "team.invite", call: (viewer, { teamId }) => invitations.invite(viewer, { teamId, role: null }) },
    listInvitations: {
      needs: "team.view",
      call: async (viewer, { teamId, invitation }) => {
        await invitation();
        return invitations.listInvitations(viewer, teamId);
      },
    },
    revokeInvitation: {
      needs: "team.manage",
      call: async (viewer, { people, teamId }) => {
        const made = await invitations.invite(people.owner, { teamId, role: "coach" });
        return invitations.revokeInvitation(viewer, made.ok ? made.value.id : "");
      },
    },
  },
  merges: {
    mergeRecords: {
      needs: "patient.administer",
      call: (viewer, { patient }) => merges.mergeRecords(viewer, { sourceId: patient.doubleId, targetId: patient.id }),
    },
    undoMerge: { needs: "patient.administer", call: (viewer, { patient }) => merges.undoMerge(viewer, patient.mergeId) },
    listMerges: { needs: "athlete.own", call: (viewer, { athlete }) => merges.listMerges(viewer, athlete.id) },
  },
  notes: {
    addNote: {
      needs: "athlete.note",
      call: (viewer, { athlete, teamOf }) =>
        notes.addNote(viewer, {
          submissionId: randomUUID(),
          athleteId: athlete.id,
          teamId: teamOf(viewer),
          text: "A note",
          visibleToAthlete: false,
        }),
    },
    listNotes: { needs: "athlete.note", call: (viewer, { athlete }) => notes.listNotes(viewer, athlete.id) },
    deleteNote: { needs: "athlete.note", call: (viewer, { noteOf }) => notes.deleteNote(viewer, noteOf(viewer)) },
    listVisibleNotes: { needs: "a sign-in", call: (viewer) => notes.listVisibleNotes(viewer) },
  },
  offers: {
    offerAccess: {
      needs: "a sign-in",
      call: (viewer) => offers.offerAccess(viewer, { email: "somebody@example.org", scope: "view" }),
    },
    listOffers: { needs: "a sign-in", call: (viewer) => offers.listOffers(viewer) },
    revokeOffer: {
      needs: "athlete.own",
      call: async (viewer, { people }) => {
        const made = await offers.offerAccess(people.person, { email: "somebody@example.org", scope: "view" });
        return offers.revokeOffer(viewer, made.ok ? made.value.id : "");
      },
    },
    // Made out to the owner's address.
    readOffer: {
      needs: "team.manage",
      call: async (viewer, { people, offerTo }) => offers.readOffer(viewer, await offerTo(people.owner)),
    },
    acceptOffer: {
      needs: "team.view",
      call: async (viewer, { people, teamId, offerTo }) => {
        await consents.withdraw(people.person, teamId);
        return offers.acceptOffer(viewer, await offerTo(viewer), teamId);
      },
    },
  },
  patients: {
    addPatient: {
      needs: "team.invite",
      call: (viewer, { teamId }) =>
        patients.addPatient(viewer, {
          ...born,
          submissionId: randomUUID(),
          teamId,
          name: "Somebody else",
          consent: { obtainedHow: "signed", obtainedOn: "2026-01-02", scope: "record" },
        }),
    },
    editPatient: {
      needs: "patient.administer",
      call: (viewer, { patient }) => patients.editPatient(viewer, patient.id, { ...born, name: "New name" }),
    },
  },
  permitted: {
    permittedAthlete: {
      needs: "athlete.view",
      call: (viewer, { athlete }) => permitted.permittedAthlete(viewer, athlete.id, "view", database()),
    },
    heldAthlete: {
      needs: "athlete.record",
      call: (viewer, { athlete }) =>
        database().$transaction((transaction) => permitted.heldAthlete(viewer, athlete.id, "record", transaction)),
    },
  },
  recalls: {
    setRecall: {
      needs: "athlete.note",
      call: (viewer, { athlete, teamOf }) =>
        recalls.setRecall(viewer, { athleteId: athlete.id, teamId: teamOf(viewer), dueOn: "2027-02-01" }),
    },
    clearRecall: {
      needs: "athlete.note",
      call: (viewer, { athlete, teamOf }) => recalls.clearRecall(viewer, { athleteId: athlete.id, teamId: teamOf(viewer) }),
    },
    readRecalls: { needs: "athlete.note", call: (viewer, { athlete }) => recalls.readRecalls(viewer, athlete.id) },
    listRecalls: { needs: "a sign-in", call: (viewer) => recalls.listRecalls(viewer) },
  },
  reference: {
    readReference: {
      needs: "team.view",
      call: (viewer, world) => reference.readReference(viewer, { ...referenceOf(world), codes: ["speed"] }),
    },
    readReferences: {
      needs: "team.view",
      call: (viewer, world) => reference.readReferences(viewer, { ...referenceOf(world), cells: [{}], codes: ["speed"] }),
    },
    percentilesOf: {
      needs: "team.view",
      call: (viewer, world) => reference.percentilesOf(viewer, { ...referenceOf(world), asked: [{ cell: {}, code: "speed", value: 1.2 }] }),
    },
    placesIn: {
      needs: "team.view",
      call: (viewer, world) =>
        reference.placesIn(viewer, { ...referenceOf(world), asked: [{ cell: {}, codes: ["speed"], values: new Map() }] }),
    },
  },
  roster: {
    readRoster: {
      needs: "team.view",
      call: (viewer, { teamId }) => roster.readRoster(viewer, teamId, { sort: "name", direction: "up", filters: everybody, limit: 10 }),
    },
    searchRoster: {
      needs: "team.view",
      call: async (viewer, { teamId }) => {
        const found = await roster.searchRoster(viewer, teamId, secrets.patient);
        return found === null ? null : { found };
      },
    },
  },
  "shared-access": {
    listAccess: { needs: "a sign-in", call: (viewer) => sharedAccess.listAccess(viewer) },
    listFormerAccess: { needs: "a sign-in", call: (viewer) => sharedAccess.listFormerAccess(viewer) },
  },
  teams: {
    listTeams: { needs: "a sign-in", call: (viewer) => teams.listTeams(viewer) },
    createTeam: { needs: "a sign-in", call: (viewer) => teams.createTeam(viewer, { name: "A team" }) },
    readTeam: { needs: "team.view", call: (viewer, { teamId }) => teams.readTeam(viewer, teamId) },
    renameTeam: { needs: "team.manage", call: (viewer, { teamId }) => teams.renameTeam(viewer, teamId, "Another name") },
    requireSecondFactor: { needs: "team.manage", call: (viewer, { teamId }) => teams.requireSecondFactor(viewer, teamId, false) },
    makeOwner: {
      needs: "team.manage",
      call: (viewer, { teamId, people }) => teams.makeOwner(viewer, teamId, people["recording coach"].userId),
    },
    removeMember: {
      needs: "team.manage",
      // Anybody may leave, so each tries another.
      call: (viewer, { teamId, people }) => {
        const coach = people["recording coach"];
        return teams.removeMember(viewer, teamId, viewer.userId === coach.userId ? people.owner.userId : coach.userId);
      },
    },
  },
  users: {
    completeProfile: {
      needs: "a sign-in",
      call: (viewer) => users.completeProfile(viewer, { name: "Name", birthDate: "1980-01-01", sex: "female", consentTextVersion: "test" }),
    },
    chooseUnits: { needs: "a sign-in", call: (viewer) => users.chooseUnits(viewer, metricPreferences) },
  },
};
