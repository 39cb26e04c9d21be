import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { emptyDatabase } from "../../support/postgres/databases.ts";
import { openInsteadOfFiles } from "./open-store.ts";

/** Tests of the store that open files of their own, with what two processes do to one database. */
const FILES = [
  "queues/file-looks",
  "queues/leases",
  "queues/order-book",
  "queues/two-holders",
  "publishing/publications",
  "sources/forget-source",
  "sources/rename-sources",
  "sources/source-histories",
  "stories/editor-store",
  "stories/withdrawals",
];

describe.each(FILES)("on postgres: %s", async (name) => {
  const addresses = new Map<string, string>();
  beforeAll(() =>
    openInsteadOfFiles(async (file) => {
      const address = addresses.get(file) ?? (await emptyDatabase());
      addresses.set(file, address);
      return address;
    }),
  );
  afterEach(() => addresses.clear());
  afterAll(() => openInsteadOfFiles(null));
  // Loaded once more, beside the file that runs on SQLite.
  const file = fileURLToPath(new URL(`${name}.test.ts`, import.meta.url));
  await import(/* @vite-ignore */ `${file}?on=postgres`);
});
