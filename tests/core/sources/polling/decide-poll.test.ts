import { describe, expect, it } from "vitest";
import type { IngestError } from "../../../../src/core/sources/errors.ts";
import { decidePoll } from "../../../../src/core/sources/polling/decide-poll.ts";
import {
  NOTHING_FOUND,
  type PollResult,
  type ServerSaid,
} from "../../../../src/core/sources/polling/poll-result.ts";
import type { SourceState } from "../../../../src/core/sources/source-state.ts";
import { aFeedInfo, aSource, DAY, HOUR, NOW } from "../../../support/builders.ts";

const NEW_URL = "https://news.example/feed.xml";
const DOWN: IngestError = { kind: "http-status", status: 503, retryAfterMs: null };
const GONE: IngestError = { kind: "http-status", status: 410, retryAfterMs: null };
const STORED = { etag: '"1"', lastModified: null };

const said = (overrides: Partial<ServerSaid> = {}): ServerSaid => ({
  kind: "modified",
  status: 200,
  bytes: 1000,
  freshness: { maxAgeMs: null },
  confirmsClock: true,
  permanentUrl: null,
  validators: { etag: '"2"', lastModified: "today" },
  ...overrides,
});

const found = (overrides: Partial<PollResult> = {}): PollResult => ({
  ...NOTHING_FOUND,
  outcome: "ok",
  requests: 1,
  server: said(),
  feed: aFeedInfo(),
  bodyHash: "body 2",
  ...overrides,
});

const failed = (error: IngestError, overrides: Partial<PollResult> = {}): PollResult => ({
  ...NOTHING_FOUND,
  outcome: "failed",
  error,
  ...overrides,
});

const KNOWN: Partial<SourceState> = {
  title: "Old name",
  siteUrl: "https://old.example/",
  validators: STORED,
  validatorsAt: NOW - DAY,
  bodyHash: "body 1",
  firstIngestAt: NOW - DAY,
  failureCount: 2,
};

const decide = (result: PollResult, source: Partial<SourceState> = KNOWN) =>
  decidePoll({
    source: aSource(source),
    result,
    startedAt: NOW - 1000,
    now: NOW,
    random: 0,
  });

describe("after a poll that brought a feed", () => {
  it("validators, body and name of the feed are kept, and failures are over", () => {
    expect(decide(found())).toMatchObject({
      title: "Valley Courier",
      siteUrl: "https://valley.example/",
      validators: said().validators,
      validatorsAt: NOW,
      bodyHash: "body 2",
      failureCount: 0,
      firstIngestAt: NOW - DAY,
      lastPollAt: NOW,
      lastOutcome: "ok",
      lastError: null,
    });
  });

  it("the first ingest is noted once", () => {
    expect(decide(found(), {}).firstIngestAt).toBe(NOW);
    expect(decide({ ...found(), hasMore: true }, {}).firstIngestAt).toBeNull();
    expect(decide(found(), { firstIngestAt: 5 }).firstIngestAt).toBe(5);
  });

  it("the next poll is in the source's own interval, or as the publisher asked", () => {
    const own = decide(found());
    expect(own.nextPollAt).toBe(NOW - 1000 + 15 * 60_000);
    const asked = decide(found({ server: said({ freshness: { maxAgeMs: HOUR } }) }));
    expect(asked.nextPollAt).toBe(NOW + HOUR);
    expect(asked.nextPollReason).toContain("Cache-Control");
  });

  it("hints are kept for polls that bring no feed", () => {
    const hints = { intervalMs: 2 * HOUR, skipHours: [], skipDays: [] };
    const learned = decide(found({ feed: aFeedInfo({ hints }) }));
    expect(learned.hints).toEqual(hints);
    const next = decidePoll({
      ...{ source: learned, startedAt: NOW, now: NOW, random: 0 },
      result: { ...NOTHING_FOUND, server: said({ kind: "not-modified" }) },
    });
    expect(next.nextPollAt).toBe(NOW + 2 * HOUR);
  });

  it("a feed without a name leaves the one that is known", () => {
    const { title, siteUrl } = decide(found({ feed: aFeedInfo({ title: null, link: null }) }));
    expect({ title, siteUrl }).toEqual({ title: "Old name", siteUrl: "https://old.example/" });
  });

  it("a page's feed is polled from then on, with its own validators", () => {
    expect(decide(found({ feedUrl: NEW_URL }), {})).toMatchObject({
      feedUrl: NEW_URL,
      validators: said().validators,
      bodyHash: "body 2",
    });
  });
});

describe("after a poll that brought nothing new", () => {
  it("304 keeps the body and the age of the validators", () => {
    const server = said({ kind: "not-modified", validators: STORED });
    expect(decide({ ...NOTHING_FOUND, server })).toMatchObject({
      validators: STORED,
      validatorsAt: NOW - DAY,
      bodyHash: "body 1",
      failureCount: 0,
      lastOutcome: "unchanged",
    });
  });

  it("a first 304 is no first ingest", () => {
    const server = said({ kind: "not-modified" });
    expect(decide({ ...NOTHING_FOUND, server }, {}).firstIngestAt).toBeNull();
  });
});

describe("after a failed poll", () => {
  it("failures are counted and what is known stays", () => {
    expect(decide(failed(DOWN))).toMatchObject({
      failureCount: 3,
      lastError: DOWN,
      lastOutcome: "failed",
      title: "Old name",
      validators: STORED,
      bodyHash: "body 1",
    });
  });

  it("a document that was not understood is fetched whole again", () => {
    const server = said({ validators: { etag: null, lastModified: null } });
    const error: IngestError = { kind: "not-a-feed", message: "HTML", feedLinks: [] };
    expect(decide(failed(error, { server })).validators).toEqual({
      etag: null,
      lastModified: null,
    });
  });

  it("410 stops the source, and a later success starts it again", () => {
    const stopped = decide(failed(GONE));
    expect(stopped.stopped).toContain("410");
    expect(stopped.nextPollReason).toBe(stopped.stopped);
    const again = decidePoll({
      ...{ source: stopped, startedAt: NOW, now: NOW, random: 0 },
      result: found(),
    });
    expect(again.stopped).toBeNull();
  });
});

describe("when the address changes", () => {
  it("validators stay: they came from the new address, to which redirects led", () => {
    const moved = { ...KNOWN, moved: { url: NEW_URL, seen: 2 } };
    expect(decide(found({ server: said({ permanentUrl: NEW_URL }) }), moved)).toMatchObject({
      feedUrl: NEW_URL,
      moved: null,
      validators: said().validators,
      validatorsAt: NOW,
      bodyHash: "body 2",
    });
  });

  it("a learned address that fails too often is forgotten with its body", () => {
    expect(decide(failed(DOWN), { ...KNOWN, feedUrl: NEW_URL, failureCount: 4 })).toMatchObject({
      feedUrl: null,
      bodyHash: null,
      validatorsAt: null,
      failureCount: 5,
    });
  });
});
