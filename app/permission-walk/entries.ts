import { randomUUID } from "node:crypto";
import { generate } from "otplib";
import * as assessment from "@/app/(signed-in)/assessments/[id]/actions";
import * as correcting from "@/app/(signed-in)/assessments/[id]/edit/actions";
import * as recording from "@/app/(signed-in)/assessments/new/actions";
import * as athlete from "@/app/(signed-in)/athletes/[id]/actions";
import * as assessing from "@/app/(signed-in)/athletes/[id]/assess/actions";
import * as editing from "@/app/(signed-in)/athletes/[id]/edit/actions";
import * as merging from "@/app/(signed-in)/athletes/[id]/merge/actions";
import * as roster from "@/app/(signed-in)/athletes/actions";
import * as adding from "@/app/(signed-in)/athletes/new/actions";
import * as consenting from "@/app/(signed-in)/consent/actions";
import * as importing from "@/app/(signed-in)/import/[id]/actions";
import * as bringing from "@/app/(signed-in)/import/actions";
import * as answering from "@/app/(signed-in)/invitations/[token]/actions";
import * as offering from "@/app/(signed-in)/offers/[token]/actions";
import * as pending from "@/app/(signed-in)/pending/actions";
import * as managing from "@/app/(signed-in)/settings/account/actions";
import * as settings from "@/app/(signed-in)/settings/actions";
import * as data from "@/app/(signed-in)/settings/data/actions";
import * as erasing from "@/app/(signed-in)/settings/data/erase/actions";
import * as security from "@/app/(signed-in)/settings/security/actions";
import * as tokens from "@/app/(signed-in)/settings/tokens/actions";
import * as sharing from "@/app/(signed-in)/sharing/actions";
import * as claiming from "@/app/(signed-in)/sharing/sections/actions";
import * as team from "@/app/(signed-in)/teams/[id]/actions";
import * as teams from "@/app/(signed-in)/teams/actions";
import { idleAssessmentForm } from "@/components/assessment/types";
import { idleSearch } from "@/components/roster/search-form";
import { startAuthenticator } from "@/lib/auth/authenticator";
import { createToken } from "@/lib/data/api-tokens";
import { withdraw } from "@/lib/data/consents";
import { addChunk } from "@/lib/data/imports";
import { invite, listInvitations, type NewInvitation } from "@/lib/data/invitations";
import { offerAccess } from "@/lib/data/offers";
import { keepChallenge } from "@/lib/data/passkey-challenges";
import { anImport, planOf } from "@/lib/data/permission-walk/an-import";
import { anOpenSession } from "@/lib/data/permission-walk/an-open-session";
import type { Needs } from "@/lib/data/permission-walk/roles";
import type { World } from "@/lib/data/permission-walk/world";
import { giveProcessing, withdrawProcessing } from "@/lib/data/processing";
import { addPasskey, beginAuthenticator, confirmAuthenticator, readSecondFactors } from "@/lib/data/second-factors";
import { makeOwner } from "@/lib/data/teams";
import { addPerson, addTeam } from "@/lib/data/testing";
import type { Viewer } from "@/lib/data/viewer";
import { metricPreferences } from "@/lib/measurements/units";

/**
 * A server action, what the table of permissions asks of who presses, and a press that would change something. One that only
 * reads changes nothing for anybody: its answer names the patient instead.
 */
export type Entry = {
  readonly needs: Needs;
  readonly reads?: true;
  /** What has to be there before the press, such as a link: its token or id. */
  readonly prepare?: (world: World, who: Viewer) => Promise<string>;
  readonly press: (world: World, who: Viewer, prepared: string) => Promise<unknown>;
};

/** What confirms in the walk who somebody is. */
export const itIsMe = "it is me";

const idle = { status: "idle", errors: {}, values: {} } as const;

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

/** A walk that waited on a device. */
function kept(who: Viewer, athleteId: string): FormData {
  const form = walk(who);
  form.set("athleteId", athleteId);
  form.set("units", JSON.stringify(metricPreferences));
  return form;
}

const walk = (who: Viewer) =>
  formOf({
    owner: who.userId,
    submissionId: randomUUID(),
    protocol: "walk",
    reason: "checkup",
    measuredAt: "2026-04-02T10:30",
    timeZone: "Europe/Madrid",
    speed: "1.35",
    revision: "0",
  });

const attestationTo = (challenge: string): string =>
  JSON.stringify({
    id: "a",
    rawId: "a",
    type: "public-key",
    clientExtensionResults: {},
    response: { clientDataJSON: Buffer.from(JSON.stringify({ challenge })).toString("base64url"), attestationObject: "a" },
  });

const born = { birthDay: "2", birthMonth: "4", birthYear: "1975", sex: "male" };

