import type { AnsweredState } from "../athlete/form-state";

/** What a person brings into their authenticator app. */
export type AppKey = { secret: string; svg: string };

/** As every form's answer, with what is shown this once. */
export type SecurityState = AnsweredState & {
  key?: AppKey;
  codes?: readonly string[];
  /** What the device is asked to make a key with, as JSON. */
  passkeyOptions?: string;
};

export const idleSecurity: SecurityState = { status: "idle", errors: {}, values: {} };

export type SecurityAction = (previous: SecurityState, form: FormData) => Promise<SecurityState>;
