import { archivePath } from "../../core/entries/addresses.ts";
import type { ArchiveDocumentKey } from "../../core/entries/archive.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { PublishOrder } from "../publishing/publish-order.ts";
import type { WebPool } from "./web-pool.ts";

/** One archive document; `null` when there is none, an error when it cannot be rendered, or read, now. */
export type ArchiveAnswer = Result<PublishedDocument | null, "busy" | "away">;

export type RecentArchives = {
  readonly find: (key: ArchiveDocumentKey) => Promise<ArchiveAnswer>;
  /** Empties the cache, after a publication or a change of the configuration. */
  readonly forget: () => void;
  /** Drops what is older than the present revision, before the database may stop to answer. */
  readonly renew: () => Promise<void>;
};

/** Some megabytes; few are enough, because a client that walks an archive asks for each document once. */
const MOST_KEPT = 32;

/**
 * A cache of archive documents that were requested lately; simultaneous requests for one document render it once. It
 * holds only documents of the present revision of the store: a change of what archives may show, such as lowered
 * rights of an article that is only in archives, need not change a subscribed feed. While the database does not answer, those
 * of the last revision that was seen, by a request or by `renew`, are there.
 *
 * @param currentRevision gives `null` while the database does not answer.
 */
export function createRecentArchives(
  render: Render,
  currentRevision: () => Promise<number | null>,
): RecentArchives {
  const state: RecentState = {
    render,
    kept: new Map(),
    underWay: new Map(),
    generation: 0,
    seen: Number.NaN,
  };
  const look = async (): Promise<number | null> => {
    const revision = await currentRevision();
    if (revision !== null && revision !== state.seen) forget(state);
    state.seen = revision ?? state.seen;
    return revision;
  };
  return {
    async find(key) {
      const { kept, underWay } = state;
      const path = archivePath(key.feedId, key.page, key.format);
      const revision = await look();
      const document = kept.get(path);
      if (document !== undefined) return ok(keep(kept, path, document));
      if (revision === null) return err("away");
      const answer = underWay.get(path) ?? fetch(state, path, key);
      underWay.set(path, answer);
      return answer;
    },
    forget: () => forget(state),
    renew: async () => void (await look()),
  };
}

type Render = (key: ArchiveDocumentKey) => Promise<ArchiveAnswer>;

type RecentState = {
  readonly render: Render;
  readonly kept: Map<string, PublishedDocument>;
  readonly underWay: Map<string, Promise<ArchiveAnswer>>;
  /** Rises when the cache is emptied: what was begun before is not kept. */
  generation: number;
  /** The last revision that was seen. */
  seen: number;
};

function forget(state: RecentState): void {
  state.generation += 1;
  state.kept.clear();
  state.underWay.clear();
}

async function fetch(
  state: RecentState,
  path: string,
  key: ArchiveDocumentKey,
): Promise<ArchiveAnswer> {
  const asked = state.generation;
  const answer = await state.render(key);
  if (asked !== state.generation) return answer;
  state.underWay.delete(path);
  if (answer.ok && answer.value !== null) keep(state.kept, path, answer.value);
  return answer;
}

/** Keeps a document, and drops the one that was requested least recently. */
function keep(
  kept: Map<string, PublishedDocument>,
  path: string,
  document: PublishedDocument,
): PublishedDocument {
  kept.delete(path);
  kept.set(path, document);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return document;
}

/** Most archive documents that may wait: each takes 6 to 20 ms. */
const MOST_WAITING = 250;

/** Renders archive documents under today's restrictions, in the web side's other thread. */
export const renderArchives =
  (
    pool: Pick<WebPool, "run" | "waiting">,
    order: () => Pick<PublishOrder, "site" | "feeds">,
    onFailure: (reason: string) => void,
  ) =>
  async (key: ArchiveDocumentKey): Promise<ArchiveAnswer> => {
    if (pool.waiting() >= MOST_WAITING) return err("busy");
    const rendered = await pool.run("archive", { key, order: order() });
    if (rendered.ok) return rendered;
    onFailure(rendered.error);
    return err("busy");
  };