/** The token of an invitation to a team that nobody of the walk has to do with. */
async function invitationOfOthers(role: NewInvitation["role"]): Promise<string> {
  const host = await addPerson("Host");
  const made = await invite(host, { teamId: await addTeam([{ viewer: host, role: "owner" }]), role });
  return made.ok ? made.value.token : "";
}

/** By the folder of the actions below app and the action's name; what is exported and not here fails the walk. */
export const entries: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  "(signed-in)/assessments/[id]": {
    deleteAssessment: {
      needs: "athlete.record",
      press: (world) => assessment.deleteAssessment(formOf({ id: world.athlete.assessmentId })),
    },
    askAgain: { needs: "athlete.record", press: (world) => assessment.askAgain(formOf({ id: world.athlete.assessmentId })) },
  },
  "(signed-in)/assessments/[id]/edit": {
    correctAssessment: {
      needs: "athlete.record",
      press: (world, who) => correcting.correctAssessment(world.athlete.assessmentId, idleAssessmentForm, walk(who)),
    },
  },
  "(signed-in)/assessments/new": {
    recordAssessment: { needs: "a sign-in", press: (_world, who) => recording.recordAssessment(idleAssessmentForm, walk(who)) },
  },
  "(signed-in)/pending": {
    sendKept: { needs: "patient.record", press: (world, who) => pending.sendKept(kept(who, world.patient.id)) },
  },
  "(signed-in)/athletes": {
    searchAthletes: {
      needs: "team.view",
      reads: true,
      press: ({ teamId }) => roster.searchAthletes(teamId, idleSearch, formOf({ name: "patient" })),
    },
  },
  "(signed-in)/athletes/[id]": {
    writeNote: {
      needs: "athlete.note",
      press: ({ athlete: { id }, teamOf }, who) =>
        athlete.writeNote(id, idle, formOf({ submissionId: randomUUID(), team: teamOf(who), note: "A note", visible: "team" })),
    },
    removeNote: {
      needs: "athlete.note",
      press: ({ athlete: { id }, noteOf }, who) => athlete.removeNote(formOf({ athlete: id, note: noteOf(who) })),
    },
    chooseRecall: {
      needs: "athlete.note",
      press: ({ athlete: { id }, teamOf }, who) => athlete.chooseRecall(id, idle, formOf({ team: teamOf(who), dueOn: "2098-02-01" })),
    },
    removeRecall: {
      needs: "athlete.note",
      press: ({ athlete: { id }, teamOf }, who) => athlete.removeRecall(formOf({ athlete: id, team: teamOf(who) })),
    },
    endConsent: {
      needs: "patient.administer",
      press: ({ patient: { id }, teamOf }, who) => athlete.endConsent(formOf({ athlete: id, team: teamOf(who) })),
    },
    erasePatient: { needs: "patient.administer", press: ({ patient: { id } }) => athlete.erasePatient(formOf({ athlete: id })) },
    handOver: {
      needs: "patient.administer",
      press: ({ patient: { id }, teamOf }, who) => athlete.handOver(id, idle, formOf({ team: teamOf(who), email: "" })),
    },
  },
  "(signed-in)/athletes/[id]/assess": {
    recordFor: { needs: "patient.record", press: (world, who) => assessing.recordFor(world.patient.id, idleAssessmentForm, walk(who)) },
  },
  "(signed-in)/athletes/[id]/edit": {
    correctPatient: {
      needs: "patient.administer",
      press: ({ patient }) => editing.correctPatient(patient.id, idle, formOf({ ...born, name: "New name" })),
    },
  },
  "(signed-in)/athletes/[id]/merge": {
    mergeAnother: {
      needs: "patient.administer",
      press: ({ patient }) => merging.mergeAnother(patient.id, idle, formOf({ source: patient.doubleId })),
    },
    undoRecordMerge: {
      needs: "patient.administer",
      press: ({ patient }) => merging.undoRecordMerge(formOf({ athlete: patient.id, merge: patient.mergeId })),
    },
  },
  "(signed-in)/athletes/new": {
    addPatientToTeam: {
      needs: "team.invite",
      press: ({ teamId }) =>
        adding.addPatientToTeam(
          idle,
          formOf({
            ...born,
            submissionId: randomUUID(),
            team: teamId,
            name: "New",
            scope: "view",
            how: "signed",
            obtainedOn: "2026-01-02",
          }),
        ),
    },
  },
  "(signed-in)/consent": {
    consentAgain: {
      needs: "a sign-in",
      prepare: async (_world, who) => {
        await giveProcessing(who, "test");
        await withdrawProcessing(who);
        return "";
      },
      press: () => consenting.consentAgain(),
    },
  },
  "(signed-in)/settings/account": {
    savePerson: { needs: "a sign-in", press: () => managing.savePerson(idle, formOf({ ...born, name: "New name" })) },
    askForVerification: { needs: "a sign-in", press: () => managing.askForVerification(idle, formOf({})) },
    changeAddress: {
      needs: "a sign-in",
      press: () => managing.changeAddress(idle, formOf({ email: "other@example.org", password: itIsMe })),
    },
    savePassword: {
      needs: "a sign-in",
      press: () => managing.savePassword(idle, formOf({ present: itIsMe, new: "another long password" })),
    },
    signOutEverywhere: { needs: "a sign-in", press: () => managing.signOutEverywhere() },
  },
  "(signed-in)/settings/security": {
    beginApp: { needs: "a sign-in", press: () => security.beginApp(idle, formOf({ confirm: itIsMe })) },
    confirmApp: {
      needs: "a sign-in",
      prepare: async (_world, who) => generate({ secret: (await startAuthenticator(who))?.secret ?? "" }),
      press: (_world, _who, code) => security.confirmApp(idle, formOf({ code })),
    },
    removeApp: {
      needs: "a sign-in",
      prepare: async (_world, who) => String(await beginAuthenticator(who, "sealed")),
      press: () => security.removeApp(idle, formOf({ confirm: itIsMe })),
    },
    beginPasskey: { needs: "a sign-in", press: () => security.beginPasskey(idle, formOf({ confirm: itIsMe })) },
    // The challenge is used up, whatever the device made of it.
    finishPasskey: {
      needs: "a sign-in",
      prepare: async (_world, who) => {
        await keepChallenge("a-challenge", who.userId);
        return attestationTo("a-challenge");
      },
      press: (_world, _who, response) => security.finishPasskey("My phone", response),
    },
    removeKey: {
      needs: "a sign-in",
      prepare: async (_world, who) => {
        await addPasskey(who, { name: "x", credentialId: "id", publicKey: new Uint8Array(1), counter: 0, transports: [] }, []);
        return (await readSecondFactors(who)).passkeys[0]?.id ?? "";
      },
      press: (_world, _who, passkey) => security.removeKey(idle, formOf({ confirm: itIsMe, passkey })),
    },
    closeSession: {
      needs: "athlete.own",
      prepare: ({ people }) => anOpenSession(people.person),
      press: (_world, _who, session) => security.closeSession(idle, formOf({ confirm: itIsMe, session })),
    },
    renewCodes: { needs: "a sign-in", press: () => security.renewCodes(idle, formOf({ confirm: itIsMe })) },
  },
  "(signed-in)/settings/data": {
    takeConsentBack: {
      needs: "a sign-in",
      prepare: async (_world, who) => {
        await giveProcessing(who, "test");
        return "";
      },
      press: () => data.takeConsentBack(),
    },
  },
  "(signed-in)/settings/data/erase": {
    erase: {
      needs: "a sign-in",
      // Whoever alone answers for a team may not go.
      prepare: async ({ teamId, people }, who) => {
        if (who.userId === people.owner.userId) await makeOwner(who, teamId, people["recording coach"].userId);
        return "";
      },
      press: () => erasing.erase(idle, formOf({ understood: "yes", confirm: itIsMe })),
    },
  },
  "(signed-in)/import": {
    begin: { needs: "team.invite", press: ({ teamId }, who) => bringing.begin({ owner: who.userId, team: teamId, fileName: "x.csv" }) },
    finish: {
      needs: "athlete.own",
      prepare: async (world) => {
        const id = await anImport(world, "uploading");
        await addChunk(world.people.person, id, 0, Buffer.from("measured_at,speed\n2025-03-04,1.31\n"));
        return id;
      },
      press: (_world, _who, id) => bringing.finish({ id, timeZone: "UTC" }),
    },
  },
  "(signed-in)/import/[id]": {
    lookAtRows: {
      needs: "athlete.own",
      prepare: (world) => anImport(world, "uploaded"),
      press: async ({ people }, _who, id) => {
        const { plan } = await planOf(people.person, id);
        return importing.lookAtRows(id, idle, formOf({ columns: JSON.stringify(plan.columns), protocol: "walk", timeZone: "UTC" }));
      },
    },
    writeRows: {
      needs: "athlete.own",
      prepare: (world) => anImport(world, "checked"),
      press: (_world, _who, id) => importing.writeRows(formOf({ import: id })),
    },
    cancel: {
      needs: "athlete.own",
      prepare: (world) => anImport(world, "checked"),
      press: (_world, _who, id) => importing.cancel(formOf({ import: id })),
    },
    forget: {
      needs: "athlete.own",
      prepare: (world) => anImport(world, "done"),
      press: (_world, _who, id) => importing.forget(formOf({ import: id })),
    },
  },
  "(signed-in)/invitations/[token]": {
    shareByInvitation: {
      needs: "a sign-in",
      prepare: () => invitationOfOthers(null),
      press: (_world, _who, token) => answering.shareByInvitation(token, idle, formOf({ scope: "view" })),
    },
    joinByInvitation: {
      needs: "a sign-in",
      prepare: () => invitationOfOthers("coach"),
      press: (_world, _who, token) => answering.joinByInvitation(token, idle, formOf({})),
    },
    sayNo: {
      needs: "a sign-in",
      prepare: () => invitationOfOthers(null),
      press: (_world, _who, token) => answering.sayNo(formOf({ token })),
    },
  },
  "(signed-in)/offers/[token]": {
    // Made out to whoever presses, who takes it up with the team of the athlete.
    takeUpOffer: {
      needs: "team.invite",
      prepare: async ({ people, teamId, offerTo }, who) => {
        await withdraw(people.person, teamId);
        return offerTo(who);
      },
      press: ({ teamId }, _who, token) => offering.takeUpOffer(token, "Athlete", idle, formOf({ team: teamId })),
    },
  },
  "(signed-in)/sharing": {
    endAccess: { needs: "athlete.own", press: ({ teamId }) => sharing.endAccess(formOf({ team: teamId })) },
    chooseScope: { needs: "athlete.own", press: ({ teamId }) => sharing.chooseScope(formOf({ team: teamId, scope: "view" })) },
    resumeAccess: {
      needs: "athlete.own",
      press: ({ people, teamOf }) => sharing.resumeAccess(formOf({ team: teamOf(people["coach after withdrawal"]), scope: "view" })),
    },
    chooseReference: { needs: "a sign-in", press: () => sharing.chooseReference(formOf({ counted: "yes" })) },
    makeOffer: {
      needs: "a sign-in",
      press: () => sharing.makeOffer(idle, formOf({ email: "somebody@example.org", scope: "view" })),
    },
    endOffer: {
      needs: "athlete.own",
      prepare: async ({ people }) => {
        const made = await offerAccess(people.person, { email: "somebody@example.org", scope: "view" });
        return made.ok ? made.value.id : "";
      },
      press: (_world, _who, offer) => sharing.endOffer(formOf({ offer })),
    },
  },
  "(signed-in)/sharing/sections": {
    giveBackRecord: { needs: "athlete.own", press: (world) => claiming.giveBackRecord(formOf({ merge: world.athlete.claimId })) },
  },
  "(signed-in)/settings": {
    saveUnits: {
      needs: "a sign-in",
      press: () => settings.saveUnits("idle", formOf({ speed: "km/h", height: "cm", mass: "kg", length: "m" })),
    },
  },
  "(signed-in)/settings/tokens": {
    makeToken: { needs: "a sign-in", press: () => tokens.makeToken(idle, formOf({ name: "A token", scopes: "read", days: "30" })) },
    endToken: {
      needs: "athlete.own",
      prepare: async ({ people }) => {
        const made = await createToken(people.person, { name: "A token", scopes: ["read"], days: 30 });
        return made.ok ? made.value.id : "";
      },
      press: (_world, _who, id) => tokens.endToken(formOf({ token: id })),
    },
  },
  "(signed-in)/teams": {
    makeTeam: { needs: "a sign-in", press: () => teams.makeTeam(idle, formOf({ name: "A team" })) },
  },
  "(signed-in)/teams/[id]": {
    inviteAthlete: { needs: "team.invite", press: ({ teamId }) => team.inviteAthlete(teamId, idle, formOf({ email: "" })) },
    inviteCoach: { needs: "team.manage", press: ({ teamId }) => team.inviteCoach(teamId, idle, formOf({ email: "" })) },
    endInvitation: {
      needs: "team.invite",
      prepare: async ({ people, teamId, invitation }) => {
        await invitation();
        return (await listInvitations(people.owner, teamId))[0]?.id ?? "";
      },
      press: ({ teamId }, _who, invitation) => team.endInvitation(formOf({ team: teamId, invitation })),
    },
    giveName: { needs: "team.manage", press: ({ teamId }) => team.giveName(teamId, idle, formOf({ name: "Another name" })) },
    secureTeam: {
      needs: "team.manage",
      prepare: async (_world, who) => {
        await beginAuthenticator(who, "sealed");
        return String(await confirmAuthenticator(who, []));
      },
      press: ({ teamId }) => team.secureTeam(formOf({ team: teamId, required: "yes" })),
    },
    promoteMember: {
      needs: "team.manage",
      press: ({ teamId, people }) => team.promoteMember(formOf({ team: teamId, member: people["recording coach"].userId })),
    },
    endMembership: {
      needs: "team.manage",
      // Anybody may leave, so each tries another.
      press: ({ teamId, people }, who) => {
        const coach = people["recording coach"];
        const member = who.userId === coach.userId ? people.owner : coach;
        return team.endMembership(formOf({ team: teamId, member: member.userId }));
      },
    },
  },
};
