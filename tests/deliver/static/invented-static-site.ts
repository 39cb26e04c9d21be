import type { ChangePlace } from "../../../src/core/entries/archive.ts";
import {
  GONE,
  type JournalLine,
  LITERAL,
  type StaticFile,
  type StaticPlace,
  type StaticTarget,
  TargetGone,
} from "../../../src/core/entries/static-files.ts";
import { ok } from "../../../src/core/result.ts";
import { openFileList } from "../../../src/deliver/static/file-list.ts";
import { createStaticPublisher } from "../../../src/deliver/static/static-publisher.ts";
import type { Extras, StaticAnswer, StaticSite } from "../../../src/deliver/static/static-site.ts";

/** A site that the test writes: texts by their addresses, articles in clusters of their own. */
export type InventedSite = {
  readonly site: { -readonly [Part in keyof StaticSite]: StaticSite[Part] };
  readonly texts: Map<string, string>;
  readonly withdrawn: Set<string>;
  /** Addresses with which the service fails, by the status of its answer. */
  readonly failing: Map<string, number>;
  /** Addresses in the order in which they were asked for. */
  readonly asked: string[];
  key: string;
  feeds: string[];
  readonly shown: Map<string, string[]>;
  readonly archived: Map<string, number>;
  readonly names: Map<string, string>;
  /** An article came or changed. */
  readonly change: (id: string, text: string) => void;
  /** A feed was published. */
  readonly publish: (feedId: string, text: string) => void;
};

export function inventSite(): InventedSite {
  const changed: ChangePlace[] = [];
  const published = new Set<string>();
  let version = 1;
  const invented: InventedSite = {
    texts: new Map([
      ["/", "front"],
      ["/404", "nothing here"],
    ]),
    withdrawn: new Set(),
    failing: new Map(),
    asked: [],
    key: "first",
    feeds: ["all"],
    shown: new Map(),
    archived: new Map(),
    names: new Map([["valley", "Valley"]]),
    change(id, text) {
      invented.texts.set(`/articles/${id}`, text);
      version += 1;
      changed.push({ revision: version, clusterId: id });
    },
    publish(feedId, text) {
      invented.texts.set(`/feeds/${feedId}.rss`, text);
      published.add(feedId);
      version += 1;
    },
    site: {
      key: () => invented.key,
      feedIds: () => invented.feeds,
      fixedPaths: () => ["/"],
      feedPaths: (id) => [`/feeds/${id}.rss`],
      archivePaths: (id, page) => [`/feeds/${id}/archive/${page}.rss`],
      articlePath: (id) => `/articles/${id}`,
      articleOf: (path) => /^\/articles\/(.+)$/.exec(path)?.[1] ?? null,
      shownIn: async (id) => invented.shown.get(id) ?? [],
      answer: async (path) => {
        invented.asked.push(path);
        return answerOf(invented, path);
      },
      followFeeds: async () => {
        const ids = [...published];
        published.clear();
        return ids;
      },
      isReady: () => true,
      dataVersion: async () => version,
      extras: async (withdrawn) => extrasOf(invented, withdrawn),
      changes: {
        latest: async () => ({ revision: version, clusterId: "~" }),
        after: async ({ revision }, limit) =>
          changed.filter((place) => place.revision > revision).slice(0, limit),
        pagesOf: async (ids) => ({ articleIds: ids, archivePages: archivePagesOf(invented, ids) }),
        articlesAfter: async (id, limit) =>
          articleIds(invented)
            .filter((each) => each > id)
            .slice(0, limit),
        known: async (ids) => new Set(ids.filter((id) => invented.texts.has(`/articles/${id}`))),
        archivePages: async (id) => invented.archived.get(id) ?? 0,
        sourceNames: async () => new Map(invented.names),
        clustersOf: async () => articleIds(invented),
      },
    },
  };
  return invented;
}

