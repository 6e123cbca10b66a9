import { z } from "zod";
import { newAthlete } from "@/lib/api/schemas";
import { createToken, tokenScopes } from "@/lib/data/api-tokens";
import { database } from "@/lib/data/database";
import { findViewer } from "@/lib/data/users";
import { readWorld } from "../../world";

// A token of the team's owner, for all there is; the team of the document's example is theirs too, so that what it shows works.

const { id: userId, sessionVersion } = await database().user.findUniqueOrThrow({ where: { email: readWorld().emails.owner } });
const owner = await findViewer(userId, sessionVersion);
if (!owner) throw new Error("no owner");
const { team_id: id } = z.object({ team_id: z.guid() }).parse(newAthlete.meta()?.example);
await database().team.create({ data: { id, name: "Example", memberships: { create: { userId, role: "owner" } } } });
const made = await createToken(owner, { name: "fuzz", scopes: tokenScopes, days: 30 });
if (!made.ok) throw new Error(made.error);
await database().$disconnect();
process.stdout.write(made.value.token);
process.exit(0);
