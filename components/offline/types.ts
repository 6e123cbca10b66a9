import type { AssessmentFormState } from "../assessment/types";

/** What became of an assessment that waited. */
export type SendAnswer = { status: "stored"; id: string } | { status: Exclude<AssessmentFormState["status"], "idle"> };
export type SendAction = (form: FormData) => Promise<SendAnswer>;

export type PendingWords = {
  title: string;
  text: string;
  walk: string;
  run: string;
  sending: string;
  retry: string;
  signedOut: string;
  signIn: string;
  refused: string;
  open: string;
  failed: string;
  notPermitted: string;
  sent: string;
  result: string;
};
