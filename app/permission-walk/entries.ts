import { randomUUID } from "node:crypto";
import * as assessment from "@/app/(signed-in)/assessments/[id]/actions";
import * as correcting from "@/app/(signed-in)/assessments/[id]/edit/actions";
import * as recording from "@/app/(signed-in)/assessments/new/actions";
import * as athlete from "@/app/(signed-in)/athletes/[id]/actions";
import * as assessing from "@/app/(signed-in)/athletes/[id]/assess/actions";
import * as editing from "@/app/(signed-in)/athletes/[id]/edit/actions";
import * as merging from "@/app/(signed-in)/athletes/[id]/merge/actions";
import * as adding from "@/app/(signed-in)/athletes/new/actions";
import * as settings from "@/app/(signed-in)/settings/actions";
import * as claiming from "@/app/(signed-in)/sharing/sections/actions";
import { idleAssessmentForm } from "@/components/assessment/types";
import type { Needs } from "@/lib/data/permission-walk/roles";
import type { World } from "@/lib/data/permission-walk/world";
import type { Viewer } from "@/lib/data/viewer";

/** A server action, what the table of permissions asks of who presses, and a press that would change something. */
export type Entry = { readonly needs: Needs; readonly press: (world: World, who: Viewer) => Promise<unknown> };

const idle = { status: "idle", errors: {}, values: {} } as const;

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

const walk = () =>
  formOf({
    submissionId: randomUUID(),
    protocol: "walk",
    reason: "checkup",
    measuredAt: "2026-04-02T10:30",
    timeZone: "Europe/Madrid",
    speed: "1.35",
    revision: "0",
  });

const born = { birthDay: "2", birthMonth: "4", birthYear: "1975", sex: "male" };

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
      press: (world) => correcting.correctAssessment(world.athlete.assessmentId, idleAssessmentForm, walk()),
    },
  },
  "(signed-in)/assessments/new": {
    recordAssessment: { needs: "a sign-in", press: () => recording.recordAssessment(idleAssessmentForm, walk()) },
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
  },
  "(signed-in)/athletes/[id]/assess": {
    recordFor: { needs: "patient.record", press: (world) => assessing.recordFor(world.patient.id, idleAssessmentForm, walk()) },
  },
  "(signed-in)/athletes/[id]/edit": {
    correctPatient: {
      needs: "patient.administer",
      press: ({ patient }) => editing.correctPatient(patient.id, idle, formOf({ ...born, name: "New name" })),
    },
  },
  "(signed-in)/athletes/[id]/merge": {
    mergeInto: {
      needs: "patient.administer",
      press: ({ patient }) => merging.mergeInto(patient.id, idle, formOf({ source: patient.doubleId })),
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
  "(signed-in)/sharing/sections": {
    giveBackRecord: { needs: "athlete.own", press: (world) => claiming.giveBackRecord(formOf({ merge: world.athlete.claimId })) },
  },
  "(signed-in)/settings": {
    saveUnits: {
      needs: "a sign-in",
      press: () => settings.saveUnits("idle", formOf({ speed: "km/h", height: "cm", mass: "kg", length: "m" })),
    },
  },
};
