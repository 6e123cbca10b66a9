import { writeFileSync } from "node:fs";
import { hashPassword } from "@/lib/auth/password";
import { database } from "@/lib/data/database";
import { anImport } from "@/lib/data/permission-walk/an-import";
import { createWorld } from "@/lib/data/permission-walk/world";
import { seedDemo } from "@/prisma/demo-cohort/seed";
import { worldPassword } from "./world";

// Everybody of the permission walk, with a password, and the demo's people, in the database of the journeys; what stands where
// goes to the file named.

const [file] = process.argv.slice(2);
if (!file) throw new Error("seed-world.ts needs the file to write to");

await seedDemo();
const world = await createWorld();
const importId = await anImport(world, "done");
const { people, ...rest } = world;
const passwordHash = await hashPassword(worldPassword);
await database().user.updateMany({ where: { id: { in: Object.values(people).map(({ userId }) => userId) } }, data: { passwordHash } });
await database().$disconnect();
const emails = Object.fromEntries(Object.entries(people).map(([role, { email }]) => [role, email]));
writeFileSync(file, JSON.stringify({ emails, importId, ...rest }));
process.exit(0);
