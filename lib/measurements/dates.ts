import { Temporal } from "temporal-polyfill";

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** The calendar date of a text "YYYY-MM-DD"; null where it is none, such as 30 February. */
export const plainDate = (text: string): Temporal.PlainDate | null => {
  if (!isoDate.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
};
