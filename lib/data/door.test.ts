import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Functions that are asked before there is a viewer, and who may ask them. */
const withoutViewer: Record<string, string> = {
  createAccount: "sign-up",
  findCredentials: "lib/auth",
  accountOfGoogle: "lib/auth",
  findViewer: "lib/auth",
  endOneSession: "lib/auth",
  traceSignIn: "lib/auth",
  keepSession: "lib/auth",
  forgetSessions: "the workers, at night",
  traceRefusedFactor: "lib/auth",
  reserveAttempt: "lib/auth",
  issueReset: "lib/auth",
  resetStands: "lib/auth",
  resetPassword: "lib/auth",
  forgetLinks: "the caller's transaction, inside lib/data",
  endSessions: "the caller's transaction, inside lib/data",
  replacePassword: "the caller's transaction, inside lib/data",
  forgetFailures: "lib/auth",
  keepChallenge: "lib/auth",
  takeChallenge: "lib/auth",
  findPasskey: "lib/auth",
  passkeysOf: "lib/auth",
  notePasskeyUse: "lib/auth",
  keepSignUp: "lib/auth, for sign-up",
  findSignUp: "sign-up, with a link's secret",
  completeSignUp: "sign-up, with a link's secret",
  databaseAnswers: "health",
  readOperatorStatus: "the operator, with their token",
  viewerOfToken: "lib/api",
  reserveKey: "lib/api, with a token it knows",
  keepAnswer: "lib/api, with a token it knows",
  releaseKey: "lib/api, with a token it knows",
  spend: "lib/api and lib/auth",
  spendAs: "lib/api",
  forgetSpent: "inside lib/data, before something is spent",
  audit: "the caller's transaction, inside lib/data",
  summariseAssessment: "the caller's transaction, inside lib/data",
  rosterSource: "the caller's transaction, inside lib/data",
  summariseAssessments: "the caller's transaction, inside lib/data",
  writeTogether: "the caller's transaction, inside lib/data",
  summariseAthlete: "the caller's transaction, inside lib/data",
  refreshRoster: "the caller's transaction, inside lib/data",
  workOnImport: "the workers, for who began the import",
  end: "the caller's transaction, inside lib/data",
  judge: "the workers, for who began the import",
  answer: "asks the models only",
  findPerson: "the workers, for who began the import",
  peopleOf: "the workers, for who began the import",
  wholeOf: "reads a file that was found",
  prepareQueue: "the release step",
  wakeWorkers: "names an import to the workers",
  startWorkers: "the server's start",
  stopWorkers: "the server's end",
  addUpMarks: "the workers, at night",
  grantConsent: "the caller's transaction, inside lib/data",
  lockTeamConsents: "the caller's transaction, inside lib/data",
  lockRecords: "the caller's transaction, inside lib/data",
  holdRecord: "the caller's transaction, inside lib/data",
  inStatements: "runs what it is given",
  holdLines: "the caller's transaction, inside lib/data",
  mergeInto: "the caller's transaction, inside lib/data",
  moveContent: "the caller's transaction, inside lib/data",
  moveBack: "the caller's transaction, inside lib/data",
  lockStandingConsents: "the caller's transaction, inside lib/data",
  endConsents: "the caller's transaction, inside lib/data",
  restoreConsents: "the caller's transaction, inside lib/data",
  restoreConsentsAsNow: "the caller's transaction, inside lib/data",
};

const files = globSync("lib/data/*.ts").filter((file) => !/\.test\.ts$|testing\.ts$/.test(file));
const functions = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/^export async function (\w+)(?:<[^(]*>)?\(\s*([^:)]*:?[^,)]*)/gm)].map(
    ([, name = "", first = ""]) => ({
      name,
      first: first.trim(),
    }),
  ),
);

describe("every door to the database asks who is there", () => {
  it("finds them", () => {
    expect(functions.length).toBeGreaterThan(12);
  });

  it.each(functions)("$name", ({ name, first }) => {
    expect(first === "viewer: Viewer" || name in withoutViewer).toBe(true);
  });

  it("has no exception left that is not needed", () => {
    expect(Object.keys(withoutViewer).filter((name) => !functions.some((each) => each.name === name))).toEqual([]);
  });
});
