import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import type { FeedDefinition } from "../../core/settings/definitions.ts";
import type { FeedPage } from "../../publish/pages/page-model.ts";

/** The pages of the feeds as last published. */
export type FeedPages = {
  /** @param br the page as JSON, compressed with Brotli; `null` when its feed is gone. */
  readonly take: (feedId: string, br: Uint8Array | null) => void;
  /** In the order of the configuration. */
  readonly all: () => Promise<readonly FeedPage[]>;
  /** `null` when there is no such feed. */
  readonly find: (feedId: string) => Promise<FeedPage | null>;
};

type Kept = { readonly br: Uint8Array; page: Promise<FeedPage> | null };

/**
 * Decodes a page when it is first asked for, in a thread of Node's pool and one at a time: neither a publication nor a
 * front page of many feeds may hold up the thread that answers HTTP.
 */
export function createFeedPages(feeds: () => readonly FeedDefinition[]): FeedPages {
  const kept = new Map<string, Kept>();
  const find = async (feedId: string): Promise<FeedPage | null> => {
    const found = kept.get(feedId);
    if (found === undefined) return null;
    found.page ??= decode(found);
    return found.page;
  };
  return {
    take(feedId, br) {
      if (br === null) kept.delete(feedId);
      else kept.set(feedId, { br, page: null });
    },
    async all() {
      const pages: FeedPage[] = [];
      for (const { id } of feeds()) {
        const page = await find(id);
        if (page !== null) pages.push(page);
      }
      return pages;
    },
    find: async (feedId) => (feeds().some(({ id }) => id === feedId) ? find(feedId) : null),
  };
}

const fromBrotli = promisify(brotliDecompress);

/** Keeps the decoded page; one that could not be decoded is tried again at the next request. */
async function decode(kept: Kept): Promise<FeedPage> {
  try {
    return JSON.parse((await fromBrotli(kept.br)).toString("utf8")) as FeedPage;
  } catch (cause) {
    kept.page = null;
    throw cause;
  }
}
