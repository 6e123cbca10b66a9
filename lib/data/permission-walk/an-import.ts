import { workOnImport } from "../import-run";
import * as imports from "../imports";
import type { World } from "./world";

const stages = ["uploading", "uploaded", "checked", "done"] as const;
type Stage = (typeof stages)[number];

/** An import into the person's own record that has come so far, with one row that would be added and one that is refused. */
export async function anImport({ people: { person } }: World, stage: Stage): Promise<string> {
  const begun = await imports.beginImport(person, { teamId: null, fileName: "mine.csv" });
  const id = begun.ok ? begun.value.id : "";
  if (stage === "uploading") return id;
  await imports.addChunk(person, id, 0, Buffer.from("measured_at,speed\n2025-03-04,1.31\n2025-03-05,fast\n"));
  await imports.finishUpload(person, id, { timeZone: "UTC" });
  if (stage === "uploaded") return id;
  await imports.planImport(person, id, await planOf(person, id));
  await workOnImport(id);
  if (stage === "checked") return id;
  await imports.startImport(person, id);
  await workOnImport(id);
  return id;
}

/** The plan that was proposed for it. */
export async function planOf(person: World["people"]["person"], id: string) {
  const plan = (await imports.readImport(person, id))?.plan;
  if (!plan) throw new Error("an import without a plan");
  return { plan, newPeople: null };
}
