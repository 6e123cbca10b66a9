/** An expected outcome, good or bad: the caller must look which. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export const succeed = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const fail = <Failure>(error: Failure): { ok: false; error: Failure } => ({ ok: false, error });
