import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { err } from "../../src/core/result.ts";
import { NO_VALIDATORS } from "../../src/core/sources/feed.ts";
import type { SourceState } from "../../src/core/sources/source-state.ts";
import { readRemote } from "../../src/ingest/read-remote.ts";
import { aFeedInfo, aRemote, aSource, DAY, NOW } from "../support/builders.ts";
import { drafted, FRESH, fakeSource, modified, notAFeed, notModified } from "./fake-source.ts";

const URL_OF_FEED = aRemote().url;
const OWN_FEED = "https://desk.example/feeds/all.rss";
const bodyHash = createHash("sha256").update("<rss/>").digest("base64url");

const source = (overrides: Partial<SourceState> = {}, url = URL_OF_FEED) => ({
  ...aSource(overrides),
  definition: aRemote({ url }),
});

describe("a feed", () => {
  it("is fetched with what makes the request conditional, and read", async () => {
    const { deps, requests, jobs } = fakeSource({ [URL_OF_FEED]: modified() });
    const result = await readRemote(source({ validators: FRESH, validatorsAt: NOW - DAY }), deps);
    expect(requests).toMatchObject([{ url: URL_OF_FEED, validators: FRESH }]);
    expect(jobs).toMatchObject([{ document: { url: URL_OF_FEED }, file: null, items: 1000 }]);
    expect(result).toMatchObject({
      outcome: "ok",
      requests: 1,
      bodyHash,
      server: { validators: FRESH },
      drafts: [{}],
    });
  });

  it("is as large as it came, though its bytes leave with the worker that reads it", async () => {
    const bytes = new TextEncoder().encode("<rss/>");
    const { deps } = fakeSource({ [URL_OF_FEED]: modified({ bytes }) });
    const { draftDocument } = deps;
    const moving = (job: Parameters<typeof draftDocument>[0]) => {
      structuredClone(job.document.bytes, { transfer: [bytes.buffer] });
      return draftDocument(job);
    };
    const result = await readRemote(source(), { ...deps, draftDocument: moving });
    expect(result.server?.bytes).toBe(6);
  });

  it("is fetched whole once its last whole answer is too old", async () => {
    const { deps, requests } = fakeSource({ [URL_OF_FEED]: modified() });
    await readRemote(source({ validators: FRESH, validatorsAt: NOW - 9 * DAY }), deps);
    expect(requests).toMatchObject([{ validators: NO_VALIDATORS }]);
  });

  it("that answers 304 is not read", async () => {
    const { deps } = fakeSource({ [URL_OF_FEED]: notModified() }, []);
    expect(await readRemote(source(), deps)).toMatchObject({
      outcome: "unchanged",
      drafts: [],
      requests: 1,
      server: { kind: "not-modified", validators: FRESH },
    });
  });

  it("whose body is the last one is not read", async () => {
    const { deps } = fakeSource({ [URL_OF_FEED]: modified() }, []);
    expect(await readRemote(source({ bodyHash }), deps)).toMatchObject({
      outcome: "unchanged",
      server: { kind: "modified", validators: FRESH },
    });
  });

  it("that was cut off gives what there is, and is fetched whole again", async () => {
    const { deps } = fakeSource({ [URL_OF_FEED]: modified() }, [drafted({ truncated: true })]);
    const result = await readRemote(source(), deps);
    expect(result).toMatchObject({ outcome: "ok", server: { validators: NO_VALIDATORS } });
    expect(result.drafts).toHaveLength(1);
    expect(result.bodyHash).not.toBe(bodyHash);
    expect(result.bodyHash).not.toBeNull();
  });

  it("that was not understood is fetched whole again", async () => {
    const error = { kind: "too-deep" as const, message: "too deep" };
    const { deps } = fakeSource({ [URL_OF_FEED]: modified() }, [err(error)]);
    expect(await readRemote(source(), deps)).toMatchObject({
      outcome: "failed",
      error,
      bodyHash: null,
      server: { validators: NO_VALIDATORS },
    });
  });

  it("that cannot be fetched is a failure that names its requests", async () => {
    const error = { kind: "dns" as const, host: "valley.example", code: "ENOTFOUND" };
    const { deps } = fakeSource(
      { [URL_OF_FEED]: err({ error, requests: 3, url: "https://valley.example/moved.xml" }) },
      [],
    );
    expect(await readRemote(source(), deps)).toMatchObject({
      outcome: "failed",
      error,
      requests: 3,
      failedUrl: "https://valley.example/moved.xml",
      server: null,
    });
  });
});

