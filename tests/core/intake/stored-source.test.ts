import { describe, expect, it } from "vitest";
import { EMPTY_CONTEXT } from "../../../src/core/articles/stored-context.ts";
import { decideAsStored, pollAsStored } from "../../../src/core/intake/stored-source.ts";
import type { RemoteSource } from "../../../src/core/settings/definitions.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import { NO_HISTORY } from "../../../src/core/sources/polling/poll-history.ts";
import type { SourceState, StoredSource } from "../../../src/core/sources/source-state.ts";
import {
  aDraft,
  aFolder,
  aMeasuredPoll,
  aRemote,
  aSource,
  HOUR,
  NOW,
} from "../../support/builders.ts";
import { READABLE_IDS } from "../../support/known-model.ts";

const MINUTE = 60_000;
const CARRIED = aRemote({ rights: "full", fullText: "auto", everyMs: HOUR });

const now = (overrides: Partial<RemoteSource>, isConfigured = true) => ({
  definition: { ...CARRIED, ...overrides },
  isConfigured,
  history: NO_HISTORY,
});

function intentUnder(stored: StoredSource | null, draft = aDraft({ wantsPage: true })) {
  const source = aSource({ definition: CARRIED });
  const options = { mode: "poll", source, drafts: [draft], ids: READABLE_IDS, now: NOW } as const;
  return decideAsStored(options, EMPTY_CONTEXT, stored);
}

const HELD = { lease: { id: "valley", token: 1 }, isOver: true, measured: aMeasuredPoll() };

describe("a poll that began under another definition", () => {
  it.each([
    ["full", "full", "full"],
    ["excerpt", "full", "excerpt"],
    ["link", "full", "link"],
    // What its page says is less than the source allows.
    ["excerpt", "link", "link"],
    ["full", "excerpt", "excerpt"],
  ] as const)("stores no more rights than %s for a draft of %s", (rights, republish, expected) => {
    const intent = intentUnder(now({ rights }), aDraft({ republish }));
    expect(intent.inserts.map(({ draft }) => draft.republish)).toEqual([expected]);
  });

  it.each<[string, Partial<RemoteSource>]>([
    ["fullText is never", { fullText: "never" }],
    ["rights are lowered, where auto asks only for what can be shown", { rights: "excerpt" }],
  ])("asks for no page, and holds nothing back, when %s now", (_, change) => {
    const intent = intentUnder(now(change));
    expect(intent.pageJobs).toEqual([]);
    expect(intent.inserts.map(({ heldUntil }) => heldUntil)).toEqual([null]);
  });

  it.each<[string, Partial<RemoteSource>, "all" | null]>([
    ["other categories", { categories: ["Local"] }, "all"],
    ["another cleanup", { cleanup: { keep: [], drop: ["A line"] } }, "all"],
    ["other rights", { rights: "link" }, "all"],
    ["no full text any more", { fullText: "never" }, "all"],
    ["another title or interval", { title: "Valley", everyMs: MINUTE }, null],
  ])("has its articles drafted again for %s", (_, change, wanted) => {
    expect(intentUnder(now(change)).revisionWanted).toBe(wanted);
  });

  it.each([
    ["was removed", now({}, false)],
    ["is at another address", now({ url: "https://new.example/feed" })],
    ["is a folder", { ...now({}), definition: aFolder() }],
  ])("stores nothing when its source %s", (_, stored) => {
    expect(intentUnder(stored).inserts).toEqual([]);
    expect(
      pollAsStored(
        { ...HELD, state: aSource({ definition: CARRIED }), filesTried: new Map() },
        stored,
      ),
    ).toBeNull();
  });

  it("stores what it brings where nothing is known of its source", () => {
    expect(intentUnder(null).inserts).toHaveLength(1);
  });
});

describe("what a poll records about its source", () => {
  const FILES = new Map([["a.txt", { bytes: 5, changedAt: NOW }]]);
  const state = (overrides: Partial<SourceState> = {}) =>
    aSource({
      definition: CARRIED,
      validators: { etag: '"1"', lastModified: null },
      bodyHash: "body",
      lastPollAt: NOW,
      nextPollAt: NOW + HOUR,
      ...overrides,
    });
  const recorded = (change: Partial<RemoteSource>, of = state()) =>
    pollAsStored({ ...HELD, state: of, filesTried: FILES }, now(change));

  it("lets the document be read anew when other pages are wanted now", () => {
    expect(recorded({ fullText: "always" })).toMatchObject({
      state: { validators: NO_VALIDATORS, bodyHash: null },
      filesTried: new Map(),
    });
  });

  it("is kept when other settings changed", () => {
    expect(recorded({ categories: ["Local"] })).toMatchObject({
      state: { bodyHash: "body", nextPollAt: NOW + HOUR },
      filesTried: FILES,
    });
  });

  it.each([
    ["a shorter interval counts at once", {}, NOW + MINUTE],
    ["a failing source keeps its pause", { failureCount: 3 }, NOW + HOUR],
  ])("%s", (_, overrides, expected) => {
    expect(recorded({ everyMs: MINUTE }, state(overrides))?.state.nextPollAt).toBe(expected);
  });
});
