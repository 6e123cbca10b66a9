import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { allOperations } from "@/lib/api/operations";
import { type Answered, ask, routes, tokenOf } from "@/lib/api/testing";
import { revokeAllTokens } from "@/lib/data/api-tokens";
import { withdraw } from "@/lib/data/consents";
import { database } from "@/lib/data/database";
import { addConsent, addPatient, addPerson, addTeam, auditTrail, openTestDatabase } from "@/lib/data/testing";
import { requestContext } from "@/lib/http/request-context";

// The routes as a program asks them, over a real database. `ask` holds every answer to the OpenAPI document.

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const walk = (measurements: Record<string, unknown> = { speed: 1.31, height_cm: 168, weight_kg: 62.5 }) => ({
  protocol: "walk",
  reason: "checkup",
  measured_at: "2026-03-02T09:30:00+01:00",
  time_zone: "Europe/Madrid",
  measurements,
});

const newAthlete = (teamId: string) => ({
  team_id: teamId,
  name: "Ana Prueba",
  identifier: "P-104",
  birth_date: "1982-05-17",
  sex: "female",
  consent: { scope: "record", obtained_how: "signed", obtained_on: "2026-03-01" },
});

async function clinic() {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  return { coach, teamId, patientId: await addPatient(teamId), token: await tokenOf(coach) };
}

const errorsOf = ({ json }: Answered) =>
  (json as { errors: { pointer?: string; parameter?: string; code: string; detail: string }[] }).errors;
const idOf = ({ json }: Answered) => (json as { id: string }).id;
const dataOf = <Item>({ json }: Answered) => (json as { data: Item[] }).data;
const nextOf = ({ json }: Answered) => (json as { next: string | null }).next;

