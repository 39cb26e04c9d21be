import { archivePath } from "../../core/addresses.ts";
import type { ArchiveDocumentKey } from "../../core/archive.ts";
import type { PublishedDocument } from "../../core/published.ts";
import { ok } from "../../core/result.ts";
import type { ArchiveAnswer } from "../publishing/renderer.ts";

export type RecentArchives = {
  readonly find: (key: ArchiveDocumentKey) => Promise<ArchiveAnswer>;
  /** Something was published: what is kept may be older than a withdrawal. */
  readonly forget: () => void;
};

/** Some megabytes: whoever walks an archive asks for each document once. */
const MOST_KEPT = 32;

/** Archive documents that were asked for lately; those that are asked for at the same time are rendered once. */
export function createRecentArchives(
  render: (key: ArchiveDocumentKey) => Promise<ArchiveAnswer>,
): RecentArchives {
  const kept = new Map<string, PublishedDocument>();
  const underWay = new Map<string, Promise<ArchiveAnswer>>();
  let generation = 0;

  const fetch = async (path: string, key: ArchiveDocumentKey): Promise<ArchiveAnswer> => {
    const asked = generation;
    const answer = await render(key);
    if (asked !== generation) return answer;
    underWay.delete(path);
    if (answer.ok && answer.value !== null) keep(kept, path, answer.value);
    return answer;
  };
  return {
    async find(key) {
      const path = archivePath(key.feedId, key.page, key.format);
      const document = kept.get(path);
      if (document !== undefined) {
        keep(kept, path, document);
        return ok(document);
      }
      const answer = underWay.get(path) ?? fetch(path, key);
      underWay.set(path, answer);
      return answer;
    },
    forget() {
      generation += 1;
      kept.clear();
      underWay.clear();
    },
  };
}

/** The one that was asked for least recently goes. */
function keep(
  kept: Map<string, PublishedDocument>,
  path: string,
  document: PublishedDocument,
): void {
  kept.delete(path);
  kept.set(path, document);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
