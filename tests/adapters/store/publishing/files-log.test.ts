import { expect, it } from "vitest";
import { createFilesLog } from "../../../../src/adapters/store/publishing/files-log.ts";
import type { FilesNote } from "../../../../src/core/entries/files-problem.ts";
import { NOW } from "../../../support/builders.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

onEveryDatabase((open) => {
  const note = (node: string, over: Partial<FilesNote> = {}): FilesNote => ({
    node,
    target: "/srv/desk",
    at: NOW,
    problem: null,
    ...over,
  });
  const PROBLEM = { problem: { kind: "place", why: "the disk is full" }, since: NOW } as const;

  it("has the last note of each node and target", async () => {
    const log = createFilesLog(await open());
    expect(await log.find(note("north"))).toBeNull();
    await log.note(note("north", { problem: PROBLEM }));
    await log.note(note("south"));
    await log.note(note("north", { target: "s3://desk/" }));
    await log.note(note("north", { at: NOW + 1 }));
    expect(await log.find(note("north"))).toEqual(note("north", { at: NOW + 1 }));
    expect(await log.all()).toHaveLength(3);
  });

  it("forgets what is old, and nothing else", async () => {
    const log = createFilesLog(await open());
    await log.note(note("north", { at: NOW - 1 }));
    await log.note(note("south", { problem: PROBLEM }));
    await log.forget(NOW);
    expect(await log.all()).toEqual([note("south", { problem: PROBLEM })]);
  });
});