describe("the document", () => {
  it("holds every route and method, and nothing else", async () => {
    const served = await Promise.all(
      [...routes].map(async ([template, file]) => {
        const module = await import(file);
        const methods = await Promise.all(
          ["GET", "POST", "PUT", "PATCH", "DELETE"].map(async (method) => {
            const response: Response = await module[method](new Request("http://localhost/", { method }), {
              params: Promise.resolve({ id: "x" }),
            });
            return response.status === 405 ? [] : [`${method} ${template}`];
          }),
        );
        return methods.flat();
      }),
    );
    const described = Object.entries(openApiDocument().paths ?? {}).flatMap(([template, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${template}`),
    );
    expect(served.flat().sort()).toEqual(described.sort());
    expect(described).toHaveLength(allOperations.length);
  });

  it("has only patterns that other readers than JavaScript's know, and says what a key may be", () => {
    const document = JSON.stringify(openApiDocument());
    expect(document).not.toMatch(/\\\\[pP]\{/);
    const { post } = JSON.parse(document).paths["/athletes"];
    const key = post.parameters.find(({ name }: { name: string }) => name === "Idempotency-Key");
    expect(["bare-1", '"quoted, 1"', "with space", "ñ", ""].map((each) => new RegExp(key.schema.pattern).test(each))).toEqual([
      ...[true, true],
      ...[false, false, false],
    ]);
  });

  it("is what OPTIONS says of a path", async () => {
    const allowed = async (file: string): Promise<string | null> => {
      const response: Response = await (await import(file)).OPTIONS(new Request("http://localhost/", { method: "OPTIONS" }), {});
      return response.status === 204 ? response.headers.get("allow") : null;
    };
    for (const [template, file] of routes) {
      const described = Object.keys(openApiDocument().paths?.[template] ?? {}).map((method) => method.toUpperCase());
      const also = [...(described.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
      expect([template, (await allowed(file))?.split(", ").sort()]).toEqual([template, [...described, ...also].sort()]);
    }
  });

  it("names each measured column with its unit, and refuses others", () => {
    const { NewMeasurements: columns } = JSON.parse(JSON.stringify(openApiDocument())).components.schemas;
    expect(columns.properties.speed.description).toContain("m/s");
    expect(columns.additionalProperties).toBe(false);
    expect(columns.minProperties).toBe(1);
    // From the slowest walk to the fastest run.
    expect(columns.properties.speed.anyOf).toEqual([{ type: "number", minimum: 0.1, maximum: 8 }, { type: "null" }]);
  });
});

describe("anybody", () => {
  it("is told how the service and its models are", async () => {
    const [status, models, document] = [await ask("GET", "/status"), await ask("GET", "/models"), await ask("GET", "/openapi.json")];
    expect([status.status, models.status, document.status]).toEqual([200, 200, 200]);
    expect(dataOf<{ name: string }>(models).map(({ name }) => name)).toContain("gait-age-walk");
  });

  it("is asked for a token, and counted by the address it comes from, whatever it says of itself", async () => {
    requestContext().enterWith({ requestId: randomUUID().replaceAll("-", ""), peer: "203.0.113.7" });
    const forged = () => ({ "x-forwarded-for": randomUUID() });
    const none = await ask("GET", "/athletes", { headers: forged() });
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="Marcha"']);
    const wrong = await ask("GET", "/athletes", { headers: forged(), token: `marcha_${"a".repeat(43)}` });
    expect([wrong.status, wrong.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("invalid_token")]);
    expect(wrong.headers.get("ratelimit")).toMatch(/^"address";r=58;t=\d+$/);
    const answers = [];
    for (let time = 0; time < 59; time++) answers.push((await ask("GET", "/athletes", { headers: forged() })).status);
    expect(answers.slice(-2)).toEqual([401, 429]);
    const limited = await ask("GET", "/status", { headers: forged() });
    expect([limited.status, Number(limited.headers.get("retry-after")) > 0]).toEqual([429, true]);
  });
});

describe("a token", () => {
  it("does what its scopes say and no more", async () => {
    const { coach, patientId } = await clinic();
    const reading = await tokenOf(coach, ["read"]);
    expect((await ask("GET", "/athletes", { token: reading })).status).toBe(200);
    const refused = await ask("POST", `/athletes/${patientId}/assessments`, { token: reading, body: walk() });
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([403, expect.stringContaining('scope="write"')]);
    expect((await ask("POST", "/predictions", { token: reading, body: { protocol: "walk", rows: [{}] } })).status).toBe(403);
    expect((await ask("GET", "/athletes", { token: await tokenOf(coach, ["write", "predict"]) })).status).toBe(403);
  });

  it("ends with its revocation, its expiry, and its person's consent", async () => {
    const { coach, token } = await clinic();
    await revokeAllTokens(coach);
    expect((await ask("GET", "/athletes", { token })).status).toBe(401);
    const expired = await tokenOf(coach);
    await database().apiToken.updateMany({ where: { userId: coach.userId }, data: { expiresAt: new Date() } });
    expect((await ask("GET", "/athletes", { token: expired })).status).toBe(401);
    const withdrawn = await tokenOf(coach);
    await database().processingConsent.create({ data: { userId: coach.userId, textVersion: "test", withdrawnAt: new Date() } });
    expect((await ask("GET", "/athletes", { token: withdrawn })).status).toBe(401);
  });
});

describe("athletes", () => {
  it("are added with their consent, and read", async () => {
    const { teamId, token, coach } = await clinic();
    const made = await ask("POST", "/athletes", { token, body: newAthlete(teamId) });
    expect([made.status, made.headers.get("location")]).toEqual([201, `/api/v1/athletes/${idOf(made)}`]);
    const read = await ask("GET", `/athletes/${idOf(made)}`, { token });
    expect(read.json).toMatchObject({
      name: "Ana Prueba",
      identifier: "P-104",
      own: false,
      may_record: true,
      teams: [{ id: teamId, scope: "record" }],
    });
    expect(await auditTrail({ actor: coach.userId, target: idOf(made) })).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: "patient.added" }), expect.objectContaining({ action: "athlete.viewed" })]),
    );
  });

  it("of the same name and birth date are refused with the record that is there", async () => {
    const { teamId, token } = await clinic();
    const first = await ask("POST", "/athletes", { token, body: newAthlete(teamId) });
    const second = await ask("POST", "/athletes", { token, body: newAthlete(teamId) });
    expect([second.status, second.json]).toEqual([409, expect.objectContaining({ athlete_id: idOf(first) })]);
    expect((await ask("POST", "/athletes", { token, body: { ...newAthlete(teamId), despite_double: true } })).status).toBe(201);
  });

  it("come in pages that lose and repeat nobody", async () => {
    const { coach, teamId, token } = await clinic();
    for (let time = 0; time < 4; time++) await addPatient(teamId);
    const found: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await ask("GET", `/athletes?limit=2${cursor && `&cursor=${cursor}`}`, { token });
      found.push(...dataOf<{ id: string }>(page).map(({ id }) => id));
      cursor = nextOf(page);
    }
    expect([found.length, new Set(found).size]).toEqual([6, 6]);
    expect(found).toContain(coach.athleteId);
    expect(dataOf<{ id: string }>(await ask("GET", `/athletes?team=${teamId}`, { token }))).toHaveLength(5);
    expect(await auditTrail({ actor: coach.userId, action: "roster.viewed", target: teamId })).not.toEqual([]);
  });

  it("of a team one does not work in are not there", async () => {
    const [{ token }, other] = [await clinic(), await clinic()];
    const answers = await Promise.all([
      ask("GET", `/athletes?team=${other.teamId}`, { token }),
      ask("GET", `/athletes/${other.patientId}`, { token }),
      ask("GET", `/athletes/${randomUUID()}`, { token }),
      ask("GET", "/athletes/nonsense", { token }),
      ask("GET", `/athletes/${other.patientId}/assessments`, { token }),
      ask("POST", `/athletes/${other.patientId}/assessments`, { token, body: walk() }),
      ask("POST", "/athletes", { token, body: newAthlete(other.teamId) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  });

  it("name each field that is wrong, and repeat no value", async () => {
    const { teamId, token } = await clinic();
    const body = {
      ...newAthlete(teamId),
      name: "a\u0000b",
      sex: "secret-sex",
      surname: "x",
      consent: { scope: "record", obtained_on: "2026-02-30" },
    };
    const refused = await ask("POST", "/athletes", { token, body });
    expect(refused.status).toBe(422);
    expect(errorsOf(refused).map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ["/name", "wrong_format"],
        ["/sex", "not_a_value"],
        ["/surname", "unknown_field"],
        ["/consent/obtained_how", "missing"],
        ["/consent/obtained_on", "wrong_format"],
      ]),
    );
    expect(refused.text).not.toMatch(/secret-sex|2026-02-30/);
    const young = await ask("POST", "/athletes", { token, body: { ...newAthlete(teamId), birth_date: "2012-01-01" } });
    expect(errorsOf(young)).toMatchObject([{ pointer: "/birth_date", code: "under_age" }]);
    const query = await ask("GET", "/athletes?limit=0&page=2", { token });
    expect(errorsOf(query).map(({ parameter, code }) => [parameter, code])).toEqual(
      expect.arrayContaining([
        ["limit", "out_of_range"],
        ["page", "unknown_field"],
      ]),
    );
  });
});

describe("assessments", () => {
  it("are recorded with their predictions, read, and listed", async () => {
    const { patientId, token } = await clinic();
    const body = { ...walk(), footwear: "barefoot", pain: 0, injured_joint: "knee", injury_side: "left", notes: "Two lines\nof notes" };
    const made = await ask("POST", `/athletes/${patientId}/assessments`, { token, body });
    expect([made.status, made.headers.get("location")]).toEqual([201, `/api/v1/assessments/${idOf(made)}`]);
    expect(made.json).toMatchObject({
      athlete_id: patientId,
      measured_at: "2026-03-02T08:30:00.000Z",
      footwear: "barefoot",
      pain: 0,
      injured_joint: "knee",
      notes: "Two lines\nof notes",
      measurements: { speed: 1.31, height_cm: 168, weight_kg: 62.5 },
    });
    const predictions = dataOf<{ model: string; preferred: boolean }>(
      await ask("GET", `/assessments/${idOf(made)}/predictions`, { token }),
    );
    expect(predictions.map(({ model }) => model)).toContain("gait-age-walk");
    expect(predictions.some(({ preferred }) => preferred)).toBe(true);
    expect((await ask("GET", `/assessments/${idOf(made)}`, { token })).json).toEqual(made.json);
    expect(dataOf(await ask("GET", `/athletes/${patientId}/assessments`, { token }))).toMatchObject([{ id: idOf(made) }]);
  });

  it("come in pages, newest first", async () => {
    const { patientId, token } = await clinic();
    for (const day of ["01", "02", "03"]) {
      await ask("POST", `/athletes/${patientId}/assessments`, { token, body: { ...walk(), measured_at: `2026-03-${day}T09:30:00Z` } });
    }
    const first = await ask("GET", `/athletes/${patientId}/assessments?limit=2`, { token });
    const second = await ask("GET", `/athletes/${patientId}/assessments?limit=2&cursor=${nextOf(first)}`, { token });
    const days = [first, second].flatMap((page) => dataOf<{ measured_at: string }>(page).map((each) => each.measured_at.slice(0, 10)));
    expect(days).toEqual(["2026-03-03", "2026-03-02", "2026-03-01"]);
    expect(nextOf(second)).toBeNull();
  });

  it("name each field that is wrong, of every kind at once, and repeat no value", async () => {
    const { patientId, token } = await clinic();
    const body = {
      protocol: "walk",
      measured_at: "2999-03-02T09:30:00Z",
      time_zone: "Europe/Nowhere",
      pain: 11,
      injury_location: "lumbar",
      injured_joint: "foot",
      shoe: "blue",
      measurements: { speed: 77.125, thomas_psoas_left: "maybe", height_cm: "168", cadence: 1, sex: "female", bmi: 22 },
    };
    const refused = await ask("POST", `/athletes/${patientId}/assessments`, { token, body });
    expect(refused.status).toBe(422);
    expect(
      errorsOf(refused)
        .map(({ pointer, code }) => [pointer, code])
        .sort(),
    ).toEqual(
      [
        ["/injury_location", "contradiction"],
        ["/measured_at", "in_the_future"],
        ["/measurements/bmi", "unknown_field"],
        ["/measurements/cadence", "unknown_field"],
        ["/measurements/height_cm", "wrong_type"],
        ["/measurements/sex", "unknown_field"],
        ["/measurements/speed", "out_of_range"],
        ["/measurements/thomas_psoas_left", "not_a_value"],
        ["/pain", "out_of_range"],
        ["/reason", "missing"],
        ["/shoe", "unknown_field"],
        ["/time_zone", "not_a_value"],
      ].sort(),
    );
    expect(refused.text).not.toMatch(/77\.125|maybe|Nowhere|2999|blue/);
    expect(await database().assessment.count({ where: { athleteId: patientId } })).toBe(0);
    const nothing = await ask("POST", `/athletes/${patientId}/assessments`, { token, body: walk({ speed: null }) });
    expect(errorsOf(nothing)).toMatchObject([{ pointer: "/measurements", code: "nothing_measured" }]);
  });

  it("are refused before the athlete was of age", async () => {
    const { patientId, token } = await clinic();
    const young = await ask("POST", `/athletes/${patientId}/assessments`, {
      token,
      body: { ...walk(), measured_at: "1990-01-01T09:30:00Z" },
    });
    expect(errorsOf(young)).toMatchObject([{ pointer: "/measured_at", code: "under_age" }]);
  });

  it("of who may only be viewed are not written", async () => {
    const { coach, token } = await clinic();
    const viewing = await addTeam([{ viewer: coach, role: "coach" }]);
    const athleteId = await addPatient(viewing, { scope: "view" });
    expect((await ask("POST", `/athletes/${athleteId}/assessments`, { token, body: walk() })).status).toBe(403);
  });

  it("are out of reach with the very request after a consent ends", async () => {
    const { teamId, token } = await clinic();
    const athlete = await addPerson("Athlete");
    await addConsent(athlete.athleteId, teamId, "record");
    const headers = { "idempotency-key": randomUUID() };
    const made = await ask("POST", `/athletes/${athlete.athleteId}/assessments`, { token, body: walk(), headers });
    await withdraw(athlete, teamId);
    const answers = await Promise.all([
      ask("GET", `/athletes/${athlete.athleteId}`, { token }),
      ask("GET", `/assessments/${idOf(made)}`, { token }),
      ask("GET", `/assessments/${idOf(made)}/predictions`, { token, headers: { "if-none-match": "*" } }),
      ask("POST", `/athletes/${athlete.athleteId}/assessments`, { token, body: walk(), headers }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(dataOf<{ id: string }>(await ask("GET", "/athletes", { token })).map(({ id }) => id)).not.toContain(athlete.athleteId);
  });
});

describe("the same request again", () => {
  it("stores nothing more and is answered the same", async () => {
    const { patientId, token } = await clinic();
    const again = () => ask("POST", `/athletes/${patientId}/assessments`, { token, body: walk(), headers: { "idempotency-key": "one" } });
    const [first, second] = [await again(), await again()];
    expect([first.status, second.status, second.text === first.text]).toEqual([201, 201, true]);
    expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    expect(await database().assessment.count({ where: { athleteId: patientId } })).toBe(1);
  });

  it("many at once, stores one", async () => {
    const { patientId, token } = await clinic();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        ask("POST", `/athletes/${patientId}/assessments`, { token, body: walk(), headers: { "idempotency-key": '"a key"' } }),
      ),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await database().assessment.count({ where: { athleteId: patientId } })).toBe(1);
  });

  it("with another body is refused, and after a refusal may be sent corrected", async () => {
    const { patientId, token } = await clinic();
    const send = (body: unknown, key: string) =>
      ask("POST", `/athletes/${patientId}/assessments`, { token, body, headers: { "idempotency-key": key } });
    await send(walk(), "k1");
    const other = await send(walk({ speed: 1.4 }), "k1");
    expect([other.status, other.json]).toEqual([422, expect.objectContaining({ type: "/api-docs#key_reused" })]);
    expect((await send({ ...walk(), measured_at: "1990-01-01T09:30:00Z" }, "k2")).status).toBe(422);
    expect((await send(walk({ speed: 1.5 }), "k2")).status).toBe(201);
    expect((await send(walk(), "k\u00e9y")).status).toBe(400);
  });

  it("after the server died between storing and answering, finds what was stored", async () => {
    const { patientId, token } = await clinic();
    const send = () => ask("POST", `/athletes/${patientId}/assessments`, { token, body: walk(), headers: { "idempotency-key": "died" } });
    const first = await send();
    await database().idempotencyKey.updateMany({
      where: { key: "died" },
      data: { status: null, createdAt: new Date(Date.now() - 3_600_000) },
    });
    const second = await send();
    expect([second.status, idOf(second)]).toEqual([201, idOf(first)]);
    expect(await database().assessment.count({ where: { athleteId: patientId } })).toBe(1);
  });

  it("is somebody else's request with another token", async () => {
    const [one, other] = [await clinic(), await clinic()];
    const headers = { "idempotency-key": "shared" };
    const first = await ask("POST", "/athletes", { token: one.token, body: newAthlete(one.teamId), headers });
    const second = await ask("POST", "/athletes", { token: other.token, body: newAthlete(other.teamId), headers });
    expect([first.status, second.status, idOf(first) === idOf(second)]).toEqual([201, 201, false]);
  });
});

describe("reads", () => {
  it("are not sent again while they are the same", async () => {
    const { patientId, token } = await clinic();
    const first = await ask("GET", `/athletes/${patientId}`, { token });
    const etag = first.headers.get("etag") ?? "";
    expect([etag, first.headers.get("cache-control")]).toEqual([expect.stringMatching(/^"[\w-]{43}"$/), "private, no-cache"]);
    const same = await ask("GET", `/athletes/${patientId}`, { token, headers: { "if-none-match": `"other", W/${etag}` } });
    expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", etag]);
    await database().athlete.update({ where: { id: patientId }, data: { name: "Another name" } });
    expect((await ask("GET", `/athletes/${patientId}`, { token, headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

describe("predictions without storing", () => {
  const row = { age_years: 44, sex: "female", speed: 1.31, height_cm: 168, weight_kg: 62.5 };

  it("answer row by row: a bad row does not refuse the others", async () => {
    const { token } = await clinic();
    const before = await database().assessment.count();
    const answered = await ask("POST", "/predictions", {
      token,
      body: {
        protocol: "walk",
        explain: true,
        rows: [row, { ...row, speed: 99.5 }, { speed: 1.2, shoe: 1 }, "row", { ...row, age_years: 12 }, { speed: 1.2 }],
      },
    });
    const [good, ...rest] = dataOf<{
      predictions: { model: string; reasons: unknown[] }[];
      lacking: unknown[];
      errors?: { pointer: string; code: string }[];
    }>(answered);
    expect(good?.predictions.map(({ model }) => model)).toContain("gait-age-walk");
    expect(good?.predictions.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(rest.slice(0, 4).map(({ errors }) => errors?.map(({ pointer, code }) => [pointer, code]))).toEqual([
      [["/rows/1/speed", "out_of_range"]],
      [["/rows/2/shoe", "unknown_field"]],
      [["/rows/3", "wrong_type"]],
      [["/rows/4/age_years", "out_of_range"]],
    ]);
    expect(rest[4]?.errors).toBeUndefined();
    expect(rest[4]?.lacking).not.toEqual([]);
    expect(answered.text).not.toContain("99.5");
    expect(await database().assessment.count()).toBe(before);
  });

  it("are refused for what is wrong beside the rows", async () => {
    const { token } = await clinic();
    const wrong = [{ protocol: "swim" }, { reason: 1 }, { explain: "yes" }, { rows: {} }, { further: true }];
    for (const each of wrong) {
      const refused = await ask("POST", "/predictions", { token, body: { protocol: "walk", rows: [row], ...each } });
      expect([refused.status, errorsOf(refused)[0]?.pointer]).toEqual([422, `/${Object.keys(each)[0]}`]);
    }
  });

  it("are the same that an assessment stores", async () => {
    const { token, patientId } = await clinic();
    const { json } = await ask("POST", `/athletes/${patientId}/assessments`, { token, body: walk() });
    const stored = json as { age_years: number; predictions: { reasons: unknown }[] };
    const answered = await ask("POST", "/predictions", {
      token,
      body: { protocol: "walk", explain: true, rows: [{ ...row, sex: "male", age_years: stored.age_years }] },
    });
    expect(dataOf<{ predictions: unknown }>(answered)[0]?.predictions).toEqual(stored.predictions);
  });

  it("take a thousand rows, not one more, and count them", async () => {
    const { token } = await clinic();
    const rows = Array.from({ length: 1000 }, (_, index) => ({ ...row, speed: 0.8 + index / 1000 }));
    const answered = await ask("POST", "/predictions", { token, body: { protocol: "walk", rows } });
    expect(dataOf<{ row: number; predictions: unknown[] }>(answered).filter(({ predictions }) => predictions.length > 0)).toHaveLength(
      1000,
    );
    expect(answered.headers.get("ratelimit")).toMatch(/^"person";r=290;/);
    const more = await ask("POST", "/predictions", { token, body: { protocol: "walk", rows: [...rows, row] } });
    expect(errorsOf(more)).toMatchObject([{ pointer: "/rows", code: "wrong_count" }]);
    expect(errorsOf(await ask("POST", "/predictions", { token, body: { protocol: "walk", rows: [] } }))).toMatchObject([
      { pointer: "/rows" },
    ]);
  });
});

describe("what a program may ask", () => {
  it("is counted by its person, whichever of their tokens it shows", async () => {
    const person = await addPerson("Program's owner");
    const left: string[] = [];
    for (const token of [await tokenOf(person), await tokenOf(person, ["read"])])
      left.push((await ask("GET", "/athletes", { token })).headers.get("ratelimit")?.split(";t=")[0] ?? "");
    expect(left).toEqual(['"person";r=299', '"person";r=298']);
    const other = await ask("GET", "/athletes", { token: await tokenOf(await addPerson("Somebody else")) });
    expect(other.headers.get("ratelimit")).toMatch(/^"person";r=299;/);
  });

  it("counts a row with its reasons as ten", async () => {
    const token = await tokenOf(await addPerson("Curious"));
    const rows = Array.from({ length: 100 }, () => ({ speed: 1.31, height_cm: 168, weight_kg: 62.5 }));
    const plain = await ask("POST", "/predictions", { token, body: { protocol: "walk", rows } });
    const explained = await ask("POST", "/predictions", { token, body: { protocol: "walk", explain: true, rows } });
    expect([plain, explained].map(({ headers }) => headers.get("ratelimit")?.split(";t=")[0])).toEqual([
      '"person";r=299',
      '"person";r=289',
    ]);
  });
});

describe("a body", () => {
  it.each([
    ["no JSON", { raw: "{" }, 400],
    ["no UTF-8 type", { raw: "{}", headers: { "content-type": "text/plain" } }, 415],
    ["nothing", { raw: "", headers: { "content-type": "application/json" } }, 400],
    ["too large", { raw: `"${"x".repeat(300_000)}"` }, 413],
    ["a list", { body: [] }, 422],
    ["null", { body: null }, 422],
  ])("that is %s is refused", async (_, asked, status) => {
    const { token, patientId } = await clinic();
    expect((await ask("POST", `/athletes/${patientId}/assessments`, { token, ...asked })).status).toBe(status);
  });

  it("takes the methods it has, and names them", async () => {
    const refused = await ask("DELETE", "/athletes");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, POST, HEAD, OPTIONS"]);
  });

  it("refuses a method that nothing takes in the same way", async () => {
    const context = { requestId: randomUUID().replaceAll("-", ""), peer: "", unknownMethod: true };
    const refused = await requestContext().run(context, () => ask("OPTIONS", "/predictions"));
    expect([refused.status, refused.headers.get("allow"), refused.json]).toEqual([
      405,
      "POST, OPTIONS",
      expect.objectContaining({ type: "/api-docs#method_not_allowed", request_id: context.requestId }),
    ]);
  });
});
