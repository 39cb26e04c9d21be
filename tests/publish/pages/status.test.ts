import { describe, expect, it } from "vitest";
import type { BackupNote } from "../../../src/core/backups/backup-log.ts";
import type { FilesNote, FilesProblem } from "../../../src/core/entries/files-problem.ts";
import type { SourceState } from "../../../src/core/sources/source-state.ts";
import { composeStatus, type StatusInput } from "../../../src/publish/pages/status.ts";
import { aRemote, aSource, HOUR, NOW } from "../../support/builders.ts";

const DOWN = { kind: "http-status" as const, status: 503, retryAfterMs: null };
const passOf = (at: number, deadline: number | null, node = "one") => ({ node, at, deadline });

const status = (overrides: Partial<StatusInput>) =>
  composeStatus({
    sources: [],
    passes: [passOf(NOW - 30_000, NOW + 60_000)],
    configProblems: [],
    configuration: null,
    database: "in-place",
    clockJump: null,
    ingestProblem: null,
    filesProblem: null,
    filesNotes: [],
    backup: NO_BACKUP,
    isReady: true,
    publisherIdleMs: 0,
    publishingProblem: null,
    startedAt: NOW - HOUR,
    now: NOW,
    ...overrides,
  });

const NO_BACKUP: BackupNote = { made: null, problem: null, schedule: null };

const kinds = (overrides: Partial<StatusInput>) =>
  status(overrides).reasons.map(({ kind }) => kind);