function extrasOf({ failing, texts }: InventedSite, withdrawn: readonly string[]): Extras {
  const list = { name: "withdrawn.txt", text: withdrawn.join("\n") };
  if (failing.has("/")) return { files: [list], areAll: false };
  return { files: [list, { name: "_headers", text: `of ${texts.get("/")}` }], areAll: true };
}

const articleIds = ({ texts }: InventedSite): readonly string[] =>
  [...texts.keys()].flatMap((path) => /^\/articles\/(.+)$/.exec(path)?.[1] ?? []).toSorted();

/** An archive page that names an article in its text shows it. */
const archivePagesOf = ({ texts }: InventedSite, ids: readonly string[]) =>
  [...texts].flatMap(([path, text]) => {
    const [, feedId, page] = /^\/feeds\/(.+)\/archive\/(\d+)\.rss$/.exec(path) ?? [];
    const isShown = feedId !== undefined && ids.some((id) => text.includes(id));
    return isShown ? [{ feedId, page: Number(page) }] : [];
  });

function answerOf({ texts, withdrawn, failing }: InventedSite, path: string): StaticAnswer {
  const text = texts.get(path);
  const isMissing = text === undefined || path === "/404";
  const status = failing.get(path) ?? (withdrawn.has(path) ? 410 : isMissing ? 404 : 200);
  return {
    ...{ status, mediaType: "text/plain", cacheControl: "no-cache", lastModified: null },
    body: Buffer.from(text ?? "nothing here"),
  };
}

/** A target in memory, which notes what happens to it in order. */
export function inventTarget() {
  const target = {
    files: new Map<StaticPlace, StaticFile>(),
    journal: [] as JournalLine[],
    happened: [] as string[],
    /** Something else is in its place. */
    isGone: false,
    /** Places that cannot be written. */
    failing: new Set<StaticPlace>(),
    foreign: new Set<StaticPlace>(),
  };
  const port: StaticTarget = {
    label: "memory",
    folder: null,
    concurrency: 1,
    identify: async () => ok("memory"),
    open: async () => ok(target.journal),
    check: async () => {
      if (target.isGone) throw new TargetGone("memory is not as it was");
    },
    note: async (lines) => void target.journal.push(...lines),
    compact: async (lines) => void target.journal.splice(0, Number.POSITIVE_INFINITY, ...lines),
    async claim(places) {
      const taken = places.find((place) => target.foreign.has(place));
      if (taken !== undefined) throw new Error(`${taken} is somebody else's`);
    },
    async put(file) {
      if (target.failing.has(file.place)) throw new Error("the disk is full");
      target.happened.push(`+${file.place}`);
      target.files.set(file.place, file);
    },
    async remove(place) {
      target.happened.push(`-${place}`);
      target.files.delete(place);
    },
    damaged: async (files) =>
      [...files].flatMap(([place, { tag }]) =>
        target.files.get(place)?.tag === tag ? [] : [place],
      ),
  };
  return Object.assign(target, { port });
}

type Target = ReturnType<typeof inventTarget>;

/** A publisher of the site into the target, as after a start. */
export async function startPublishing({ site }: InventedSite, { port, journal }: Target) {
  const clock = { now: 1_000_000, stopping: new AbortController() };
  const publisher = createStaticPublisher({
    site,
    list: await openFileList(port, journal),
    now: () => clock.now,
    onWritten: () => {},
    signal: clock.stopping.signal,
  });
  /** Takes turns until nothing is left to do. */
  const finish = async (): Promise<void> => {
    while ((await publisher.turn()) === 0);
  };
  return { ...publisher, clock, finish };
}

/** What a reader finds: the text of each address, "gone" for withdrawn ones. */
export const read = ({ files }: Target): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files.values()].flatMap(({ place, body }) => {
      if (place.startsWith(LITERAL)) return [];
      if (place.startsWith(GONE)) return [[place.slice(GONE.length), "gone"]];
      return [[place, Buffer.from(body).toString()]];
    }),
  );
