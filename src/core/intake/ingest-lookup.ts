import type { ArticleDraft } from "../articles/article-draft.ts";
import { keysOf } from "../articles/identity/identity.ts";
import type { Lookup } from "../articles/stored-context.ts";
import type { DecideOptions } from "./ingest-intent.ts";

/**
 * What a poll needs to know beforehand.
 *
 * @param idOf the id that a new article gets by its key.
 */
export function lookupForPoll(
  { drafts, listing = null }: Pick<DecideOptions, "drafts" | "listing">,
  idOf: (key: string) => string,
): Lookup {
  const keys = [...new Set(drafts.flatMap(({ identity }) => keysOf(identity)))];
  const recognised = (listing?.entries ?? []).flatMap(({ found }) =>
    "listed" in found ? found.listed.articleId : [],
  );
  return { ...lookupFor(drafts), keys, articleIds: keys.map(idOf), recognised };
}

/** What a completion needs to know beforehand: its drafts have the keys of their stored articles. */
export function lookupFor(drafts: readonly ArticleDraft[]): Lookup {
  return {
    keys: drafts.map(({ key }) => key),
    articleIds: [],
    guids: drafts.flatMap(({ guid }) => guid ?? []),
    texts: drafts,
    recognised: [],
  };
}
