import { brotliDecompressSync } from "node:zlib";
import type { FeedDefinition } from "../../core/settings/definitions.ts";
import type { FeedPage } from "../../publish/page-model.ts";

/** The pages of the feeds as last published. */
export type FeedPages = {
  /** @param br the page as JSON, compressed with Brotli; `null` when its feed is gone. */
  readonly take: (feedId: string, br: Uint8Array | null) => void;
  /** In the order of the configuration. */
  readonly all: () => readonly FeedPage[];
  /** `null` when there is no such feed. */
  readonly find: (feedId: string) => FeedPage | null;
};

/** Decodes a page when somebody asks for it: a publication must not hold up the thread that answers. */
export function createFeedPages(feeds: () => readonly FeedDefinition[]): FeedPages {
  const encoded = new Map<string, Uint8Array>();
  const decoded = new Map<string, FeedPage>();

  const decode = (feedId: string): FeedPage | null => {
    const br = encoded.get(feedId);
    const known = decoded.get(feedId);
    if (known !== undefined || br === undefined) return known ?? null;
    const page = JSON.parse(brotliDecompressSync(br).toString("utf8")) as FeedPage;
    decoded.set(feedId, page);
    return page;
  };
  return {
    take(feedId, br) {
      decoded.delete(feedId);
      if (br === null) encoded.delete(feedId);
      else encoded.set(feedId, br);
    },
    all: () => feeds().flatMap(({ id }) => decode(id) ?? []),
    find: (feedId) => (feeds().some(({ id }) => id === feedId) ? decode(feedId) : null),
  };
}
