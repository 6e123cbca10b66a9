import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * What App Engine's buildpack does to an uploaded folder before it starts (cmd/nodejs/npm/lib in
 * https://github.com/GoogleCloudPlatform/buildpacks): it throws node_modules away and installs what package.json names, unless it is
 * told that they are brought along; then it builds them anew. Here without a network, for nothing may need one.
 */
export function buildAsAppEngine(folder: string): void {
  const brought = /^ {2}GOOGLE_VENDOR_NPM_DEPENDENCIES: "true"$/m.test(readFileSync(path.join(folder, "app.yaml"), "utf8"));
  const npm = (...words: string[]) => execFileSync("npm", words, { cwd: folder, env: builder(), stdio: ["ignore", "ignore", "inherit"] });
  if (!brought) rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
  if (!existsSync(path.join(folder, "package-lock.json"))) npm("install", "--package-lock-only", "--quiet");
  if (brought) npm("rebuild");
  else npm("ci", "--quiet", "--no-fund", "--no-audit");
}

/** Nothing of this machine's npm but its place. */
function builder(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_ENV: "production", npm_config_offline: "true", npm_config_userconfig: "/dev/null" };
}