describe("composeStatus", () => {
  it("finds nothing wrong where nothing is", () => {
    expect(status({ sources: [aSource()] }).reasons).toEqual([]);
    expect(kinds({ passes: [], startedAt: NOW })).toEqual([]);
  });

  it("tells what stops the service", () => {
    expect(kinds({ isReady: false })).toEqual(["not-ready"]);
    expect(status({ ingestProblem: "disk full" }).reasons).toMatchObject([
      { kind: "store-not-writable", message: "disk full" },
    ]);
  });

  it("tells of backups where they are wanted and fail or are late, and names no problem else", () => {
    const made = { name: "b.db", at: NOW - 27 * HOUR, bytes: 7, rows: 3, ms: 1 };
    const schedule = {
      ...{ expression: "0 3 * * *", everyMs: 24 * HOUR, dueAt: NOW + HOUR },
      ...{ since: NOW - 99 * HOUR, orderedAt: null },
    };
    const backup = (over: Partial<BackupNote>) => status({ backup: { ...NO_BACKUP, ...over } });
    expect(backup({}).backup).toBeNull();
    expect(backup({ made })).toMatchObject({
      reasons: [],
      backup: { lastAt: made.at, bytes: 7, isVerified: true, nextAt: null, isLate: false },
    });
    expect(backup({ made, schedule })).toMatchObject({
      reasons: [
        {
          kind: "backup-late",
          message: expect.stringMatching(/^No backup was made for 1 day 3 h\./),
        },
      ],
      backup: { isLate: true, nextAt: NOW + HOUR },
    });
    const fresh = { ...made, at: NOW - 25 * HOUR };
    expect(backup({ made: fresh, schedule }).reasons).toEqual([]);
    const problem = { why: "no room.", since: NOW - HOUR, at: NOW };
    expect(backup({ made: fresh, schedule, problem })).toMatchObject({
      reasons: [
        {
          kind: "backup-late",
          message: expect.stringMatching(/^Backups fail since \S+: no room\. The last/),
        },
      ],
      backup: { isLate: false, problem: "no room." },
    });
    expect(backup({ schedule })).toMatchObject({ backup: { lastAt: null, isVerified: false } });
    expect(kinds({ backup: { ...NO_BACKUP, schedule } })).toEqual(["backup-late"]);
  });

  it("tells why files are not kept up, by this service and by others, each once and while it lasts", () => {
    const since = NOW - HOUR;
    const place = { kind: "place", why: "no room" } as const;
    const pages = { kind: "pages", count: 4, examples: ["/a", "/b", "/c"] } as const;
    const told = (problem: FilesProblem) => ({ problem, since, node: null });
    const note = (node: string, problem: FilesProblem | null, at = NOW): FilesNote => ({
      ...{ node, target: "/srv/desk", at },
      problem: problem && { problem, since },
    });
    const messages = (overrides: Partial<StatusInput>) =>
      status(overrides).reasons.map(({ kind, message }) => [kind, message]);
    const at = new Date(since).toISOString();
    const noRoom = (node: string) => [
      "files-not-written",
      `The files of the site cannot be written${node} since ${at} (no room). They stay as they are, and it is tried again.`,
    ];
    const notRendered = [
      "files-not-written",
      `4 of the pages cannot be written as files by north since ${at}, because they cannot be rendered (/a, /b, /c and 1 more). Their files stay as they were, and it is tried again.`,
    ];
    expect(messages({ filesProblem: told(place) })).toEqual([noRoom("")]);
    expect(messages({ filesNotes: [note("south", place), note("north", pages)] })).toEqual([
      noRoom(" by south"),
      notRendered,
    ]);
    expect(
      messages({
        filesProblem: told(place),
        filesNotes: [note("here", place), note("north", pages)],
      }),
    ).toEqual([noRoom(""), notRendered]);
    expect(messages({ filesNotes: [note("a", null), note("b", place, NOW - HOUR)] })).toEqual([]);
    expect(kinds({ filesNotes: [note("a", place)], database: "unreachable" })).toEqual([
      "database-unreachable",
    ]);
  });

  it("tells of a broken configuration, a few of its mistakes and how many there are", () => {
    const configProblems = ["offprint.yaml:4: a", "b", "c", "d", "e"];
    expect(status({ configProblems }).reasons).toEqual([
      {
        kind: "configuration-invalid",
        source: null,
        message:
          "The configuration is invalid, and the last good one is in force. offprint.yaml:4: a; b; c; and 2 more (offprint config check).",
      },
    ]);
  });

  it("misses a pass that did not finish, a minute after it should have", () => {
    const passes = [passOf(NOW - HOUR, NOW - 60_000)];
    expect(kinds({ passes })).toEqual([]);
    expect(kinds({ passes, now: NOW + 1 })).toEqual(["passes-stopped"]);
    expect(kinds({ passes: [passOf(NOW - HOUR, null)] })).toEqual([]);
  });

  it("is in order while one node of several works, and tells which do", () => {
    const passes = [passOf(NOW - 1, NOW + 1, "two"), passOf(NOW - HOUR, NOW - 60_001)];
    expect(status({ passes })).toMatchObject({
      reasons: [],
      lastPassAt: NOW - 1,
      nodes: [
        { node: "two", lastPassAt: NOW - 1, works: true },
        { node: "one", lastPassAt: NOW - HOUR, works: false },
      ],
    });
    expect(kinds({ passes, now: NOW + 60_002 })).toEqual(["passes-stopped"]);
  });

  it("misses a publisher that is gone for more than a minute, or never came", () => {
    expect(kinds({ publisherIdleMs: 60_000 })).toEqual([]);
    expect(kinds({ publisherIdleMs: 60_001 })).toEqual(["publishing-stopped"]);
    expect(kinds({ publisherIdleMs: null })).toEqual(["publishing-stopped"]);
    expect(status({ publisherIdleMs: 2 * HOUR, startedAt: NOW - 5 * HOUR }).reasons).toMatchObject([
      { source: null, message: expect.stringContaining("for 2 h:") },
    ]);
  });

  it("gives a publisher a minute to come, however long none was there before", () => {
    for (const publisherIdleMs of [null, HOUR]) {
      expect(kinds({ publisherIdleMs, startedAt: NOW - 60_000 })).toEqual([]);
      expect(kinds({ publisherIdleMs, startedAt: NOW - 60_001 })).toEqual(["publishing-stopped"]);
    }
  });

  it("misses a pass that was never begun, in the time in which some source is polled", () => {
    const begun = { passes: [], startedAt: NOW };
    const waiting = aSource({ lastPollAt: null, firstIngestAt: null });
    for (const sources of [[], [waiting]]) {
      expect(kinds({ ...begun, sources, now: NOW + 120_000 })).toEqual([]);
      expect(kinds({ ...begun, sources, now: NOW + 120_001 })).toEqual(["passes-stopped"]);
    }
    const polled = aSource({ lastPollAt: NOW, firstIngestAt: NOW });
    expect(kinds({ ...begun, sources: [waiting, polled], now: NOW + HOUR })).toEqual([]);
  });

  it("tells of a source after three failures in a row, or when it is gone", () => {
    const failing = (failureCount: number) =>
      aSource({ firstIngestAt: NOW, failureCount, lastError: DOWN });
    const sources = (failureCount: number) => [failing(failureCount), aSource(), aSource()];
    expect(kinds({ sources: sources(2) })).toEqual([]);
    expect(status({ sources: sources(3) }).reasons).toMatchObject([
      { source: "valley", message: "3 failures in a row: the server answered 503." },
    ]);
    expect(kinds({ sources: [aSource({ stopped: "Gone." })] })).toEqual(["source-failing"]);
  });

  it("never says that nothing is wrong while most sources fail, be it for the first time", () => {
    const polled = { firstIngestAt: NOW, lastPollAt: NOW };
    const down = aSource({ ...polled, failureCount: 1, lastError: DOWN });
    const up = aSource(polled);
    expect(kinds({ sources: [down] })).toEqual(["source-failing"]);
    expect(kinds({ sources: [down, up, up] })).toEqual([]);
    expect(kinds({ sources: [...Array(18).fill(down), up] })).toHaveLength(18);
  });

  it("lists failing sources first, and calls nothing failing that is no reason", () => {
    const named = (id: string, overrides: Partial<SourceState>) =>
      aSource({ definition: aRemote({ id }), firstIngestAt: NOW, lastPollAt: NOW, ...overrides });
    const report = status({
      sources: [
        named("good", {}),
        named("better", {}),
        named("once", { failureCount: 1, lastError: DOWN }),
        named("ill", { failureCount: 3, lastError: DOWN }),
        named("new", { lastPollAt: null }),
      ],
    });
    expect(report.sources.map(({ id, health }) => [id, health])).toEqual([
      ["ill", "failing"],
      ["once", "unsteady"],
      ["good", "good"],
      ["better", "good"],
      ["new", "waiting"],
    ]);
    expect(report.reasons.map(({ source }) => source)).toEqual(["ill"]);
  });

  it("tells at once of a source that never worked, and of a folder that cannot be read", () => {
    const once = { failureCount: 1, lastPollAt: NOW };
    const up = aSource({ firstIngestAt: NOW, lastPollAt: NOW });
    const typo = aSource({ ...once, lastError: DOWN });
    const lastError = { kind: "folder" as const, path: "/srv/desk/in", code: "EACCES" };
    const folder = aSource({ ...once, firstIngestAt: NOW, lastError });
    for (const source of [typo, folder]) {
      expect(kinds({ sources: [up, up, source] })).toEqual(["source-failing"]);
    }
    expect(status({ sources: [up, up, folder] }).reasons[0]?.message).toBe(
      "The last poll failed: in cannot be read (EACCES).",
    );
  });

  it("tells that the database file is gone, once", () => {
    for (const database of ["removed", "replaced"] as const) {
      expect(kinds({ database, ingestProblem: "it was removed" })).toEqual(["database-moved"]);
    }
  });

  it("tells that the database does not answer, and nothing that follows from it", () => {
    const away = { passes: [], publisherIdleMs: null, ingestProblem: "it does not answer" };
    expect(kinds({ database: "unreachable", ...away })).toEqual(["database-unreachable"]);
  });

  it("tells of a clock that jumped, and of times that have not come yet", () => {
    const clockJump = { at: NOW, byMs: -2 * HOUR };
    expect(status({ clockJump }).reasons).toMatchObject([
      { kind: "clock-jumped", message: expect.stringContaining("jumped 2 h back") },
    ]);
    expect(kinds({ sources: [aSource({ lastPollAt: NOW + HOUR })] })).toEqual(["clock-jumped"]);
    expect(kinds({ passes: [passOf(NOW + HOUR, null)] })).toEqual(["clock-jumped"]);
    expect(kinds({ passes: [passOf(NOW + 1000, null)] })).toEqual([]);
  });

  it("names a file that could not be read, and wants a person when that lasts", () => {
    const file = (failures: number) => ({
      ...{ bytes: 1, changedAt: NOW },
      retry: { reason: "no answer within 20 s (read)", limitBytes: null, failures, at: NOW },
    });
    const source = (...failures: number[]) =>
      aSource({ lastPollAt: NOW, files: new Map(failures.map((n) => [`${n}.xml`, file(n)])) });
    const once = "The file 1.xml could not be read once: no answer within 20 s (read)";
    expect(status({ sources: [source(1)] })).toMatchObject({
      reasons: [],
      sources: [{ health: "unsteady", lastError: once }],
    });
    const thrice =
      "The file 3.xml (and 1 more) could not be read 3 times in a row: no answer within 20 s (read)";
    expect(status({ sources: [source(1, 3)] })).toMatchObject({
      reasons: [{ kind: "source-failing", source: "valley", message: `${thrice}.` }],
      sources: [{ health: "failing", lastError: thrice }],
    });
  });

  it("lets a paused source rest", () => {
    const paused = aSource({
      definition: aRemote({ paused: true }),
      failureCount: 9,
      lastError: DOWN,
    });
    expect(status({ sources: [paused] })).toMatchObject({
      reasons: [],
      sources: [{ nextPollAt: null, nextPollReason: "paused in the configuration" }],
    });
  });

  it("says of each source what happened last, and when it is polled next", () => {
    const source = aSource({
      title: "Valley Courier",
      lastPollAt: NOW,
      lastOutcome: "failed",
      lastError: DOWN,
      nextPollAt: NOW + HOUR,
      nextPollReason: "every 1 h",
    });
    expect(status({ sources: [source] }).sources).toEqual([
      {
        id: "valley",
        title: "Valley Courier",
        health: "good",
        lastPollAt: NOW,
        lastOutcome: "failed",
        lastError: "the server answered 503",
        nextPollAt: NOW + HOUR,
        nextPollReason: "every 1 h",
      },
    ]);
  });
});

it("a source that is due at once is polled now, not in 1970", () => {
  const fresh = aSource({ lastPollAt: null, nextPollAt: 0, nextPollReason: "not polled yet" });
  expect(status({ sources: [fresh] }).sources[0]?.nextPollAt).toBe(NOW);
});
