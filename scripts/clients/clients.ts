import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import podcasts from "podcast-partytime";
import RssParser from "rss-parser";
import type { Format } from "../../src/core/entries/formats.ts";
import type { ReadDocument, ReadEntry } from "./published.ts";

/** A reader or importer that nobody here wrote. */
export type Client = {
  readonly name: string;
  readonly formats: readonly Format[];
  /** What it does not tell, or tells otherwise by its nature; with the reason beside it. */
  readonly lacks: readonly (keyof ReadEntry | "home")[];
  /** It takes only items that carry a recording. */
  readonly isForPodcasts?: boolean;
  /** Not every system has a package of it: without it the others are compared. */
  readonly isOptional?: boolean;
  /** Whether this machine has it. */
  readonly isThere: () => boolean;
  /** What it has of each file, all of one format. */
  readonly read: (files: readonly string[], format: Format) => Promise<readonly ReadDocument[]>;
};

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const isCommand = (name: string): boolean => spawnSync("which", [name]).status === 0;

/** A program that prints a JSON line for each file. */
function program(command: string, ...args: readonly string[]): Client["read"] {
  return async (files) => {
    const output = execFileSync(command, [...args, ...files], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return output
      .trim()
      .split("\n")
      .map((line) => {
        const read = JSON.parse(line) as ReadDocument & { readonly error?: string };
        if (read.error) throw new Error(read.error);
        return read;
      });
  };
}

/** A package that reads a text. */
const library =
  (read: (text: string, format: Format) => ReadDocument | Promise<ReadDocument>): Client["read"] =>
  (files, format) =>
    Promise.all(files.map(async (file) => read(readFileSync(file, "utf8"), format)));

const seconds = (date: string | Date | undefined): number | null =>
  date === undefined ? null : new Date(date).getTime() / 1000;

const rssParser = new RssParser();

async function readWithRssParser(text: string): Promise<ReadDocument> {
  const { link = null, items } = await rssParser.parseString(text);
  const entries = items.map((item) => ({
    id: item.guid ?? (item as { id?: string }).id ?? null,
    title: item.title ?? null,
    link: item.link ?? null,
    date: seconds(item.isoDate),
    enclosures: item.enclosure ? [item.enclosure.url] : [],
  }));
  return { home: link, entries };
}

type Link = { readonly href?: string; readonly rel?: string };

const hrefs = (links: readonly Link[] | undefined, rel: string): readonly string[] =>
  (links ?? []).flatMap((link) => (link.rel === rel && link.href ? [link.href] : []));

const FEEDSMITH: Readonly<Partial<Record<Format, (text: string) => ReadDocument>>> = {
  rss(text) {
    const feed = parseRssFeed(text);
    const entries = (feed.items ?? []).map((item) => ({
      ...{ id: item.guid?.value ?? null, title: item.title ?? null, link: item.link ?? null },
      date: seconds(item.pubDate),
      enclosures: (item.enclosures ?? []).flatMap(({ url }) => url ?? []),
    }));
    return { home: feed.link ?? null, entries };
  },
  atom(text) {
    const feed = parseAtomFeed(text);
    const entries = (feed.entries ?? []).map((entry) => ({
      ...{ id: entry.id ?? null, title: entry.title?.value ?? null },
      link: hrefs(entry.links, "alternate")[0] ?? null,
      date: seconds(entry.published),
      enclosures: hrefs(entry.links, "enclosure"),
    }));
    return { home: hrefs(feed.links, "alternate")[0] ?? null, entries };
  },
  json(text) {
    const feed = parseJsonFeed(text);
    const entries = (feed.items ?? []).map((item) => ({
      ...{ id: item.id ?? null, title: item.title ?? null, link: item.url ?? null },
      date: seconds(item.date_published),
      enclosures: (item.attachments ?? []).flatMap(({ url }) => url ?? []),
    }));
    return { home: feed.home_page_url ?? null, entries };
  },
};

function readWithFeedsmith(text: string, format: Format): ReadDocument {
  const read = FEEDSMITH[format];
  if (read === undefined) throw new Error(`feedsmith does not read ${format}`);
  return read(text);
}

function readWithPartytime(text: string): ReadDocument {
  const feed = podcasts.parseFeed(text);
  if (feed === null) throw new Error("podcast-partytime reads nothing");
  const entries = feed.items.map((item) => ({
    ...{ id: item.guid, title: item.title ?? null, link: item.link ?? null },
    date: seconds(item.pubDate),
    enclosures: [item.enclosure.url],
  }));
  return { home: feed.link ?? null, entries };
}

const GO_PACKAGES = "/usr/share/gocode";

/** From Debian's packages alone, without a network. */
function goProgram(source: string, target: string): void {
  if (existsSync(target)) return;
  const env = {
    ...process.env,
    GO111MODULE: "off",
    GOPATH: GO_PACKAGES,
    GOCACHE: `${target}.cache`,
  };
  execFileSync("go", ["build", "-o", target, source], { env, stdio: "inherit" });
}

/** @param folder for what has to be built first. */
export const clientsIn = (folder: string): readonly Client[] => [
  {
    ...{ name: "feedparser", formats: ["rss", "atom"], lacks: [] },
    isThere: () => spawnSync("/usr/bin/python3", ["-c", "import feedparser"]).status === 0,
    read: program("/usr/bin/python3", fileOf("read-with-feedparser.py")),
  },
  {
    // One enclosure an item, of those that it can play.
    ...{ name: "newsboat (rss)", formats: ["rss"], lacks: ["enclosures"] },
    isThere: () => isCommand("newsboat"),
    read: program("/usr/bin/python3", fileOf("read-with-newsboat.py")),
  },
  {
    // The home page is the last alternate link, whatever its type.
    ...{ name: "newsboat (atom)", formats: ["atom"], lacks: ["enclosures", "home"] },
    isThere: () => isCommand("newsboat"),
    read: program("/usr/bin/python3", fileOf("read-with-newsboat.py")),
  },
  {
    // Enclosures of RSS alone.
    ...{ name: "rss-parser (rss)", formats: ["rss"], lacks: [] },
    isThere: () => true,
    read: library(readWithRssParser),
  },
  {
    ...{ name: "rss-parser (atom)", formats: ["atom"], lacks: ["enclosures"] },
    isThere: () => true,
    read: library(readWithRssParser),
  },
  {
    ...{ name: "feedsmith", formats: ["rss", "atom", "json"], lacks: [] },
    isThere: () => true,
    read: library(readWithFeedsmith),
  },
  {
    ...{ name: "podcast-partytime", formats: ["rss"], lacks: [], isForPodcasts: true },
    isThere: () => true,
    read: library(readWithPartytime),
  },
  {
    // Its parser of dates does not run on PHP 8.
    ...{ name: "SimplePie", formats: ["rss", "atom"], lacks: ["date"], isOptional: true },
    isThere: () => isCommand("php") && existsSync("/usr/share/php/simplepie/autoloader.php"),
    read: program("php", fileOf("read-with-simplepie.php")),
  },
  {
    ...{ name: "gofeed", formats: ["rss", "atom", "json"], lacks: [], isOptional: true },
    isThere: () => isCommand("go") && existsSync(`${GO_PACKAGES}/src/github.com/mmcdole/gofeed`),
    read(files, format) {
      const built = join(folder, "read-with-gofeed");
      goProgram(fileOf("read-with-gofeed.go"), built);
      return program(built)(files, format);
    },
  },
];
