import { describe, expect, it } from "vitest";
import type { IngestError } from "../../../../src/core/sources/errors.ts";
import { NO_VALIDATORS } from "../../../../src/core/sources/feed.ts";
import {
  addressAfterFailure,
  addressAfterSuccess,
  addressToPoll,
  validatorsAfter,
  validatorsToSend,
} from "../../../../src/core/sources/polling/source-moves.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 17, 12);
const CONFIGURED = "https://example.org/feed";
const NEW = "https://news.example.org/feed.xml";
const GONE: IngestError = { kind: "http-status", status: 410, retryAfterMs: null };
const DOWN: IngestError = { kind: "http-status", status: 503, retryAfterMs: null };

/** The address after a run of successful polls, each with the permanent address that it saw. */
const afterPolls = (...seen: (string | null)[]) =>
  seen.reduce(addressAfterSuccess, { feedUrl: null, moved: null });

describe("a permanent redirect", () => {
  it.each([
    ["seen once is remembered", [NEW], { feedUrl: null, moved: { url: NEW, seen: 1 } }],
    ["seen twice is remembered", [NEW, NEW], { feedUrl: null, moved: { url: NEW, seen: 2 } }],
    ["seen on three polls in a row is adopted", [NEW, NEW, NEW], { feedUrl: NEW, moved: null }],
    ["that was undone is forgotten", [NEW, NEW, null], { feedUrl: null, moved: null }],
    [
      "that leads elsewhere begins anew",
      [NEW, NEW, `${NEW}?2`],
      { feedUrl: null, moved: { url: `${NEW}?2`, seen: 1 } },
    ],
    [
      "stays adopted when the new address is direct",
      [NEW, NEW, NEW, null],
      { feedUrl: NEW, moved: null },
    ],
  ])("%s", (_what, seen, expected) => {
    expect(afterPolls(...seen)).toEqual(expected);
  });

  it("makes its target the address to poll", () => {
    expect(addressToPoll(CONFIGURED, afterPolls(NEW, NEW))).toBe(CONFIGURED);
    expect(addressToPoll(CONFIGURED, afterPolls(NEW, NEW, NEW))).toBe(NEW);
  });
});

describe("a failed poll", () => {
  const configured = { feedUrl: null, moved: { url: NEW, seen: 2 }, stopped: null };
  const learned = { feedUrl: NEW, moved: null, stopped: null };

  it("with 410 stops the source and says why", () => {
    expect(addressAfterFailure(configured, GONE, 1)).toEqual({
      feedUrl: null,
      moved: null,
      stopped: expect.stringContaining("410"),
    });
  });

  it("with 410 at a learned address goes back to the configured one", () => {
    const forgotten = { feedUrl: null, moved: null, stopped: null };
    expect(addressAfterFailure(learned, GONE, 1)).toEqual(forgotten);
  });

  it("changes nothing about the address otherwise", () => {
    expect(addressAfterFailure(configured, DOWN, 50)).toEqual(configured);
    expect(addressAfterFailure(learned, DOWN, 4)).toEqual(learned);
  });

  it("after several others makes a learned address forgotten", () => {
    const forgotten = { feedUrl: null, moved: null, stopped: null };
    expect(addressAfterFailure(learned, DOWN, 5)).toEqual(forgotten);
  });
});

describe("validators", () => {
  const validators = { etag: '"1"', lastModified: "yesterday" };

  it.each([
    ["are sent back", NOW - DAY, validators],
    ["are sent back for a week", NOW - 7 * DAY, validators],
    ["are dropped after eight days", NOW - 8 * DAY, NO_VALIDATORS],
    ["are dropped when a wrong clock dated them", NOW + 400 * DAY, NO_VALIDATORS],
    ["are dropped when nobody knows their age", null, NO_VALIDATORS],
  ])("%s", (_what, validatorsAt, expected) => {
    expect(validatorsToSend({ validators, validatorsAt }, NOW)).toEqual(expected);
  });

  it("are as old as the last full answer: a server that says 304 for ever is found out", () => {
    const kept = { validators, validatorsAt: NOW - 5 * DAY };
    const fresh = { etag: '"2"', lastModified: null };
    expect(validatorsAfter(kept, { kind: "not-modified", validators: fresh }, NOW)).toEqual({
      validators: fresh,
      validatorsAt: NOW - 5 * DAY,
    });
    expect(validatorsAfter(kept, { kind: "modified", validators: fresh }, NOW)).toEqual({
      validators: fresh,
      validatorsAt: NOW,
    });
  });
});
