import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import type { FetcherOptions } from "../../../src/adapters/fetcher/fetch-document.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import { createCurrentFetcher } from "../../../src/service/ingesting/current-fetcher.ts";
import { valid, writeConfig } from "../../config/configuration.ts";
import { page } from "../../ingest/fake-pages.ts";

const REQUEST = { url: "https://valley.example/", validators: NO_VALIDATORS, accept: "*/*" };

const configWith = (ingest: object) =>
  valid(writeConfig(JSON.stringify({ sources: [], ingest })).load());

/** Notes under which concurrency each fetcher was made, what it was asked, and whether it is closed. */
function fakes() {
  const made: { perHost: number; answers: (() => void)[]; isClosed: boolean }[] = [];
  const create = async ({ perHost }: FetcherOptions) => {
    const fetcher = { perHost, answers: [] as (() => void)[], isClosed: false };
    made.push(fetcher);
    return {
      fetchDocument: () =>
        new Promise<ReturnType<typeof page>>((resolve) => {
          fetcher.answers.push(() => resolve(page()));
        }),
      close: async () => {
        fetcher.isClosed = true;
      },
    };
  };
  return { made, deps: { subscribers: () => 0, create } };
}

it("begins requests under new settings at once, and closes the old ones with their last request", async () => {
  const { made, deps } = fakes();
  const fetcher = createCurrentFetcher(configWith({ perHost: 2 }), deps);
  const slow = fetcher.fetchDocument(REQUEST);

  fetcher.follow(configWith({ perHost: 3 }));
  const next = fetcher.fetchDocument(REQUEST);
  await turn();

  expect(made.map(({ answers }) => answers.length)).toEqual([1, 1]);
  made[1]?.answers[0]?.();
  await next;
  expect(made.map(({ isClosed }) => isClosed)).toEqual([false, false]);
  made[0]?.answers[0]?.();
  expect((await slow).ok).toBe(true);
  expect(made).toMatchObject([
    { perHost: 2, isClosed: true },
    { perHost: 3, isClosed: false },
  ]);
});

it("goes on with its connections when an edit concerns no request", async () => {
  const { made, deps } = fakes();
  const fetcher = createCurrentFetcher(configWith({ perHost: 2 }), deps);
  void fetcher.fetchDocument(REQUEST);

  fetcher.follow(configWith({ perHost: 2, tick: "*/5 * * * *" }));
  void fetcher.fetchDocument(REQUEST);
  await turn();

  expect(made.map(({ answers }) => answers.length)).toEqual([2]);
});

it("makes a fetcher for the first request, not before", async () => {
  const { made, deps } = fakes();
  const fetcher = createCurrentFetcher(configWith({ perHost: 2 }), deps);
  fetcher.follow(configWith({ perHost: 3 }));
  await turn();
  expect(made).toEqual([]);

  void fetcher.fetchDocument(REQUEST);
  await turn();

  expect(made).toMatchObject([{ perHost: 3 }]);
});

it("closes every generation that is still there", async () => {
  const { made, deps } = fakes();
  const fetcher = createCurrentFetcher(configWith({ perHost: 2 }), deps);
  void fetcher.fetchDocument(REQUEST);
  fetcher.follow(configWith({ perHost: 3 }));
  void fetcher.fetchDocument(REQUEST);

  await fetcher.close();

  expect(made.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});
