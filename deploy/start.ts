import { createReadStream, createWriteStream, existsSync, renameSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { drainBeforeEnd } from "./drain";
import { fetchSecrets, isReference } from "./secrets";

// What App Engine starts: unpacks the ONNX runtime, keeps compiled code for an instance that is started again, puts secrets in place of their references, then starts Next's own server. Bundled to
// start.mjs by package.ts.

enableCompileCache(path.join(tmpdir(), "marcha-compiled"));
await Promise.all([unpack("libonnxruntime.so.1"), readSecrets()]);
drainBeforeEnd();
process.env.HOSTNAME = "0.0.0.0";
const server = "./server.js";
await import(server);

/**
 * A file that is too big to upload as it is goes to where app.yaml's LD_LIBRARY_PATH leads, a folder that is there before the process
 * (the loader looks for it once); whole or not at all, if two start at once.
 */
async function unpack(name: string): Promise<void> {
  const folder = process.env.LD_LIBRARY_PATH?.split(":")[0];
  if (!folder) throw new Error("LD_LIBRARY_PATH does not say where the ONNX runtime goes");
  const file = path.join(folder, name);
  if (existsSync(file)) return;
  const part = `${file}.${process.pid}`;
  await pipeline(createReadStream(path.join(import.meta.dirname, "packed", `${name}.gz`)), createGunzip(), createWriteStream(part));
  renameSync(part, file);
}

async function readSecrets(): Promise<void> {
  const references = Object.entries(process.env).filter((entry): entry is [string, string] => isReference(entry[1]));
  if (references.length > 0) Object.assign(process.env, await fetchSecrets(Object.fromEntries(references)));
}
