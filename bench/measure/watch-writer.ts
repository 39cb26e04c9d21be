/**
 * Looks every millisecond whether somebody holds the writer of a database, until its standard input ends; then prints
 * the holds in milliseconds as JSON. The kernel is asked, so that nobody waits for these looks.
 *
 *     node bench/measure/watch-writer.ts DATABASE
 */
import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { holdsOf, isWriterHeld, type WriterLook } from "./writer-holds.ts";

const [database = ""] = process.argv.slice(2);
const { ino } = statSync(`${database}-shm`);
const looks: WriterLook[] = [];
let isAsked = true;
process.stdin.resume().once("end", () => {
  isAsked = false;
});
while (isAsked) {
  const isHeld = isWriterHeld(readFileSync("/proc/locks", "utf8"), ino);
  looks.push({ at: performance.now(), isHeld });
  await sleep(1);
}
process.stdout.write(JSON.stringify(holdsOf(looks)));
