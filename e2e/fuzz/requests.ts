import fc from "fast-check";
import type { SeededWorld } from "../world";
import { actions, addresses } from "./targets";

export type Fuzzed = {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

const boundary = "----marcha-fuzz";
const nasty = fc.constantFrom(
  "",
  " ",
  "0",
  "-1",
  "1e309",
  "NaN",
  "9".repeat(400),
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "..%2f..%2f",
  "%00",
  "%",
  "\u0000",
  "\ud800",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "//evil.example/x",
  "https://evil.example/x",
  "a".repeat(5_000),
  "2026-02-30",
  "2026-03-02T10:30",
  "Europe/Madrid",
  "walk",
  "checkup",
  "es",
  "$1",
  "$K1",
  "$@0",
  '["$K1"]',
);
const text = fc.oneof(
  nasty,
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 80 }),
  fc.integer().map(String),
  fc.uuid(),
);

/** Requests of every kind over everything that answers, with what is there and with what is not. */
export function requests(world: SeededWorld): fc.Arbitrary<Fuzzed> {
  const ids = [world.teamId, world.importId, world.athlete.id, world.athlete.assessmentId, world.patient.id, world.patient.assessmentId];
  const part = fc.oneof(fc.constantFrom(...ids), fc.uuid(), text);
  const fields = fc.constantFrom(
    ..."submissionId protocol reason measuredAt timeZone speed height_cm weight_kg notes pain athleteId units id name email password birthDate sex token role team teamId scope callbackUrl returnTo locale theme query code confirm understood revision view x y of athletes assessments metric after sort from to cursor limit rows".split(
      " ",
    ),
  );
  const named = fc.oneof({ weight: 4, arbitrary: fields }, { weight: 1, arbitrary: text });
  const value = fc.oneof(text, fc.constantFrom(...ids));
  const pairs = fc.array(fc.tuple(named, value), { maxLength: 8 });

  const query = fc.oneof(
    fc.constant(""),
    pairs.map((all) => `?${all.map(([name, each]) => `${safe(name)}=${safe(each)}`).join("&")}`),
  );
  const filled = (pattern: string) =>
    fc
      .tuple(...[...pattern.matchAll(/\[[^\]]+\]/g)].map(() => part))
      .map((parts) => parts.reduce((path: string, each) => path.replace(/\[[^\]]+\]/, safe(each) || "x"), pattern));
  const headers = fc.dictionary(
    fc.constantFrom(
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-forwarded-for",
      "origin",
      "referer",
      "accept-language",
      "accept",
      "rsc",
      "next-router-state-tree",
      "next-router-prefetch",
      "next-url",
      "if-none-match",
      "idempotency-key",
      "range",
      "sec-fetch-site",
      "x-middleware-subrequest",
      "authorization",
      "x-request-id",
      "traceparent",
    ),
    fc.oneof(
      fc.constantFrom(
        "1",
        "a.example, b.example",
        "https",
        "cross-site",
        "en;q=x,es",
        "Bearer x",
        "%5B%22%22%5D",
        "bytes=0-1",
        "http://localhost",
      ),
      fc.string({ maxLength: 60 }).map((each) => each.replace(/[^\x20-\x7e]/g, "")),
    ),
    { maxKeys: 3 },
  );
  const cookies = fc.oneof(
    { weight: 5, arbitrary: fc.constant("") },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom("next-auth.callback-url", "next-auth.csrf-token", "locale", "theme", "shared-device", "next-auth.session-token"),
          text,
        )
        .map(([name, each]) => `${name}=${safe(each)}`),
    },
  );
  const multipart = pairs.map((all) => ({
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${all.map(([name, each]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"\r\n\r\n${each}\r\n`).join("")}--${boundary}--\r\n`,
  }));
  const json = fc.jsonValue({ maxDepth: 4 }).map((each) => ({ type: "application/json", body: JSON.stringify(each) }));
  const object = pairs.map((all) => ({ type: "application/json", body: JSON.stringify(Object.fromEntries(all)) }));
  const encoded = pairs.map((all) => ({
    type: "application/x-www-form-urlencoded",
    body: all.map(([name, each]) => `${safe(name)}=${safe(each)}`).join("&"),
  }));
  const raw = fc.record({
    type: fc.constantFrom("text/plain;charset=UTF-8", "text/csv", "application/octet-stream", "multipart/form-data", ""),
    body: text,
  });
  const bodies = fc.oneof(multipart, json, object, encoded, raw);

  const opened = fc.constantFrom(...addresses).chain(({ pattern, methods }) =>
    fc
      .record({
        method: fc.oneof({ weight: 3, arbitrary: fc.constant("GET") }, { weight: 2, arbitrary: fc.constantFrom(...methods) }),
        path: filled(pattern),
        query,
        headers,
        cookies,
        bodies,
      })
      .map(({ method, path, query: asked, headers: given, cookies: cookie, bodies: { type, body } }): Fuzzed => {
        const sends = !["GET", "HEAD"].includes(method);
        return {
          what: pattern,
          method,
          path: path + asked,
          headers: { ...given, ...(cookie && { cookie }), ...(sends && type && { "content-type": type }) },
          body: sends ? body : null,
        };
      }),
  );
  const pressed = fc.constantFrom(...actions).chain(({ id, pages }) =>
    fc.constantFrom(...pages).chain((page) =>
      fc
        .record({
          path: filled(page),
          headers,
          cookies,
          arguments: fc.oneof(
            multipart,
            raw,
            fc.array(fc.oneof(value, fc.jsonValue())).map((all) => ({ type: "text/plain;charset=UTF-8", body: JSON.stringify(all) })),
          ),
          form: pairs,
        })
        .map(({ path, headers: given, cookies: cookie, arguments: { type, body }, form }): Fuzzed => {
          // As Next's client sends a form's fields to its action: numbered, with the arguments named last.
          const sent = type.startsWith("multipart/form-data; ")
            ? `${form.map(([name, each]) => `--${boundary}\r\nContent-Disposition: form-data; name="1_${name.replace(/["\r\n]/g, "")}"\r\n\r\n${each}\r\n`).join("")}--${boundary}\r\nContent-Disposition: form-data; name="0"\r\n\r\n[{"status":"idle","problems":[],"values":null,"errors":{}},"$K1"]\r\n--${boundary}--\r\n`
            : body;
          return {
            what: `action ${id.slice(0, 10)} on ${page}`,
            method: "POST",
            path,
            headers: { ...given, ...(cookie && { cookie }), "next-action": id, ...(type && { "content-type": type }) },
            body: sent,
          };
        }),
    ),
  );
  return fc.oneof({ weight: 3, arbitrary: opened }, { weight: 2, arbitrary: pressed });
}

function safe(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return "%ED%A0%80";
  }
}
