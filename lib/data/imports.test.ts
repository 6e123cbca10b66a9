import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ImportPlan, largestFit } from "@/lib/exchange";
import { database } from "./database";
import { workOnImport } from "./import-run";
import {
  addChunk,
  beginImport,
  cancelImport,
  finishUpload,
  listImports,
  listRefusals,
  mostOpenImports,
  planImport,
  readImport,
  sampleImport,
  startImport,
} from "./imports";
import { refreshRoster } from "./summaries";
import { addPatient, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const newPeople = { obtainedHow: "signed", obtainedOn: "2026-01-02" } as const;
const header = "athlete,birth_date,sex,measured_at,protocol,speed,weight_kg,height_cm";

const upload = async (viewer: Viewer, teamId: string | null, text: string | Uint8Array): Promise<string> => {
  const begun = await beginImport(viewer, { teamId, fileName: "visits.csv" });
  if (!begun.ok) throw new Error(begun.error);
  const bytes = Buffer.from(text);
  for (let at = 0, position = 0; at < bytes.length; at += 64, position++)
    await addChunk(viewer, begun.value.id, position, bytes.subarray(at, at + 64));
  return begun.value.id;
};

const check = async (viewer: Viewer, id: string, change: (plan: ImportPlan) => ImportPlan = (plan) => plan) => {
  const finished = await finishUpload(viewer, id, { timeZone: "Europe/Madrid" });
  if (!finished.ok) throw new Error(finished.error.code);
  const detail = await readImport(viewer, id);
  if (!detail?.plan) throw new Error("no plan");
  await planImport(viewer, id, { plan: change(detail.plan), newPeople: detail.team ? newPeople : null });
  await workOnImport(id);
  return readImport(viewer, id);
};

const run = async (viewer: Viewer, id: string) => {
  await startImport(viewer, id);
  await workOnImport(id);
  return readImport(viewer, id);
};

const bring = async (viewer: Viewer, teamId: string | null, text: string | Uint8Array) => {
  const id = await upload(viewer, teamId, text);
  await check(viewer, id);
  return run(viewer, id);
};

const counts = { done: true, added: true, alreadyThere: true, refused: true, total: true } as const;
const countsOf = (view: Awaited<ReturnType<typeof readImport>>) =>
  view && Object.fromEntries(Object.keys(counts).map((name) => [name, view[name as keyof typeof counts]]));

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index;
    return `Person ${number % 40},19${60 + (number % 40)}-03-04,${number % 2 ? "male" : "female"},2025-0${1 + (number % 9)}-1${number % 10}T10:${10 + (number % 50)}:00Z,walk,${(1 + (number % 50) / 100).toFixed(2)},7${number % 10},17${number % 7}`;
  });

