import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { environment, modelsFolder } from "@/lib/env";
import { log } from "@/lib/log";
import { type Model, ModelRefused, openModel } from "./model";

export type Registry = {
  models: Model[];
  /** Models that are there but must not be served. */
  refused: { name: string; reason: string }[];
};

/** Opens every model folder below `directory`; one that is refused does not stop the others. */
export async function openRegistry(directory: string): Promise<Registry> {
  const registry: Registry = { models: [], refused: [] };
  for (const name of await modelFolders(directory)) {
    try {
      registry.models.push(await openModel(path.join(directory, name)));
    } catch (error) {
      if (!(error instanceof ModelRefused)) throw error;
      log.error({ model: name, reason: error.message }, "model refused");
      registry.refused.push({ name, reason: error.message });
    }
  }
  return registry;
}

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

/** The models of this process, opened on first use and kept. */
export function registry(): Promise<Registry> {
  globalThis.marchaModels ??= openRegistry(modelsFolder(environment()));
  return globalThis.marchaModels;
}
