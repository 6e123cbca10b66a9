import { request as ask } from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "@playwright/test";
import { site } from "./address";
import { recordWalk, signInAsDemo, signUp } from "./people";

test("pages obey their own content security policy", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => /content security policy|refused to/i.test(message.text()) && refused.push(message.text()));
  await signUp(page);
  await recordWalk(page, { speed: "1.1" });
  await page.waitForLoadState("networkidle");
  await page.context().clearCookies();
  await signInAsDemo(page, "clubOwner");
  for (const path of ["/dashboard", "/athletes", "/compare", "/cohort", "/import", "/export", "/settings", "/teams", "/api-docs"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  expect(refused).toEqual([]);
});

test("a script that finds its way into a page does not run", async ({ page }) => {
  await page.goto("/");
  const ran = await page.evaluate(async () => {
    const place = document.createElement("div");
    place.innerHTML = `<img src="x" onerror="document.title = 'ran'">`;
    document.body.append(place);
    const script = document.createElement("script");
    script.setAttribute("nonce", "guessed");
    document.body.insertAdjacentHTML("beforeend", "<a id='led' href=\"javascript:document.title='ran'\">x</a>");
    document.getElementById("led")?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return document.title === "ran";
  });
  expect(ran).toBe(false);
});

test("every answer says what a browser may do with it, each with a nonce of its own", async ({ request }) => {
  const nonces = new Set<string | undefined>();
  const paths = ["/", "/sign-in", "/api/health", "/nowhere", "/sw.jsfoo", "/sw.js/x", "/icon.svgx", "/icons/nowhere", "/_next/staticx"];
  for (const path of paths) {
    const headers = (await request.get(path)).headers();
    nonces.add(/'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1]);
    expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{32}$/);
    expect(headers["x-powered-by"]).toBeUndefined();
  }
  expect(nonces.size).toBe(paths.length);
  expect(nonces).not.toContain(undefined);
  const forPrograms = (await request.get("/api/v1/openapi.json", { headers: { "x-forwarded-proto": "https" } })).headers();
  expect(forPrograms).toMatchObject({
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "strict-transport-security": expect.stringContaining("max-age=31536000"),
    "x-request-id": expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const overHttps = await request.get("/", { headers: { "x-forwarded-proto": "https" } });
  expect(overHttps.headers()["strict-transport-security"]).toContain("max-age=31536000");
});

test("a page's files are taken for what they are, and by this site alone", async ({ page, request }) => {
  await page.goto("/sign-in");
  const files = await page
    .locator("script[src], link[rel=stylesheet]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("src") ?? each.getAttribute("href")));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const headers = (await request.get(file ?? "")).headers();
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin" });
    expect(headers["cache-control"]).toContain("immutable");
  }
});

test("a form on another site sends nothing here", async ({ request }) => {
  for (const path of ["/sign-in", "/api/auth/callback/credentials", "/settings"]) {
    const answer = await request.post(path, { headers: { "sec-fetch-site": "cross-site", origin: "https://other.example" }, data: "x=1" });
    expect([path, answer.status()]).toEqual([path, 403]);
  }
  expect((await request.get(`${site}/`, { headers: { "sec-fetch-site": "cross-site" } })).status()).toBe(200);
});

test("an action is refused where a page of another origin sends it, whatever its browser says", async ({ request }) => {
  const send = (origin: string) =>
    request.post("/sign-in", { headers: { origin, "next-action": "0".repeat(42) }, multipart: { "1_email": "ana@example.org" } });
  // No action has this number: what comes from a page of ours gets as far as to be told so.
  expect((await send(site)).status()).toBe(409);
  for (const origin of ["https://other.example", "http://localhost.other.example", "http://localhost:1"]) {
    expect([origin, (await send(origin)).status()]).toEqual([origin, 400]);
  }
});

test("TRACE and what Next does not know are no method of any path", async () => {
  for (const method of ["TRACE", "QUERY"]) {
    for (const path of ["/", "/_next/static/x"]) expect([method, path, (await asked(method, path)).status]).toEqual([method, path, 405]);
    const refused = await asked(method, "/api/v1/predictions");
    expect([method, refused]).toEqual([method, { status: 405, allow: "POST, OPTIONS", type: "application/problem+json" }]);
    expect((await asked(method, "/api/v1/nowhere")).status).toBe(404);
  }
});

test("a body that no page sends is not read", async ({ request }) => {
  const nine = Buffer.alloc(9 * 1024 * 1024, "x");
  for (const path of ["/", "/sign-in", "/api/auth/callback/credentials", "/import/x/pieces/0"]) {
    const multipart = { file: { name: "x", mimeType: "text/plain", buffer: nine } };
    expect([path, (await request.post(path, { multipart })).status()]).toEqual([path, 413]);
  }
  // Of a body that does not say how long it is, no more than the sign-in can need.
  const unsaid = (bytes: number) =>
    fetch(`${site}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: Readable.toWeb(Readable.from([Buffer.alloc(bytes, "x")])) as ReadableStream,
      duplex: "half",
      redirect: "manual",
    } as RequestInit);
  expect([(await unsaid(1000)).status, (await unsaid(100_000)).status]).toEqual([302, 413]);
});

test("the largest piece of a file comes in", async ({ page }) => {
  await signInAsDemo(page, "clubOwner");
  const put = (bytes: number) => page.request.put(`/import/${crypto.randomUUID()}/pieces/0`, { data: Buffer.alloc(bytes) });
  // Nobody began this import: it was read, and looked for.
  expect([(await put(1024 * 1024)).status(), (await put(1024 * 1024 + 1)).status()]).toEqual([404, 413]);
});

test("an address that would keep the server busy is refused", async () => {
  const answers = [await asked("GET", `/icon.svg?${"a&".repeat(7000)}`), await asked("OPTIONS", "*")];
  expect(answers.map(({ status }) => status)).toEqual([414, 400]);
});

test("what is no JSON is the sender's fault at the sign-in too", async ({ request }) => {
  const answer = await request.post("/api/auth/callback/credentials", {
    headers: { "content-type": "application/json" },
    data: Buffer.from("{"),
  });
  expect(answer.status()).toBe(400);
});

/** By Node's own client: a browser's sends no such methods. */
function asked(method: string, path: string): Promise<{ status?: number; allow?: string; type?: string }> {
  return new Promise((resolve, reject) => {
    ask(site, { method, path }, (answer) => {
      const { statusCode: status, headers } = answer.resume();
      resolve({ status, allow: headers.allow, type: headers["content-type"] });
    })
      .once("error", reject)
      .end();
  });
}
