/** What a server action answers a form with: words for a person, and what they had typed. */
export type AnsweredState = {
  status: "idle" | "refused" | "done";
  message?: string;
  /** By the id of the field or of its group. */
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
};

export const idleForm: AnsweredState = { status: "idle", errors: {}, values: {} };

export type AnsweredAction<State extends AnsweredState = AnsweredState> = (previous: State, form: FormData) => Promise<State>;
