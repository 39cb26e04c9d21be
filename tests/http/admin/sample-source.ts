import {
  dayOf,
  type PastPoll,
  type SourceDay,
} from "../../../src/core/sources/polling/poll-history.ts";
import type { AdminSource } from "../../../src/publish/pages/admin-sources.ts";
import { NOON } from "../sample-site.ts";

const TODAY = dayOf(NOON);

const aDay = (before: number, numbers: Partial<SourceDay> = {}): SourceDay => ({
  ...{ day: TODAY - before, polls: 4, failures: 0, unchanged: 2, new: 0, updated: 0, merged: 0 },
  ...{ bytes: 1_400_000, ms: 2000, slowest: 900, ...numbers },
});

const aPoll = (over: Partial<PastPoll> = {}): PastPoll => ({
  ...{ at: NOON, outcome: "ok", status: 200, ms: 412, bytes: 31_200, items: 35, new: 3 },
  ...{ updated: 1, merged: 2, failed: 0, reason: null, times: 1, since: NOON, ...over },
});

/** A source whose last poll failed, with the polls of ten days. */
export const BOTE: AdminSource = {
  status: {
    ...{ id: "bote", title: "Flussbote", health: "unsteady", lastPollAt: NOON },
    ...{ lastOutcome: "failed", lastError: "the server answered 404" },
    ...{ nextPollAt: NOON + 60_000, nextPollReason: "every 15 min, as configured" },
  },
  days: [aDay(9, { new: 6, failures: 1 }), aDay(0, { new: 4 })],
  waitingPages: 0,
  address: "https://bote.example/feed",
  settings: {
    title: null,
    everyMs: 900_000,
    rights: "full",
    fullText: "auto",
    categories: ["Town"],
    paused: false,
  },
  isListed: false,
  pauseOrdered: null,
  polls: [
    aPoll({ outcome: "failed", status: 404, reason: "the server answered 404", items: 0 }),
    aPoll({ outcome: "unchanged", status: 304, items: 0, times: 28, since: NOON - 86_400_000 }),
    aPoll(),
  ],
  today: TODAY,
};
