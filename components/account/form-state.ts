export type PersonField = "name" | "email" | "password" | "birth" | "sex" | "consent";

/** What a server action answers an account form with: words for a person, and what they had typed. */
export type AccountFormState = {
  /** `sent`: what was stated waits for the person to open a letter. */
  status: "idle" | "refused" | "done" | "sent";
  message?: string;
  errors: Partial<Record<PersonField, string>>;
  values: Readonly<Record<string, string>>;
};

export const idleAccountForm: AccountFormState = { status: "idle", errors: {}, values: {} };

/** In the order of the form, to find the first error. */
export const personFields = ["name", "email", "password", "birth", "sex", "consent"] as const satisfies readonly PersonField[];
