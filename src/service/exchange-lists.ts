import { renderSourceList } from "../adapters/feed-writer/opml.ts";
import { readOpml } from "../adapters/markup/read-opml.ts";
import type { Config } from "../config/config.ts";
import type { OpmlList } from "../config/opml-sources.ts";
import { readText } from "../config/read-text.ts";
import { err, type Result } from "../core/result.ts";

export type ReadList = OpmlList;

/** What an OPML file lists; the error is a sentence. */
export function readList(file: string): Result<ReadList, string> {
  const text = readText(file);
  if (!text.ok) return text;
  const list = readOpml(text.value);
  return list.ok ? list : err(`${file} ${list.error}`);
}

/** The feeds that are sources, as an OPML list. Drop folders are none. */
export function listSources({ site, sources }: Pick<Config, "site" | "sources">): string {
  const feeds = sources.flatMap((source) =>
    source.kind === "remote" ? [{ url: source.url, title: source.title ?? source.id }] : [],
  );
  return renderSourceList(site, feeds);
}
