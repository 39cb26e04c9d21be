import { expect, it } from "vitest";
import { err, ok, type Result } from "../../src/core/result.ts";
import type { FolderBatch, FolderFile } from "../../src/core/sources/drop-folder.ts";
import type { FolderError } from "../../src/core/sources/errors.ts";
import type { FileState, KnownFile } from "../../src/core/sources/source-state.ts";
import type { DraftDocument } from "../../src/ingest/ports.ts";
import { readDropFolder } from "../../src/ingest/read-drop-folder.ts";
import { aDraft, aFeedInfo, aFolder, aSource, HOUR, NOW } from "../support/builders.ts";
import { drafted } from "./fake-source.ts";

const STATE: FileState = { bytes: 3, changedAt: NOW - HOUR };
const file = (name: string, overrides: Partial<FolderFile> = {}): FolderFile => ({
  name,
  state: STATE,
  modifiedAt: STATE.changedAt - HOUR,
  bytes: Buffer.from(name),
  problem: null,
  ...overrides,
});

const LOCKED = { reason: "cannot be read (EACCES)", limitBytes: null };
const SLOW = { reason: "no answer within 1 s (read)", limitBytes: null };

const SOURCE = { ...aSource({ files: new Map([["old.txt", STATE]]) }), definition: aFolder() };

/** A folder whose files come in these batches; what is in a file called bad cannot be read. */
function fakeFolder(batches: readonly Result<FolderBatch, FolderError>[]) {
  const asked: string[][] = [];
  const jobs: Parameters<DraftDocument>[0][] = [];
  return {
    asked,
    jobs,
    deps: {
      items: 10,
      now: () => NOW,
      readFolder: async (folder: string, known: ReadonlyMap<string, KnownFile>) => {
        expect(folder).toBe("/srv/desk");
        const batch = batches[asked.length];
        asked.push([...known.keys()]);
        if (!batch) throw new Error("nobody expected to look again");
        return batch;
      },
      draftDocument: async (job: Parameters<DraftDocument>[0]) => {
        jobs.push(job);
        const key = Buffer.from(job.document.bytes).toString();
        if (key.startsWith("bad")) return err({ kind: "empty" as const, message: "nothing in it" });
        if (key.startsWith("slow")) {
          return err({ kind: "timeout" as const, phase: "read" as const, timeoutMs: 1000 });
        }
        return drafted({
          feed: job.file === null ? aFeedInfo({ title: key }) : null,
          drafts: [aDraft({ key })],
          warnings: key.startsWith("odd") ? [{ kind: "bad-date", detail: "no date" }] : [],
        });
      },
    },
  };
}

const one = (...files: FolderFile[]) => [ok({ files, gone: [], hasMore: false })];

it("reads texts as articles and feeds as feeds, by their extensions", async () => {
  const { deps, jobs } = fakeFolder(one(file("a.TXT"), file("b.xml"), file("c.json")));
  const result = await readDropFolder(SOURCE, deps);
  expect(jobs.map((job) => [job.file?.name ?? null, job.document.contentType])).toEqual([
    ["a.TXT", null],
    [null, "application/xml"],
    [null, "application/feed+json"],
  ]);
  expect(jobs[0]?.file?.changedAt).toBe(STATE.changedAt - HOUR);
  expect(result).toMatchObject({ outcome: "ok", failed: 0, feed: { title: "b.xml" } });
  expect(result.drafts.map(({ key }) => key)).toEqual(["a.TXT", "b.xml", "c.json"]);
});

it("loses one file to a bad file, says which, and tries it again when the reason may pass", async () => {
  const unreadable = file("locked.txt", { bytes: null, problem: LOCKED });
  const files = [file("bad.txt"), unreadable, file("odd.txt"), file("slow.txt"), file("z.txt")];
  const { deps } = fakeFolder(one(...files));
  const result = await readDropFolder(SOURCE, deps);
  expect(result.drafts.map(({ key }) => key)).toEqual(["odd.txt", "z.txt"]);
  expect(result.failed).toBe(3);
  expect(result.warnings.map(({ detail }) => detail)).toEqual([
    "bad.txt: nothing in it",
    "locked.txt: cannot be read (EACCES)",
    "odd.txt: no date",
    expect.stringContaining("slow.txt: "),
  ]);
  const again = [...result.filesTried].map(([name, tried]) => [name, tried?.retry ?? null]);
  expect(again).toEqual([
    ["bad.txt", null],
    ["locked.txt", { ...LOCKED, failures: 1, at: NOW }],
    ["odd.txt", null],
    ["slow.txt", { ...SLOW, failures: 1, at: NOW }],
    ["z.txt", null],
  ]);
});

it("counts how often a version of a file could not be read, and forgets what is gone", async () => {
  const retry = { ...SLOW, failures: 4, at: NOW - HOUR };
  const known = { ...STATE, retry };
  const files = new Map<string, KnownFile>([
    ["slow.txt", known],
    ["slow-other.txt", { ...known, bytes: 9 }],
    ["z.txt", known],
  ]);
  const { deps } = fakeFolder([
    ok({
      files: [file("slow.txt"), file("slow-other.txt"), file("z.txt")],
      gone: ["old.txt"],
      hasMore: false,
    }),
  ]);
  const { filesTried } = await readDropFolder({ ...SOURCE, files }, deps);
  expect(filesTried).toEqual(
    new Map<string, KnownFile | null>([
      ["old.txt", null],
      ["slow.txt", { ...STATE, retry: { ...SLOW, failures: 5, at: NOW + 8 * 60_000 } }],
      ["slow-other.txt", { ...STATE, retry: { ...SLOW, failures: 1, at: NOW } }],
      ["z.txt", STATE],
    ]),
  );
});

it("reads a large folder in batches, and says when there is more", async () => {
  const { deps, asked } = fakeFolder([ok({ files: [file("a.txt")], gone: [], hasMore: true })]);
  const result = await readDropFolder(SOURCE, deps);
  expect(asked).toEqual([["old.txt"]]);
  expect(result).toMatchObject({ hasMore: true, filesTried: new Map([["a.txt", STATE]]) });
});

it("is unchanged when no file changed", async () => {
  const { deps } = fakeFolder(one());
  expect(await readDropFolder(SOURCE, deps)).toMatchObject({ outcome: "unchanged", feed: null });
});

it("fails when the folder cannot be read", async () => {
  const error = { kind: "folder" as const, path: "/srv/desk", code: "ENOENT" };
  const { deps } = fakeFolder([err(error)]);
  const nothing = { outcome: "failed", error, drafts: [], filesTried: new Map(), hasMore: false };
  expect(await readDropFolder(SOURCE, deps)).toMatchObject(nothing);
});