describe("a file of a team", () => {
  test("is looked at before anything is written, then written once, and again changes nothing", async () => {
    const coach = await addPerson("Coach One");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const text = `${header}\n${rows(120).join("\n")}\nPerson 1,1961-03-04,male,2025-01-01,walk,7.66,70,170\n`;
    const id = await upload(coach, teamId, text);
    const checked = await check(coach, id);
    expect(checked).toMatchObject({ status: "checked", total: 121, added: 120, refused: 1, alreadyThere: 0, preview: { newPeople: 40 } });
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(0);

    const done = await run(coach, id);
    expect(done).toMatchObject({ status: "done", total: 121, added: 120, refused: 1 });
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(120);
    expect(await database().rosterEntry.count({ where: { teamId } })).toBe(40);
    expect(await database().assessmentSummary.count({ where: { assessment: { recordedById: coach.userId } } })).toBe(120);
    expect(await database().prediction.count({ where: { assessment: { recordedById: coach.userId } } })).toBeGreaterThan(120);
    expect(await database().importChunk.count({ where: { importId: id } })).toBe(0);
    expect(await listRefusals(coach, id)).toEqual([
      {
        row: 121,
        cells: ["Person 1", "1961-03-04", "male", "2025-01-01", "walk", "7.66", "70", "170"],
        reasons: [{ column: "speed", value: "7.66", code: "out_of_range", range: [0.1, 3], perhaps: "km/h" }],
      },
    ]);

    expect(countsOf(await bring(coach, teamId, text))).toEqual({ done: 121, total: 121, added: 0, alreadyThere: 120, refused: 1 });
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(120);
  });

  test("a row twice in the file is stored once; one corrected since is there", async () => {
    const coach = await addPerson("Coach Two");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const [row] = rows(1);
    expect(countsOf(await bring(coach, teamId, `${header}\n${row}\n${row}\n`))).toMatchObject({ added: 1, alreadyThere: 1 });
    await database().measurement.updateMany({
      where: { field: "speed", assessment: { recordedById: coach.userId } },
      data: { value: 1.11 },
    });
    expect(countsOf(await bring(coach, teamId, `${header}\n${row}\n`))).toMatchObject({ added: 0, alreadyThere: 1 });
  });

  test("the look ahead counts what the writing then does, also where a row is there again much later", async () => {
    const coach = await addPerson("Coach Ten");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const [first = ""] = rows(1);
    const id = await upload(coach, teamId, `${header}\n${[...rows(120), first].join("\n")}\n`);
    const looked = countsOf(await check(coach, id));
    expect(looked).toMatchObject({ added: 120, alreadyThere: 1 });
    expect(countsOf(await run(coach, id))).toEqual(looked);
  });

  test("people are found by record, by identifier and by name, and never mistaken", async () => {
    const coach = await addPerson("Coach Three");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const known = await addPatient(teamId, {
      name: "Íñigo Pérez",
      birthDate: "1970-02-03",
      sex: "male",
      identifier: "P-7",
    });
    const seen = await addPatient(teamId, {
      name: "Solo Vista",
      birthDate: "1970-02-03",
      sex: "male",
      scope: "view",
    });
    for (const id of [known, seen]) await database().$transaction((transaction) => refreshRoster(transaction, id));
    const at = (second: number) => `2025-05-05T10:00:${second}0Z,walk,1.2,70,170`;
    const result = await bring(
      coach,
      teamId,
      [
        header.replace("athlete,", "athlete,athlete_id,"),
        `P-7,,,,${at(1)}`,
        `inigo perez,,1970-02-03,male,${at(2)}`,
        `x,${known},,,${at(3)}`,
        `P-7,,1999-01-01,,${at(4)}`,
        `Solo Vista,,,,${at(5)}`,
        `Nadie,,,,${at(0)}`,
        `x,${randomUUID()},,,${at(0)}`,
        `,,,,${at(0)}`,
        `Menor,,2015-01-01,female,${at(0)}`,
      ].join("\n"),
    );
    expect(await database().assessment.count({ where: { athleteId: known } })).toBe(3);
    expect(result).toMatchObject({ added: 3, refused: 6 });
    const codes = (await listRefusals(coach, result?.id ?? "")).map(({ reasons }) => reasons[0]?.code);
    expect(codes).toEqual(["another_person", "not_permitted", "no_birth_date", "unknown_athlete", "no_athlete", "under_age"]);
  });

  test("who is not allowed finds nothing, and who is no longer allowed ends it", async () => {
    const [coach, other] = [await addPerson("Coach Four"), await addPerson("Coach Five")];
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    expect(await beginImport(other, { teamId, fileName: "x.csv" })).toEqual({ ok: false, error: "not_permitted" });
    const id = await upload(coach, teamId, `${header}\n${rows(60).join("\n")}\n`);
    await check(coach, id);
    expect(await readImport(other, id)).toBeNull();
    expect(await sampleImport(other, id)).toEqual([]);
    expect(await listRefusals(other, id)).toEqual([]);
    expect(await startImport(other, id)).toEqual({ ok: false, error: "not_found" });
    expect(await cancelImport(other, id)).toEqual({ ok: false, error: "not_found" });
    await startImport(coach, id);
    await database().membership.deleteMany({ where: { userId: coach.userId } });
    await workOnImport(id);
    expect(await database().import.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "failed",
      failure: "not_permitted",
      added: 0,
    });
    expect(await readImport(coach, id)).toBeNull();
    expect(await database().importChunk.count({ where: { importId: id } })).toBe(0);
  });

  test("consent withdrawn in the middle keeps what comes after out", async () => {
    const coach = await addPerson("Coach Six");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const patient = await addPatient(teamId, { name: "Se Va", birthDate: "1970-02-03", sex: "male" });
    const id = await upload(coach, teamId, `${header}\nSe Va,,,2025-05-05,walk,1.2,70,170\n`);
    await check(coach, id);
    await startImport(coach, id);
    await database().consent.updateMany({ where: { athleteId: patient }, data: { revokedAt: new Date() } });
    await workOnImport(id);
    expect(await database().assessment.count({ where: { athleteId: patient } })).toBe(0);
    expect(await readImport(coach, id)).toMatchObject({ status: "done", refused: 1 });
  });

  test.each([
    [
      "their team wants a second factor they do not have",
      (teamId: string) => database().team.update({ where: { id: teamId }, data: { requiresSecondFactor: true } }),
    ],
    [
      "they took their own consent back",
      (_: string, userId: string) => database().processingConsent.create({ data: { userId, textVersion: "1", withdrawnAt: new Date() } }),
    ],
  ])("writes nothing more once %s", async (_, change) => {
    const coach = await addPerson("Coach Eleven");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const [own, team] = [
      await upload(coach, null, "measured_at,speed\n2025-05-05,1.2\n"),
      await upload(coach, teamId, `${header}\n${rows(2).join("\n")}\n`),
    ];
    for (const id of [own, team]) await check(coach, id);
    for (const id of [own, team]) await startImport(coach, id);
    await change(teamId, coach.userId);
    for (const id of [own, team]) await workOnImport(id);
    const ended = await database().import.findMany({
      where: { createdById: coach.userId },
      select: { status: true, failure: true, added: true },
    });
    expect(ended).toEqual(Array(2).fill({ status: "failed", failure: "not_permitted", added: 0 }));
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(0);
  });

  test("no more than five wait for a person to decide, whoever begins two at once", async () => {
    const person = await addPerson("Con Muchos");
    const begin = () => beginImport(person, { teamId: null, fileName: "a.csv" });
    const begun = await Promise.all(Array.from({ length: mostOpenImports + 2 }, begin));
    expect(begun.filter(({ ok }) => ok)).toHaveLength(mostOpenImports);
    expect(await begin()).toEqual({ ok: false, error: "too_many" });
    expect(await beginImport(await addPerson("Con Uno"), { teamId: null, fileName: "a.csv" })).toMatchObject({ ok: true });
    const [first] = begun.flatMap((each) => (each.ok ? [each.value.id] : []));
    await cancelImport(person, first ?? "");
    expect(await begin()).toMatchObject({ ok: true });
  });

  test("cancelled it stops, keeps what was written, and goes no further", async () => {
    const coach = await addPerson("Coach Seven");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const id = await upload(coach, teamId, `${header}\n${rows(60).join("\n")}\n`);
    await check(coach, id);
    await startImport(coach, id);
    await cancelImport(coach, id);
    await workOnImport(id);
    expect(await readImport(coach, id)).toMatchObject({ status: "cancelled", added: 0 });
    expect(await database().importChunk.count({ where: { importId: id } })).toBe(0);
  });

  test("two workers at once write each row once", async () => {
    const coach = await addPerson("Coach Eight");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const id = await upload(coach, teamId, `${header}\n${rows(130).join("\n")}\n`);
    await check(coach, id);
    await startImport(coach, id);
    await Promise.all([workOnImport(id), workOnImport(id)]);
    await workOnImport(id);
    expect(await readImport(coach, id)).toMatchObject({ status: "done", added: 130 });
    expect(await database().assessment.count({ where: { recordedById: coach.userId } })).toBe(130);
    expect(await database().athlete.count({ where: { consents: { some: { teamId } } } })).toBe(40);
  });

  test("what the columns meant is remembered for the team", async () => {
    const coach = await addPerson("Coach Nine");
    const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
    const text = `who,born,sex,measured_at,protocol,how fast\nAna,1970-01-01,female,2025-05-05,walk,1.2\n`;
    const choose = (plan: ImportPlan): ImportPlan => ({
      ...plan,
      columns: plan.columns.map((column) =>
        column.source === "who"
          ? { ...column, target: "name" }
          : column.source === "born"
            ? { ...column, target: "birth_date" }
            : column.source === "how fast"
              ? { ...column, target: "speed" }
              : column,
      ),
    });
    const id = await upload(coach, teamId, text);
    expect(await check(coach, id, choose)).toMatchObject({ added: 1 });
    const again = await upload(coach, teamId, text);
    await finishUpload(coach, again, { timeZone: "Europe/Madrid" });
    const { plan } = (await readImport(coach, again)) ?? {};
    expect(plan?.columns.map(({ target, recognised }) => [target, recognised])).toContainEqual(["speed", "remembered"]);
  });
});

