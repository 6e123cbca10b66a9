import type { AnsweredState } from "../athlete/form-state";

export type StatusState = AnsweredState & { facts?: readonly { label: string; text: string }[] };

export const idleStatus: StatusState = { status: "idle", errors: {}, values: {} };
