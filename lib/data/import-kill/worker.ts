import { workOnImport } from "../import-run";

// A process that works on the import named by its argument and may be killed at any time.

const [importId = ""] = process.argv.slice(2);
process.stdout.write("begun\n");
await workOnImport(importId);
process.stdout.write("done\n");
process.exit(0);
