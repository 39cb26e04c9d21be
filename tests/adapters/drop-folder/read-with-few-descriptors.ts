import { openSync } from "node:fs";
import { readFolder } from "../../../src/adapters/drop-folder/read-folder.ts";

// Run by read-folder.test.ts where a process may open few files: prints what came of a folder, read once as it
// is, and once while every descriptor is taken.

const [folder = ""] = process.argv.slice(2);
const options = { bodyBytes: 1000, now: Date.now, sleep: async () => {} };

const files = await readFolder(folder, new Map(), options);
const none = await readFolder(folder, new Map(), { ...options, sleep: async () => takeAll() });
process.stdout.write(
  JSON.stringify({
    read: files.ok ? files.value.files.filter(({ bytes }) => bytes !== null).length : null,
    shortage: none.ok ? none.value.files[0]?.problem : none.error.code,
  }),
);

function takeAll(): void {
  try {
    for (;;) openSync(folder, "r");
  } catch {
    // Now there is none left.
  }
}
