import { randomUUID } from "node:crypto";
import * as assessments from "../assessments";
import * as athletes from "../athletes";
import { database } from "../database";
import { permittedAthlete } from "../permitted";
import * as teams from "../teams";
import * as users from "../users";
import type { Viewer } from "../viewer";
import type { Needs } from "./roles";
import type { World } from "./world";

/** A function of lib/data, what the table of permissions asks of who calls it, and how to call it. */
export type Door = { readonly needs: Needs; readonly call: (viewer: Viewer, world: World) => Promise<unknown> };

const walk = () => ({
  submissionId: randomUUID(),
  protocol: "walk" as const,
  reason: "checkup" as const,
  measuredAt: new Date("2026-04-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.3, height_cm: 168, weight_kg: 62.5 },
});

/** By file and function; what is exported and not here fails the walk. */
export const doors: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
  assessments: {
    read: { needs: "athlete.view", call: (viewer, { athlete }) => assessments.read(viewer, athlete.assessmentId) },
    readForEdit: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.readForEdit(viewer, athlete.assessmentId) },
    list: { needs: "athlete.view", call: (viewer, { athlete }) => assessments.list(viewer, athlete.id) },
    count: { needs: "patient.view", call: (viewer, { patient }) => assessments.count(viewer, patient.id) },
    record: { needs: "patient.record", call: (viewer, { patient }) => assessments.record(viewer, { ...walk(), athleteId: patient.id }) },
    save: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.save(viewer, { ...walk(), athleteId: athlete.id }) },
    correct: {
      needs: "athlete.record",
      call: (viewer, { athlete }) => assessments.correct(viewer, athlete.assessmentId, { ...walk(), revision: 0 }),
    },
    remove: { needs: "athlete.record", call: (viewer, { athlete }) => assessments.remove(viewer, athlete.assessmentId) },
    predictAgain: { needs: "patient.record", call: (viewer, { patient }) => assessments.predictAgain(viewer, patient.assessmentId) },
  },
  athletes: {
    readOwnAthlete: { needs: "a sign-in", call: (viewer) => athletes.readOwnAthlete(viewer) },
  },
  permitted: {
    permittedAthlete: {
      needs: "athlete.view",
      call: (viewer, { athlete }) => permittedAthlete(viewer, athlete.id, "view", database()),
    },
  },
  teams: {
    listTeams: { needs: "a sign-in", call: (viewer) => teams.listTeams(viewer) },
  },
  users: {
    completeProfile: {
      needs: "a sign-in",
      call: (viewer) => users.completeProfile(viewer, { name: "Name", birthDate: "1980-01-01", sex: "female", consentTextVersion: "test" }),
    },
    readUnits: { needs: "a sign-in", call: (viewer) => users.readUnits(viewer) },
    chooseUnits: {
      needs: "a sign-in",
      call: (viewer) => users.chooseUnits(viewer, { speed: "m/s", height: "cm", mass: "kg", length: "m" }),
    },
  },
};
