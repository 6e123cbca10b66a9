import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

// Everything that answers: pages, endpoints and server actions, from what was built.

const root = path.resolve(import.meta.dirname, "../..");

/** A page or an endpoint by its folders; `[name]` stands for a part of its own. */
export type Address = { readonly pattern: string; readonly methods: readonly string[] };

export const addresses: readonly Address[] = globSync("app/**/{page.tsx,route.ts,manifest.ts}", { cwd: root }).map((file) => {
  const folders = file.replace(/^app\/?|\/?(page\.tsx|route\.ts|manifest\.ts)$/g, "").replace(/(^|\/)\([^)]+\)/g, "");
  const pattern = `/${folders.replace(/^\//, "").replace("%5F", "_")}`;
  return {
    pattern,
    methods: file.endsWith("route.ts") ? ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] : ["GET", "POST", "HEAD"],
  };
});

const manifestSchema = z.object({ node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })) });

/** Every server action's id with the pages that know it. */
export const actions: readonly { readonly id: string; readonly pages: readonly string[] }[] = Object.entries(
  manifestSchema.parse(JSON.parse(readFileSync(path.join(root, ".next/server/server-reference-manifest.json"), "utf8"))).node,
).map(([id, { workers }]) => ({
  id,
  pages: Object.keys(workers).map((page) => page.replace(/^app|\/page$/g, "").replace(/\/\([^)]+\)/g, "") || "/"),
}));
