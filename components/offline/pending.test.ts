import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readDraft } from "../assessment/draft";
import { forgetPending, hasPending, keepPending, listPending, type Pending, pendingOf } from "./pending";
import { backToForm, sendPending } from "./send-pending";
import type { SendAction, SendAnswer } from "./types";

class Storage {
  [key: string]: unknown;
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

beforeEach(() => {
  vi.stubGlobal("localStorage", new Storage());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", {});
});

const pending = (part: Partial<Pending> = {}): Pending => ({
  savedAt: "2026-03-02T09:30:00.000Z",
  submissionId: crypto.randomUUID(),
  athleteId: null,
  form: "/assessments/new",
  draftOwner: "ana",
  units: { speed: "km/h", height: "cm", mass: "kg", length: "m" },
  values: { protocol: "walk", speed: "4,5" },
  ...part,
});

const stored = async (): Promise<SendAnswer> => ({ status: "stored", id: "one" });

describe("what waits on a device", () => {
  it("comes back as it was, to its person alone, oldest first", async () => {
    const when = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ at: when, text: fc.string() }), { maxLength: 8 }), async (entries) => {
        vi.stubGlobal("localStorage", new Storage());
        const all = entries.map(({ at, text }) => pending({ savedAt: at.toISOString(), values: { notes: text } }));
        for (const each of all) expect(keepPending("ana", each)).toBe(true);
        expect(await listPending("ana")).toEqual(all.toSorted((one, other) => one.savedAt.localeCompare(other.savedAt)));
        expect(await listPending("an")).toEqual([]);
        expect(await listPending("bob")).toEqual([]);
        expect(hasPending()).toBe(all.length > 0);
      }),
    );
  });

  it("is a form without what the framework adds to it", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["submissionId", "an id"],
      ["$ACTION_ID", "x"],
      ["speed", "1,2"],
    ] as const)
      form.set(name, value);
    expect(pendingOf(form, pending())).toMatchObject({ submissionId: "an id", values: { speed: "1,2" } });
  });

  it("leaves alone what it cannot read", async () => {
    localStorage.setItem("marcha:pending:ana:1", "{");
    expect(await listPending("ana")).toEqual([]);
    expect(hasPending()).toBe(true);
  });
});

describe("sending", () => {
  it("sends each with its id and its units, and forgets what is stored", async () => {
    const [own, other] = [pending(), pending({ athleteId: "bruno", savedAt: "2026-03-03T09:30:00.000Z" })];
    for (const each of [other, own]) keepPending("ana", each);
    const sent: FormData[] = [];
    const outcomes = await sendPending("ana", async (form) => {
      sent.push(form);
      return stored();
    });
    expect(outcomes?.map(({ answer }) => answer.status)).toEqual(["stored", "stored"]);
    expect(sent.map((form) => [form.get("submissionId"), form.get("athleteId"), form.get("speed")])).toEqual([
      [own.submissionId, null, "4,5"],
      [other.submissionId, "bruno", "4,5"],
    ]);
    expect(JSON.parse(String(sent[0]?.get("units")))).toEqual(own.units);
    expect(await listPending("ana")).toEqual([]);
  });

  it("keeps everything where the server cannot be reached, and does not go on", async () => {
    for (const each of [pending(), pending()]) keepPending("ana", each);
    const send = vi.fn(() => Promise.reject(new TypeError("Failed to fetch")));
    expect((await sendPending("ana", send))?.map(({ answer }) => answer.status)).toEqual(["unreachable"]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(await listPending("ana")).toHaveLength(2);
  });

  it("keeps what is refused, and sends the others", async () => {
    for (const each of [pending(), pending({ savedAt: "2026-03-03T09:30:00.000Z" })]) keepPending("ana", each);
    const answers: SendAnswer[] = [{ status: "refused" }, { status: "stored", id: "two" }];
    const outcomes = await sendPending("ana", async () => answers.shift() ?? { status: "failed" });
    expect(outcomes?.map(({ answer }) => answer.status)).toEqual(["refused", "stored"]);
    expect(await listPending("ana")).toHaveLength(1);
  });

  it("says whose it is, whatever the form said", async () => {
    keepPending("ana", pending({ values: { owner: "bea" } }));
    const send = vi.fn<SendAction>(stored);
    await sendPending("ana", send);
    expect(send.mock.lastCall?.map((form) => form.get("owner"))).toEqual(["ana"]);
  });

  it("keeps everything where its person is not who is signed in", async () => {
    for (const each of [pending(), pending({ savedAt: "2026-03-03T09:30:00.000Z" })]) keepPending("ana", each);
    const outcomes = await sendPending("ana", async () => ({ status: "signedOut" }));
    expect(outcomes).toHaveLength(1);
    expect(await listPending("ana")).toHaveLength(2);
  });

  it("is left to the tab that is at it", async () => {
    keepPending("ana", pending());
    vi.stubGlobal("navigator", { locks: { request: async (_: string, __: object, work: (lock: null) => unknown) => work(null) } });
    const send = vi.fn(stored);
    expect(await sendPending("ana", send)).toBeNull();
    expect(send).not.toHaveBeenCalled();
  });
});

describe("putting right", () => {
  it("moves what was refused into its form, once that holds nothing else", async () => {
    const refused = pending();
    keepPending("ana", refused);
    expect(await backToForm("ana", refused)).toBe(true);
    expect((await readDraft("ana"))?.values).toEqual({ ...refused.values, submissionId: refused.submissionId });
    expect(await listPending("ana")).toEqual([]);
    const next = pending();
    keepPending("ana", next);
    expect(await backToForm("ana", next)).toBe(false);
    expect(await listPending("ana")).toEqual([next]);
    forgetPending("ana", next.submissionId);
    expect(hasPending()).toBe(false);
  });
});
