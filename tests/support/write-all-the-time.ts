import { spawn } from "node:child_process";
import { once } from "node:events";

/** In one transaction: a row more, and their number beside it. */
const WRITER = `
import Database from "better-sqlite3";
const db = new Database(process.argv[1], { timeout: 5000 });
db.pragma("foreign_keys = OFF");
const add = db.prepare("INSERT INTO setting (name, value) VALUES (?, ?)");
const note = db.prepare("INSERT INTO counter (name, value) VALUES ('written', ?) ON CONFLICT DO UPDATE SET value = excluded.value");
const write = db.transaction((n) => { add.run("written " + n, "x".repeat(3000)); note.run(n); });
let n = 0;
const turn = () => { for (let i = 0; i < 20; i++) write(++n); if (n === 20) console.log("writes"); setImmediate(turn); };
turn();
`;

/** A process that writes to a database all the time. @returns how to end it, when it has begun. */
export async function writeAllTheTime(database: string): Promise<() => Promise<void>> {
  const args = ["--input-type=module", "--eval", WRITER, database];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return async () => {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
}
