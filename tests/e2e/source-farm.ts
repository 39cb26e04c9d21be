import { setTimeout as sleep } from "node:timers/promises";
import { generateText, seeded } from "../support/generated-texts.ts";
import { rssFeed, type SampleItem, sampleItem } from "../support/sample-feed.ts";
import { startSourceServer } from "../support/source-server.ts";

export type FarmOptions = {
  readonly hosts: number;
  readonly sourcesOfHost: number;
  readonly itemsOfSource: number;
  /** Milliseconds until a source answers. */
  readonly answerMs: number;
  /** Words of a text, which then are generated; default: short texts, which share their first sentence. */
  readonly words?: number;
  /** How often a source may be polled; default: an hour, so that each is polled once. */
  readonly every?: string;
};

/** The sources want this header. Its value is a credential, which each process has from its own environment. */
export const NODE_HEADER = "x-farm-node";

export type FarmFetch = {
  readonly source: string;
  /** Which process asked, by its credential. */
  readonly node: string;
  /** Requests that the host had not answered, this one included. */
  readonly inFlight: number;
};

/** Publishers on 127.0.0.1, a port each, with several feeds. They answer nobody before `open`. */
export type SourceFarm = {
  /** For the configuration. */
  readonly sources: readonly {
    readonly id: string;
    readonly url: string;
    readonly every: string;
  }[];
  /** The guids of all items, with the ids of their sources before them. */
  readonly keys: readonly string[];
  readonly fetches: () => readonly FarmFetch[];
  readonly open: () => void;
  readonly close: () => Promise<void>;
};

/** Every second feed has an item that its neighbour has, too. */
export async function startSourceFarm(options: FarmOptions): Promise<SourceFarm> {
  const { hosts, sourcesOfHost, answerMs, every = "1h" } = options;
  const servers = await Promise.all(Array.from({ length: hosts }, startSourceServer));
  const opening = Promise.withResolvers<void>();
  const feeds = servers.flatMap((server, host) =>
    Array.from({ length: sourcesOfHost }, (_, n) => {
      const number = host * sourcesOfHost + n;
      const id = `source-${number}`;
      const items = itemsOf(number, options);
      const body = rssFeed(id, items);
      server.set(`/${id}`, () => ({
        play: async (_, response) => {
          await opening.promise;
          await sleep(answerMs);
          response.writeHead(200, { "Content-Type": "application/rss+xml" }).end(body);
        },
      }));
      return {
        id,
        url: `${server.url}/${id}`,
        every,
        keys: items.map(({ guid }) => `${id} ${guid}`),
      };
    }),
  );
  return {
    sources: feeds.map(({ id, url, every }) => ({ id, url, every })),
    keys: feeds.flatMap(({ keys }) => keys),
    fetches: () =>
      servers.flatMap((server) =>
        server.requests().map(({ path, headers, inFlight }) => ({
          source: path.slice(1),
          node: String(headers[NODE_HEADER]),
          inFlight,
        })),
      ),
    open: opening.resolve,
    close: async () => void (await Promise.all(servers.map(({ close }) => close()))),
  };
}

function itemsOf(number: number, { itemsOfSource, words }: FarmOptions): readonly SampleItem[] {
  const item = (name: string, seed: number): SampleItem =>
    words === undefined ? sampleItem(name) : generatedItem(name, { seed, words });
  const own = Array.from({ length: itemsOfSource - 1 }, (_, n) =>
    item(`s${number}n${n}`, 1 + number * itemsOfSource + n),
  );
  const even = number - (number % 2);
  return [...own, item(`shared${even}`, -1 - even)];
}

function generatedItem(
  name: string,
  { seed, words }: { readonly seed: number; readonly words: number },
): SampleItem {
  const text = generateText(seeded(seed), words);
  return { ...sampleItem(name), title: text.split(" ", 8).join(" "), text };
}
