import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { lockIngest } from "../../../src/adapters/store/ingest-lock.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const newFile = (): string => join(temporaryFolder(), "offprint.db");

it("is given to one, and to the next when it is let go", () => {
  const file = newFile();
  const first = lockIngest(file, { holder: "the first", waitMs: 0 });
  expect(lockIngest(file, { holder: "the second", waitMs: 0 })).toEqual({
    ok: false,
    error: "the first",
  });
  if (first.ok) first.value.release();
  const third = lockIngest(file, { holder: "the third", waitMs: 0 });
  expect(third.ok).toBe(true);
  if (third.ok) third.value.release();
});

it("of one database is no lock of another beside it", () => {
  const folder = temporaryFolder();
  const locks = ["a.db", "b.db"].map((name) =>
    lockIngest(join(folder, name), { holder: name, waitMs: 0 }),
  );
  expect(locks.map(({ ok }) => ok)).toEqual([true, true]);
  for (const lock of locks) if (lock.ok) lock.value.release();
});

it("is freed by the end of its process, kill -9 included", async () => {
  const file = newFile();
  const script = fileURLToPath(new URL("./hold-lock.ts", import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(String(await once(child.stdout, "data"))).toBe("locked\n");
  expect(lockIngest(file, { holder: "me", waitMs: 0 })).toEqual({
    ok: false,
    error: "process 4711 on a test",
  });

  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  const lock = lockIngest(file, { holder: "me", waitMs: 0 });
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
});

it("waits for a holder that is about to end, when asked to", async () => {
  const file = newFile();
  const script = fileURLToPath(new URL("./hold-lock.ts", import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  child.kill("SIGKILL"); // not awaited: it may still hold the lock
  const lock = lockIngest(file, { holder: "me", waitMs: 10_000 });
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
});
