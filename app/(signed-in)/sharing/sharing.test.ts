import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { parseChoice } from "./choice";
import { activitySentence, told } from "./words";

const id = "0196a0c8-2f1e-7cc3-98c4-dc0c0c07398f";

describe("the parameters of the page", () => {
  it.each([
    [{}, { done: null, before: undefined }],
    [{ ended: id }, { done: { kind: "ended", teamId: id }, before: undefined }],
    [{ shared: id }, { done: { kind: "shared", teamId: id }, before: undefined }],
    [{ done: "declined" }, { done: { kind: "declined" }, before: undefined }],
    [{ done: "taken" }, { done: { kind: "taken" }, before: undefined }],
    [{ before: id }, { done: null, before: id }],
    [
      { ended: "Club Ribera", shared: [id, id], done: "x", before: "1" },
      { done: null, before: undefined },
    ],
  ])("%j", (parameters, choice) => {
    expect(parseChoice(parameters)).toEqual(choice);
  });
});

describe.each(locales)("what others did, in %s", async (locale) => {
  const { sharing } = (await loadMessages(locale)) as { sharing: { activity: Record<string, unknown> } };
  const translator = createTranslator({ locale, messages: { activity: sharing.activity }, namespace: "activity" });
  const t = Object.assign((key: string, values?: Record<string, string>) => translator(key as never, values as never) as string, {
    has: (key: string) => translator.has(key as never),
  });
  const subject = { by: "Olga", team: "Club", worksIn: [] };
  const general = activitySentence(t, { ...subject, action: "from.another" });
  const actions = Object.entries(told);

  it.each(actions.filter(([, yes]) => yes))("%s has a sentence with who did it", (action) => {
    const sentence = activitySentence(t, { ...subject, action });
    expect(sentence).toContain("Olga");
    expect(sentence).not.toBe(general);
    expect(sentence).not.toContain("{");
  });

  it.each(["toString", "__proto__", "constructor.name", "assessment", "actions", ""])("says something general of %j", (action) => {
    expect(activitySentence(t, { ...subject, action })).toBe(general);
  });

  it("has no sentence for what nobody else can do", () => {
    const known = Object.entries(sharing.activity.actions as Record<string, Record<string, string>>).flatMap(([kind, verbs]) =>
      Object.keys(verbs).map((verb) => `${kind}.${verb}`),
    );
    expect(known.sort()).toEqual(
      actions
        .filter(([, yes]) => yes)
        .map(([action]) => action)
        .sort(),
    );
  });

  it("names the team once, and those whose account is gone as such", () => {
    const of = (changes: Partial<Parameters<typeof activitySentence>[1]>) =>
      activitySentence(t, { ...subject, action: "recall.set", ...changes });
    expect(of({ worksIn: ["Club", "Clínica"] })).toMatch(/^Olga.*Clínica.*Club/);
    expect(of({ worksIn: ["Club"] })).toBe(of({}));
    expect(of({ by: null })).not.toContain("null");
    expect(of({ team: null })).not.toContain("null");
  });
});
