import type { Config } from "../config/config.ts";
import type { StoredEntry } from "../core/entries/publish-store.ts";
import {
  type FeedPreview,
  type LeftOut,
  type LeftOutEntry,
  previewFeed,
} from "../publish/feeds/preview-feed.ts";
import { type Io, refuse } from "../service/io.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { describeMinute, type FeedsOptions } from "./feeds.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type FeedsPreviewOptions = FeedsOptions & {
  readonly id: string;
  /** At most so many of the texts that are not in the feed are shown. */
  readonly limit: number;
};

/**
 * Says what a feed would hold if the configuration as it stands were in force, and why other texts are
 * not in it. Changes nothing. Gives the exit code.
 */
export function feedsPreview(options: FeedsPreviewOptions, io: Io): Promise<number> {
  return withDesk(options, io, (desk, config) => preview(desk, config, { options, io }));
}

type PreviewOutput = { readonly options: FeedsPreviewOptions; readonly io: Io };

async function preview(
  { published: store, renderers }: OpenDesk,
  { feeds, site }: Config,
  { options, io }: PreviewOutput,
): Promise<number> {
  const feed = feeds.find(({ id }) => id === options.id);
  if (feed === undefined) {
    const known = feeds.map(({ id }) => id).join(", ");
    return refuse(`there is no feed "${options.id}" in the configuration, only ${known}`, io);
  }
  const previewed = await previewFeed(feed, options.limit, { store, renderers, site });
  const shown = options.json ? asJson(feed.id, previewed) : asText(feed.title, previewed);
  await write(io.stdout, `${shown}\n`);
  return 0;
}

const asJson = (feed: string, { entries, others }: FeedPreview): string =>
  JSON.stringify({
    feed,
    entries: entries.map(lineOf),
    others: others.map(({ entry, why }) => ({ ...lineOf(entry), why })),
  });

const lineOf = ({ clusterId, enteredAt, article }: StoredEntry) => ({
  id: article.id,
  cluster: clusterId,
  enteredAt,
  source: article.source.id,
  title: article.title,
});

function asText(title: string, { entries, others }: FeedPreview): string {
  const size = `${entries.length} ${entries.length === 1 ? "entry" : "entries"}`;
  const left = others.length === 0 ? [] : ["", "not in it, the newest first:", ...others.map(why)];
  return [plain(`${title}: ${size}`), ...entries.map(line), ...left].join("\n");
}

const line = ({ enteredAt, article }: StoredEntry): string =>
  plain(`  ${describeMinute(enteredAt)}  ${article.source.id}: ${article.title}`);

const why = (left: LeftOutEntry): string => `${line(left.entry)}\n      ${plain(reason(left))}`;

function reason({ entry: { article }, why }: LeftOutEntry): string {
  return describeReason(why, {
    category: article.categories.join(", ") || "none",
    language: article.language ?? "unknown",
  });
}

type Facts = { readonly category: string; readonly language: string };

function describeReason(why: LeftOut, { category, language }: Facts): string {
  switch (why.condition) {
    case "source":
      return "source: none of the feed's sources carries it";
    case "category":
      return `category: it has ${category}`;
    case "language":
      return `language: it is ${language}`;
    case "match":
      return `match: "${why.term}" is not in it`;
    case "exclude":
      return `exclude: it has ${why.terms.map((term) => `"${term}"`).join(" and ")}`;
    case "older":
      return `older than the newest ${why.items} that belong here`;
    case "bytes":
      return `bytes: with it a document would have more than ${why.bytes}`;
  }
}

/** Replaces control characters: texts are untrusted, and a terminal obeys them. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, " ");
