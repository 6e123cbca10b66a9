import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseNote } from "./note";

const whole = { submissionId: randomUUID(), team: randomUUID(), note: "Slower\nafter the marathon \u0000", visible: "team" };

const parse = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...changes })) if (value !== undefined) form.set(name, value);
  return parseNote(form);
};

describe("the form of a note", () => {
  it("keeps lines and drops what nobody types", () => {
    expect(parse()).toEqual({
      ok: true,
      value: { submissionId: whole.submissionId, teamId: whole.team, text: "Slower\nafter the marathon", visibleToAthlete: false },
    });
  });

  it("never takes silence for a choice of who reads it", () => {
    for (const visible of [undefined, "", "everyone"]) {
      const parsed = parse({ visible });
      expect(parsed.ok ? [] : Object.keys(parsed.error)).toEqual(["visible"]);
    }
    const shared = parse({ visible: "athlete" });
    expect(shared.ok && shared.value.visibleToAthlete).toBe(true);
  });

  it.each([
    [{ note: " \n " }, { note: { problem: "text", count: 4000 } }],
    [{ note: "x".repeat(4001) }, { note: { problem: "textLong", count: 4000 } }],
    [{ team: "none" }, { "note-team": { problem: "team", count: 4000 } }],
  ])("names what is wrong", (changes, expected) => {
    expect(parse(changes)).toEqual({ ok: false, error: expected });
  });
});
