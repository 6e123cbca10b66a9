import "server-only";
import type { z } from "zod";
import { fail, type Result, succeed } from "@/lib/result";
import type { FieldProblem } from "./problem";

/** A body as its schema reads it, or every field that is wrong. What is said of a field never repeats its value. */
export function check<Schema extends z.ZodType>(schema: Schema, body: unknown): Result<z.output<Schema>, FieldProblem[]> {
  const parsed = schema.safeParse(body);
  return parsed.success ? succeed(parsed.data) : fail(parsed.error.issues.flatMap((issue) => explain(issue, body)));
}

/** A JSON Pointer (RFC 6901). */
export function pointer(...path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

const longestName = 100;

function explain(issue: z.core.$ZodIssue, body: unknown): FieldProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: pointer(...issue.path, key.slice(0, longestName)),
      code: "unknown_field",
      detail: "There is no field of this name.",
    }));
  }
  const at = pointer(...issue.path);
  if (valueAt(body, issue.path) === undefined) return [{ pointer: at, code: "missing", detail: "This field is needed." }];
  return [{ pointer: at, code: codeOf(issue), detail: detailOf(issue) }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
    case "invalid_union":
      return "wrong_type";
    case "invalid_value":
      return "not_a_value";
    case "invalid_format":
      return "wrong_format";
    case "too_small":
    case "too_big":
      return issue.origin === "string" ? "wrong_length" : issue.origin === "array" ? "wrong_count" : "out_of_range";
    case "custom":
      return typeof issue.params?.code === "string" ? issue.params.code : "not_right";
    default:
      return "not_right";
  }
}

/** Zod's words name types, bounds and choices. */
function detailOf(issue: z.core.$ZodIssue): string {
  return `${issue.message.replace(/^(Invalid input|Invalid option|Too small|Too big): /, "").replace(/^./, (first) => first.toUpperCase())}.`;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), body);
}
