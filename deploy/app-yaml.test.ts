import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { isReference } from "./secrets";

const root = path.resolve(import.meta.dirname, "..");
const read = (name: string) => readFileSync(path.join(root, name), "latin1");
const guide = read("docs/deploy.md");
const secret = /SECRET|TOKEN|PASSWORD|_KEY$|^DATABASE_URL$|^SMTP_URL$/;

/** The block of app.yaml that a deployment's variables stand in. */
const variables = [...(/^env_variables:\n((?: .*\n|\n)+)/m.exec(read("app.yaml"))?.[1] ?? "").matchAll(/^ {2}([A-Z_]+): (.*)$/gm)].map(
  ([, name = "", value = ""]) => ({ name, value }),
);

it("what is secret is named in app.yaml and never there, and the guide makes it", () => {
  const secrets = variables.filter(({ name }) => secret.test(name));
  expect(secrets.map(({ name }) => name)).toEqual(["DATABASE_URL", "NEXTAUTH_SECRET", "OPERATOR_TOKEN"]);
  for (const { value } of secrets) {
    expect(isReference(value)).toBe(true);
    expect(guide).toContain(`gcloud secrets create ${value.replace("sm://", "")} `);
  }
});

it("what the guide writes over is there to be written over", () => {
  const replaced = [...guide.matchAll(/s#([^#]+)#\$\{(?:CONNECTION|SITE):\?\}#/g)]
    .map(([, text = ""]) => text)
    .filter((text) => !text.startsWith("/"));
  expect(replaced).toHaveLength(2);
  for (const text of replaced) expect(read("app.yaml")).toContain(text);
});

it("no file of the repository holds a key", () => {
  const key =
    /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b|\bGOCSPX-[\w-]{20,}|\bgh[pousr]_\w{36}\b|\bmarcha_[\w-]{43}\b|postgres(?:ql)?:\/\/\w+:(?!PASSWORD@|\$)[^@\s"'`]+@(?!localhost|127\.)/;
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => key.test(read(file)))).toEqual([]);
});
