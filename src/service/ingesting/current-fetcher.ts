import type { Fetcher, FetcherOptions } from "../../adapters/fetcher/fetch-document.ts";
import type { Config } from "../../config/config.ts";
import { withSubscribers } from "../../core/sources/polling/user-agent.ts";

export type CurrentFetcher = Fetcher & {
  /** Applies these settings from the next request on; requests under way end under the old ones. */
  readonly follow: (config: Config) => void;
};

export type CurrentFetcherDeps = {
  /** How many people read the feeds. */
  readonly subscribers: () => number;
  readonly create: (options: FetcherOptions) => Promise<Fetcher>;
};

/** A fetcher with the number of its requests under way. */
type Generation = {
  readonly options: FetcherOptions;
  readonly settings: string;
  /** Made for the first request: a service without anything to fetch needs no HTTP client. */
  fetcher: Promise<Fetcher> | null;
  requests: number;
};

/**
 * Fetches under the configuration in force. An edit of a setting that requests depend on makes a new fetcher with its
 * own connections; the old one is closed when its last request has ended, and nobody waits for that.
 */
export function createCurrentFetcher(first: Config, deps: CurrentFetcherDeps): CurrentFetcher {
  const open = new Set<Generation>();
  const begin = (config: Config): Generation => {
    const generation = newGeneration(config, deps.subscribers);
    open.add(generation);
    return generation;
  };
  let current = begin(first);
  const closeIfDone = async (generation: Generation): Promise<void> => {
    if (generation === current || generation.requests > 0 || !open.delete(generation)) return;
    await closeOne(generation);
  };
  return {
    async fetchDocument(request) {
      const generation = current;
      generation.requests += 1;
      try {
        generation.fetcher ??= deps.create(generation.options);
        return await (await generation.fetcher).fetchDocument(request);
      } finally {
        generation.requests -= 1;
        await closeIfDone(generation);
      }
    },
    follow(config) {
      if (settingsOf(config) === current.settings) return;
      const former = current;
      current = begin(config);
      void closeIfDone(former);
    },
    async close() {
      await Promise.all([...open].map(closeOne));
      open.clear();
    },
  };
}

const closeOne = async ({ fetcher }: Generation): Promise<void> => (await fetcher)?.close();

function newGeneration(config: Config, subscribers: () => number): Generation {
  const { limits, allowNetworks, concurrency, perHost, userAgent: name } = config.ingest;
  const { credentials } = config;
  const userAgent = (): string => withSubscribers(name, subscribers());
  const limiting = { limits, allowNetworks, concurrency, perHost };
  const options = { ...limiting, userAgent, credentials, now: Date.now };
  return { options, settings: settingsOf(config), fetcher: null, requests: 0 };
}

/** All settings that a request depends on. */
const settingsOf = ({ ingest, credentials }: Config): string => {
  const { limits, allowNetworks, concurrency, perHost, userAgent } = ingest;
  return JSON.stringify([limits, allowNetworks, concurrency, perHost, userAgent, credentials]);
};
