import { describe, expect, it } from "vitest";
import { createAudience } from "../../../src/http/clients/audience.ts";

const DAY_MS = 86_400_000;
const ask = (agent: string, url = "/feeds/all.rss") => ({ headers: { "user-agent": agent }, url });

describe("the audience", () => {
  it("adds up what programs say of each feed, and keeps each one's latest number", () => {
    const audience = createAudience(() => 0);
    audience.note(ask("Feedly/1.0 (+https://feedly.example; 40 subscribers; like FeedFetcher)"));
    audience.note(ask("Feedly/1.0 (+https://feedly.example; 42 subscribers; like FeedFetcher)"));
    audience.note(ask("Feedly/1.0 (+https://feedly.example; 3 subscribers)", "/feeds/en.atom"));
    audience.note(ask("NewsBlur Feed Fetcher - 1 subscriber - https://newsblur.example"));
    audience.note(ask("NetNewsWire (RSS Reader)"));
    expect(audience.subscribers()).toBe(46);
  });

  it("forgets a program that has not come for more than eight days", () => {
    let now = 0;
    const audience = createAudience(() => now);
    audience.note(ask("A (5 subscribers)"));
    now = 8 * DAY_MS;
    expect(audience.subscribers()).toBe(5);
    now += 1;
    expect(audience.subscribers()).toBe(0);
  });

  it("does not grow without bound when names are made up", () => {
    const audience = createAudience(() => 0);
    for (let n = 0; n < 5_000; n++) audience.note(ask(`Bot${n} (1 subscriber)`));
    expect(audience.subscribers()).toBe(1000);
  });
});
