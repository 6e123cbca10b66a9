import type { AnsweredState } from "../athlete/form-state";
import type { MadeLink } from "./link-card";

/** What a form that makes a link is answered with. */
export type LinkFormState = AnsweredState & { made?: MadeLink };

export const idleLinkForm: LinkFormState = { status: "idle", errors: {}, values: {} };
