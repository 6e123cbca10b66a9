import { cpSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

// npm run package: the folder dist-app/ as it is deployed. It holds the built server, static files, models, migrations and app.yaml, and needs
// nothing installed.

const root = path.resolve(import.meta.dirname, "..");
const built = path.join(root, ".next/standalone");
const folder = path.join(root, "dist-app");
/** https://docs.cloud.google.com/appengine/quotas: each uploaded file. */
const mostBytes = 32 * 1024 * 1024;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const name of ["server.js", ".next", "node_modules"]) {
  cpSync(path.join(built, name), path.join(folder, name), { recursive: true, verbatimSymlinks: true });
}
followLinks();
cpSync(path.join(root, ".next/static"), path.join(folder, ".next/static"), { recursive: true });
cpSync(path.join(root, "public"), path.join(folder, "public"), { recursive: true });
// The optimizer of pictures is never asked, for there are none but drawings; the embedded database is for demo and tests.
const unneeded = /node_modules\/(sharp|@img)\/|@electric-sql\/pglite[^/]*\/dist\/.*\.(wasm|data|tar\.gz)$/;
for (const file of files(folder)) if (unneeded.test(file)) rmSync(file);
pack("libonnxruntime.so.1");
for (const name of readdirSync(path.join(root, "models"))) {
  for (const file of ["model.onnx", "card.json"].filter(() => name !== "training")) {
    cpSync(path.join(root, "models", name, file), path.join(folder, "models", name, file));
  }
}
for (const name of ["schema.prisma", "migrations"])
  cpSync(path.join(root, "prisma", name), path.join(folder, "prisma", name), { recursive: true });
cpSync(path.join(root, "app.yaml"), path.join(folder, "app.yaml"));
cpSync(path.join(root, "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm"), path.join(folder, "prisma/schema_engine_bg.wasm"));

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
// Nothing to install and nothing to build for App Engine's buildpack; its Node is app.yaml's.
const named = { name: "marcha", version };
writeJson("package.json", { ...named, private: true, type: "module" });
writeJson("package-lock.json", { ...named, lockfileVersion: 3, requires: true, packages: { "": named } });
// It builds brought modules anew (deploy/buildpack.ts): what their install scripts would fetch or compile is there.
writeFileSync(path.join(folder, ".npmrc"), "ignore-scripts=true\n");
// All of the folder is uploaded, node_modules as well.
writeFileSync(path.join(folder, ".gcloudignore"), ".gcloudignore\n");

await build({
  entryPoints: { start: path.join(root, "deploy/start.ts"), migrate: path.join(root, "prisma/migrate.ts") },
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  conditions: ["react-server"],
  // Loaded from beside them where they are needed: these are the server's already.
  external: ["onnxruntime-node", "@electric-sql/pglite", "pg-native", "./server.js"],
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  logLevel: "warning",
});

const tooBig = files(folder).filter((file) => statSync(file).size > mostBytes);
if (tooBig.length > 0) throw new Error(`App Engine takes no file of more than 32 MiB: ${tooBig.join(", ")}`);
const megabytes = files(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
process.stdout.write(
  `dist-app/ is ready to deploy: ${megabytes.toFixed(0)} MB in ${files(folder).length} files. docs/deploy.md says how.\n`,
);

function writeJson(name: string, content: object): void {
  writeFileSync(path.join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
}

function files(place: string): string[] {
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** What is uploaded knows no links: each becomes a copy of what it leads to. */
function followLinks(): void {
  const links = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isSymbolicLink());
  for (const { parentPath, name } of links) {
    const link = path.join(parentPath, name);
    const target = path.resolve(parentPath, readlinkSync(link));
    if (!target.startsWith(folder + path.sep)) throw new Error(`${link} leads out of the folder`);
    rmSync(link);
    cpSync(target, link, { recursive: true });
  }
}

/** Compresses a file that is too big to upload; start.ts unpacks it. */
function pack(name: string): void {
  const found = files(folder).filter((file) => path.basename(file) === name);
  const [first] = found;
  if (first === undefined) throw new Error(`${name} is not in the build`);
  mkdirSync(path.join(folder, "packed"));
  writeFileSync(path.join(folder, "packed", `${name}.gz`), gzipSync(readFileSync(first), { level: 9 }));
  for (const file of found) rmSync(file);
}
