import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import type { EntryCursor, PublishStore, StoredEntry } from "../core/store-ports.ts";
import { composeEntry } from "../publish/compose-entry.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { openForReading } from "./open-for-reading.ts";
import { write } from "./write.ts";

export type ArticlesOptions = CommonOptions & {
  /** Most articles; `null` for all. */
  readonly limit: number | null;
  readonly json: boolean;
};

const PAGE = 100;

/** Lists what is published, newest first: one line a cluster, its lead. Gives the exit code. */
export async function articles(options: ArticlesOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const opened = openForReading(loaded.value.database);
  if (!opened.ok) return refuse(opened.error, io);
  const store = createPublishStore(opened.value.db);
  try {
    for await (const entry of allEntries(store, options.limit ?? Number.POSITIVE_INFINITY)) {
      const line = options.json ? asJson(entry, loaded.value) : asText(entry);
      await write(io.stdout, `${line}\n`);
    }
    return 0;
  } finally {
    await opened.value.close();
  }
}

async function* allEntries(
  store: Pick<PublishStore, "entries">,
  limit: number,
): AsyncGenerator<StoredEntry> {
  let after: EntryCursor | null = null;
  for (let left = limit; left > 0; ) {
    const size = Math.min(PAGE, left);
    const page: readonly StoredEntry[] = await store.entries({ sources: [], after, limit: size });
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
    publishedAt: article.publishedAt,
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
