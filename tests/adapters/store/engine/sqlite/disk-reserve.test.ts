import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  keepReserve,
  releaseReserve,
} from "../../../../../src/adapters/store/engine/sqlite/disk-reserve.ts";
import { openDatabase } from "../../../../../src/adapters/store/engine/sqlite/open-database.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

const MB = 1024 * 1024;
const newFile = (): string => join(temporaryFolder(), "offprint.db");

it("keeps a megabyte for a full disk, and gives it free then", () => {
  const file = newFile();
  keepReserve(file, () => 10 * MB);
  const { size, mode } = statSync(`${file}-reserve`);
  expect([size, mode & 0o777]).toEqual([MB, 0o600]);

  expect(releaseReserve(file, () => 2 * MB)).toBe(false);
  expect(releaseReserve(file, () => 0)).toBe(true);
  expect(existsSync(`${file}-reserve`)).toBe(false);
  expect(releaseReserve(file, () => 0)).toBe(false);
});

it("does not fill a disk that is nearly full", () => {
  const file = newFile();
  keepReserve(file, () => 3 * MB);
  expect(existsSync(`${file}-reserve`)).toBe(false);
});

it("lies beside a database that was opened", async () => {
  const file = newFile();
  const opened = await openDatabase(file);
  if (opened.ok) await opened.value.close();
  expect(existsSync(`${file}-reserve`)).toBe(true);
});
