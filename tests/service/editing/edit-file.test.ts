import {
  chmodSync,
  chownSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ConfigurationEdit } from "../../../src/core/settings/configuration-edit.ts";
import { editFile } from "../../../src/service/editing/edit-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const TEXT = "site: { title: A desk } # ours\nsources: []\n";
const io = { environment: {} };

const add = (entry: object): ConfigurationEdit => ({
  kind: "add",
  list: "sources",
  entries: [{ ...entry }],
});
const VALLEY = add({ id: "valley", url: "https://valley.example/" });

function written(text = TEXT): string {
  const file = join(temporaryFolder(), "offprint.yaml");
  writeFileSync(file, text);
  return file;
}

it("keeps the rest of the file, its rights and the links that lead to it", () => {
  const file = written();
  chmodSync(file, 0o640);
  const link = join(temporaryFolder(), "linked.yaml");
  symlinkSync(file, link);
  const told = { file: "linked.yaml", isChanged: true };
  expect(editFile(link, VALLEY, io)).toEqual({ ok: true, value: told });
  expect(readFileSync(file, "utf8")).toBe(
    "site: { title: A desk } # ours\nsources:\n  - id: valley\n    url: https://valley.example/\n",
  );
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
});

it("leaves a file with its owner, and one that nobody may write as it is", () => {
  const file = written();
  if (process.getuid?.() === 0) chownSync(file, 1000, 1000);
  const { uid, gid } = statSync(file);
  expect(editFile(file, VALLEY, io).ok).toBe(true);
  expect(statSync(file)).toMatchObject({ uid, gid });
  chmodSync(file, 0o444);
  const more = add({ id: "hill", url: "https://hill.example/" });
  expect(editFile(file, more, io)).toEqual({
    ok: false,
    error: expect.stringContaining("cannot be written"),
  });
});

it.each([
  [
    "an id that is none",
    add({ id: "The Valley", url: "https://valley.example/" }),
    "small letters",
  ],
  ["a key that is none", add({ id: "v", url: "https://v.example/", colour: "red" }), "colour"],
  ["no address", add({ id: "v", url: "valley" }), "http"],
])("writes nothing that is no configuration: %s", (_, edit, why) => {
  const file = written();
  const refused = editFile(file, edit, io);
  expect(refused).toEqual({ ok: false, error: expect.stringContaining(why) });
  expect(readFileSync(file, "utf8")).toBe(TEXT);
});

it("leaves a file alone that is broken already, and says so", () => {
  const file = written("sources: [\n");
  expect(editFile(file, VALLEY, io)).toMatchObject({ ok: false });
  expect(readFileSync(file, "utf8")).toBe("sources: [\n");
});

it("an edit that changes nothing writes nothing", () => {
  const file = written('sources: [{ "id": "v", "url": "https://v.example/", "every": "1h" }]\n');
  const before = statSync(file).ino;
  const same = { kind: "change", list: "sources", id: "v", values: { every: "1h" } } as const;
  expect(editFile(file, same, io)).toMatchObject({ ok: true });
  expect(statSync(file).ino).toBe(before);
});