describe("a page", () => {
  const PAGE = "https://valley.example/";
  const page = modified({ url: PAGE, permanentUrl: "https://www.valley.example/" });

  it("is followed to the feed that it announces, which is polled from then on", async () => {
    const { deps, requests } = fakeSource({ [PAGE]: page, [URL_OF_FEED]: modified() }, [
      notAFeed(URL_OF_FEED, "https://valley.example/comments"),
      drafted(),
    ]);
    const result = await readRemote(
      source({ validators: { etag: '"page"', lastModified: null }, validatorsAt: NOW }, PAGE),
      deps,
    );
    expect(requests.map(({ validators }) => validators.etag)).toEqual(['"page"', null]);
    expect(result).toMatchObject({
      outcome: "ok",
      feedUrl: URL_OF_FEED,
      requests: 2,
      server: { permanentUrl: null },
    });
  });

  it("in the place of a feed that was read here is not followed: its feed is another one", async () => {
    const { deps, requests } = fakeSource({ [PAGE]: page }, [notAFeed(URL_OF_FEED)]);
    const result = await readRemote(source({ bodyHash: "a feed" }, PAGE), deps);
    expect(result).toMatchObject({ error: { kind: "not-a-feed" }, feedUrl: null });
    expect(requests).toHaveLength(1);
  });

  const SECOND = "https://valley.example/second.xml";
  const status = (url: string, code: number) =>
    err({
      error: { kind: "http-status" as const, status: code, retryAfterMs: null },
      requests: 1,
      url,
    });

  it.each([404, 410, 403])(
    "whose first feed answers %i is followed to the second",
    async (code) => {
      const answers = {
        [PAGE]: page,
        [URL_OF_FEED]: status(URL_OF_FEED, code),
        [SECOND]: modified(),
      };
      const { deps } = fakeSource(answers, [notAFeed(URL_OF_FEED, SECOND), drafted()]);
      expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
        outcome: "ok",
        feedUrl: SECOND,
        requests: 3,
      });
    },
  );

  it.each([503, 429])("whose first feed answers %i waits for it", async (code) => {
    const answers = { [PAGE]: page, [URL_OF_FEED]: status(URL_OF_FEED, code) };
    const { deps } = fakeSource(answers, [notAFeed(URL_OF_FEED, SECOND)]);
    expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
      error: { kind: "http-status", status: code },
      failedUrl: URL_OF_FEED,
      feedUrl: null,
    });
  });

  it("is no feed when its only one is gone for good: the page itself is not", async () => {
    const answers = { [PAGE]: page, [URL_OF_FEED]: status(URL_OF_FEED, 410) };
    const { deps } = fakeSource(answers, [notAFeed(URL_OF_FEED)]);
    expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
      error: {
        kind: "not-a-feed",
        message: `this is HTML; nor is there a feed at ${URL_OF_FEED}: the server answered 410`,
      },
      requests: 2,
    });
  });

  it("that announces nothing is followed to a common place, comments after those", async () => {
    const COMMENTS = "https://valley.example/comments/feed/";
    const places = ["feed/", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json"];
    const missing = places.map((place) => [`${PAGE}${place}`, status(PAGE, 404)]);
    const html = modified({ url: PAGE, contentType: "text/html; charset=utf-8" });
    const answers = { [PAGE]: html, ...Object.fromEntries(missing), [COMMENTS]: modified() };
    const { deps, requests } = fakeSource(answers, [notAFeed(COMMENTS), drafted()]);
    expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
      outcome: "ok",
      feedUrl: COMMENTS,
    });
    expect(requests.map(({ url }) => url)).toEqual([
      PAGE,
      ...places.map((place) => `${PAGE}${place}`),
      COMMENTS,
    ]);
  });

  it("whose feed cannot be read pins nothing", async () => {
    const { deps } = fakeSource({ [PAGE]: page, [URL_OF_FEED]: modified() }, [
      notAFeed(URL_OF_FEED),
      notAFeed(),
    ]);
    expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
      outcome: "failed",
      feedUrl: null,
      requests: 2,
    });
  });

  it.each([
    ["announces nothing", notAFeed()],
    ["announces itself", notAFeed(PAGE)],
  ])("that %s is no feed", async (_what, reading) => {
    const { deps, requests } = fakeSource({ [PAGE]: page }, [reading]);
    expect(await readRemote(source({}, PAGE), deps)).toMatchObject({
      error: { kind: "not-a-feed" },
    });
    expect(requests).toHaveLength(1);
  });

  it("in the place of a feed that was found before is not followed", async () => {
    const { deps, requests } = fakeSource({ [URL_OF_FEED]: modified() }, [
      notAFeed("https://x.example/"),
    ]);
    await readRemote(source({ feedUrl: URL_OF_FEED }, PAGE), deps);
    expect(requests.map(({ url }) => url)).toEqual([URL_OF_FEED]);
  });
});

describe("one of our own feeds is refused", () => {
  const refusal = (url: string) => ({ outcome: "failed", error: { kind: "own-feed", url } });

  it("by its address, without a request", async () => {
    const { deps, requests } = fakeSource({}, []);
    expect(await readRemote(source({}, OWN_FEED), deps)).toMatchObject(refusal(OWN_FEED));
    expect(requests).toEqual([]);
  });

  it("behind a redirect", async () => {
    const { deps } = fakeSource({ [URL_OF_FEED]: modified({ url: OWN_FEED, requests: 2 }) }, []);
    expect(await readRemote(source(), deps)).toMatchObject({ ...refusal(OWN_FEED), requests: 2 });
  });

  it("by the address that it gives itself", async () => {
    const copied = drafted({ feed: aFeedInfo({ feedUrl: OWN_FEED }) });
    const { deps } = fakeSource({ [URL_OF_FEED]: modified() }, [copied]);
    const result = await readRemote(source(), deps);
    expect(result).toMatchObject({ ...refusal(OWN_FEED), server: { validators: NO_VALIDATORS } });
    expect(result.drafts).toEqual([]);
  });

  it("behind a page that announces it", async () => {
    const { deps, requests } = fakeSource({ [URL_OF_FEED]: modified() }, [notAFeed(OWN_FEED)]);
    expect(await readRemote(source(), deps)).toMatchObject(refusal(OWN_FEED));
    expect(requests).toHaveLength(1);
  });
});
