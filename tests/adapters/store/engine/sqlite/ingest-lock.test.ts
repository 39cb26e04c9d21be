import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import {
  isIngestFree,
  lockIngest,
} from "../../../../../src/adapters/store/engine/sqlite/ingest-lock.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

const service = (name: string) => ({ name, kind: "service" }) as const;

const newFile = (): string => join(temporaryFolder(), "offprint.db");

it("is given to one, and to the next when it is let go", async () => {
  const file = newFile();
  const first = lockIngest(file, service("the first"));
  expect(lockIngest(file, service("the second"))).toEqual({
    ok: false,
    error: { name: "the first", kind: "service" },
  });
  if (first.ok) await first.value.release();
  const third = lockIngest(file, service("the third"));
  expect(third.ok).toBe(true);
  if (third.ok) await third.value.release();
});

it.each(["service", "pass", "copy"] as const)("says that its holder is a %s", async (kind) => {
  const file = newFile();
  const lock = lockIngest(file, { name: "the holder", kind });
  expect(lockIngest(file, service("me"))).toEqual({
    ok: false,
    error: { name: "the holder", kind },
  });
  if (lock.ok) await lock.value.release();
});

it("writes nothing but its holder's name", async () => {
  const file = newFile();
  const lock = lockIngest(file, service("the holder"));
  expect(
    readdirSync(dirname(file)).map((name) => statSync(join(dirname(file), name)).size),
  ).toEqual([0, "the holder".length]);
  if (lock.ok) await lock.value.release();
});

it("of one database is no lock of another beside it", async () => {
  const folder = temporaryFolder();
  const locks = ["a.db", "b.db"].map((name) => lockIngest(join(folder, name), service(name)));
  expect(locks.map(({ ok }) => ok)).toEqual([true, true]);
  for (const lock of locks) if (lock.ok) await lock.value.release();
});

it("is freed by the end of its process, kill -9 included", async () => {
  const file = newFile();
  const script = fileURLToPath(new URL("../../hold-lock.ts", import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(String(await once(child.stdout, "data"))).toBe("locked\n");
  expect(lockIngest(file, service("me"))).toEqual({
    ok: false,
    error: { name: "process 4711 on a test", kind: "service" },
  });

  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
  const lock = lockIngest(file, service("me"));
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

it("tells others whether a service holds it, or one pass that will end", async () => {
  const file = newFile();
  const pass = lockIngest(file, { name: "process 12 on a desk", kind: "pass" });
  expect(lockIngest(file, service("me"))).toEqual({
    ok: false,
    error: { name: "process 12 on a desk", kind: "pass" },
  });
  if (pass.ok) await pass.value.release();
});

it("is asked after without being taken", async () => {
  const file = newFile();
  expect(isIngestFree(file)).toBe(true);
  const lock = lockIngest(file, service("me"));
  expect([lock.ok, isIngestFree(file)]).toEqual([true, false]);
  if (lock.ok) await lock.value.release();
  expect(isIngestFree(file)).toBe(true);
});