describe("a person's own file", () => {
  test("goes into their own record, and nobody else's rows do", async () => {
    const person = await addPerson("Ana Propia", { birthDate: "1982-05-17", sex: "female" });
    const result = await bring(
      person,
      null,
      "athlete,measured_at,speed\nAna Propia,2025-05-05,1.2\nOtra,2025-05-05,1.3\n,2025-05-06,1.3\n",
    );
    expect(result).toMatchObject({ team: null, added: 2, refused: 1 });
    expect(await database().assessment.count({ where: { athleteId: person.athleteId } })).toBe(2);
    expect((await listImports(person)).map(({ status }) => status)).toEqual(["done"]);
  });

  test.each([
    ["", "empty"],
    ["PK\u0003\u0004xlsx", "workbook"],
    ["\u0000\u0001", "not_text"],
  ])("%j is refused as %s", async (content, code) => {
    const person = await addPerson("Con Fichero");
    const id = await upload(person, null, content);
    expect(await finishUpload(person, id, { timeZone: "UTC" })).toEqual({ ok: false, error: { code } });
    expect(await readImport(person, id)).toMatchObject({ status: "failed", failure: code });
  });

  test("a watch's file that is larger than any run is refused before it is read", async () => {
    const person = await addPerson("Con Reloj");
    const begun = await beginImport(person, { teamId: null, fileName: "a.fit" });
    const id = begun.ok ? begun.value.id : "";
    const piece = new Uint8Array(1024 * 1024);
    for (let position = 0; position * piece.length <= largestFit; position++)
      await addChunk(person, id, position, position === 0 ? Buffer.concat([Buffer.from("12345678.FIT"), piece.subarray(12)]) : piece);
    expect(await finishUpload(person, id, { timeZone: "UTC" })).toEqual({ ok: false, error: { code: "watch_too_large" } });
    expect(await readImport(person, id)).toMatchObject({ status: "failed", failure: "watch_too_large" });
  });

  test("a piece sent twice is there once", async () => {
    const person = await addPerson("Dos Veces");
    const begun = await beginImport(person, { teamId: null, fileName: "a.csv" });
    const id = begun.ok ? begun.value.id : "";
    for (const _ of [1, 2]) await addChunk(person, id, 0, Buffer.from("measured_at,speed\n"));
    await addChunk(person, id, 1, Buffer.from("2025-05-05,1.2\n"));
    expect(await check(person, id)).toMatchObject({ total: 1, added: 1 });
  });
});
