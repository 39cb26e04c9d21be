import type { Config } from "../config/config.ts";
import type { EntryCursor, PublishStore, StoredEntry } from "../core/entries/publish-store.ts";
import { composeEntry } from "../publish/feeds/compose-entry.ts";
import type { Io } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type ArticlesOptions = CommonOptions & {
  /** Most articles; `null` for all. */
  readonly limit: number | null;
  readonly json: boolean;
};

const PAGE = 100;

/** Lists what is published, newest first: one line a cluster, its lead. Gives the exit code. */
export function listArticles(options: ArticlesOptions, io: Io): Promise<number> {
  return withDesk(options, io, async ({ published }, config) => {
    for await (const entry of allEntries(published, options.limit ?? Number.POSITIVE_INFINITY)) {
      await write(io.stdout, `${options.json ? asJson(entry, config) : asText(entry)}\n`);
    }
    return 0;
  });
}

async function* allEntries(
  store: Pick<PublishStore, "entries">,
  limit: number,
): AsyncGenerator<StoredEntry> {
  let after: EntryCursor | null = null;
  for (let left = limit; left > 0; ) {
    const size = Math.min(PAGE, left);
    const page: readonly StoredEntry[] = await store.entries({
      sources: [],
      after,
      limit: size,
      withHeld: true,
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < size) return;
    left -= page.length;
    after = { enteredAt: last.enteredAt, clusterId: last.clusterId };
  }
}

function asJson(stored: StoredEntry, { site }: Config): string {
  const { article, clusterId } = stored;
  const entry = composeEntry(stored, site, "full");
  return JSON.stringify({
    id: article.id,
    source: article.source.id,
    guid: article.guid,
    url: entry.link,
    title: article.title,
    language: article.language,
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    cluster: clusterId,
    text: article.text,
    contentHtml: entry.contentHtml ?? "",
    share: entry.share,
  });
}

function asText({ article, enteredAt }: StoredEntry): string {
  const day = new Date(enteredAt).toISOString().slice(0, 16).replace("T", " ");
  return `${day}  ${article.id}  ${article.source.id}: ${article.title}`;
}
