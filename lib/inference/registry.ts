import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { environment, modelsFolder } from "@/lib/env";
import { log } from "@/lib/log";
import { type Model, openModel } from "./model";
import { ModelRefused } from "./model-refused";

export type Registry = {
  models: Model[];
  /** Models that are there but must not be served. The reasons are fixed phrases: they are published. */
  refused: { name: string; reason: string }[];
};

/** Opens every model folder below `directory`; one that cannot be served, for whatever reason, does not stop the others. */
export async function openRegistry(directory: string, open: (folder: string) => Promise<Model> = openModel): Promise<Registry> {
  const folders = await modelFolders(directory).catch((error: unknown) => {
    log.error({ error: nameOf(error) }, "the models folder cannot be read");
    return null;
  });
  if (folders === null) return { models: [], refused: [{ name: "models", reason: "the folder cannot be read" }] };
  const registry: Registry = { models: [], refused: [] };
  for (const name of folders) {
    try {
      registry.models.push(await open(path.join(directory, name)));
    } catch (error) {
      registry.refused.push({ name, reason: refusal(name, error) });
    }
  }
  return registry;
}

/** The published reason. What the runtime said of the file goes to the log only; of an unexpected error, its name. */
function refusal(name: string, error: unknown): string {
  if (!(error instanceof ModelRefused)) {
    log.error({ model: name, error: nameOf(error) }, "model could not be opened");
    return "could not be opened";
  }
  const detail = error.cause instanceof Error ? error.cause.message : undefined;
  log.error({ model: name, reason: error.message, detail }, "model refused");
  return error.message;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

async function modelFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "training")
    .map((entry) => entry.name)
    .sort();
}

declare global {
  var marchaModels: Promise<Registry> | undefined;
}

/** The models of this process, opened on first use and kept; a failure is not kept, so that the next call tries again. */
export function registry(open: () => Promise<Registry> = openOurs): Promise<Registry> {
  if (globalThis.marchaModels) return globalThis.marchaModels;
  const opening = open();
  globalThis.marchaModels = opening;
  opening.catch(() => {
    if (globalThis.marchaModels === opening) globalThis.marchaModels = undefined;
  });
  return opening;
}

async function openOurs(): Promise<Registry> {
  return openRegistry(modelsFolder(environment()));
}
