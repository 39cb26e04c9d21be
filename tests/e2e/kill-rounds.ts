import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { openReadOnly } from "../../src/adapters/store/engine/sqlite/open-database.ts";
import { createPublishStore } from "../../src/adapters/store/publishing/publish-store.ts";
import type { StoredCluster } from "../../src/core/entries/publish-store.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { type Service, startOffprint } from "../support/offprint.ts";
import { rssFeed, type SampleItem, sampleItem } from "../support/sample-feed.ts";
import { type SourceServer, startSourceServer } from "../support/source-server.ts";
import { until } from "../support/until.ts";

/** What one kill came to. */
export type Round = {
  /** New articles of this round, and how many of them were stored when the kill came. */
  readonly articles: number;
  readonly stored: number;
  readonly killedAfterMs: number;
  readonly upAgainMs: number;
  /** Articles that are not there after the next start has finished. */
  readonly lost: number;
  /** Articles that are there more than once. */
  readonly doubled: number;
  /** What else is wrong, in words: changed ids, a copy apart from its text, a damaged database. */
  readonly faults: readonly string[];
};

const SOURCES = 8;
const ITEMS = 40;
/** Answers come one after the other, so that the ingest has many different moments. */
const STAGGER_MS = 60;
/** From the first request to the end of the work, roughly; a kill may come later than that too. */
const WINDOW_MS = SOURCES * STAGGER_MS + 500;

/** Starts a service once, kills it in each round while it takes in new articles, and looks. */
export async function killRounds(rounds: number, onRound: (round: Round) => void): Promise<void> {
  const server = await startSourceServer();
  const desk = layDesk({
    ingest: { allowNetworks: ["127.0.0.0/8"], perHost: SOURCES },
    sources: sourceIds().map((id) => ({ id, url: `${server.url}/${id}`, every: "1s" })),
  });
  publishRound(server, 0);
  let service = await startOffprint(["--config", desk.config]);
  try {
    let before = await whenComplete(desk, 0);
    for (let round = 1; round <= rounds; round += 1) {
      const killed = await killDuringIngest({ server, service, desk, round });
      const from = performance.now();
      service = await startOffprint(["--config", desk.config]);
      const upAgainMs = Math.round(performance.now() - from);
      const after = await whenComplete(desk, round);
      const found = compare({ before, killed: killed.seen, after, round });
      const faults = [...found.faults, ...killed.damage, ...damageOf(desk)];
      onRound({ ...killed.counts, upAgainMs, ...found, faults });
      before = after;
    }
  } finally {
    await service.kill();
    await server.close();
    desk.remove();
  }
}

/** What is stored, by source and guid: the ids under which it is, and the clusters. */
type Seen = ReadonlyMap<string, readonly { readonly id: string; readonly cluster: string }[]>;

type Killing = {
  readonly server: SourceServer;
  readonly service: Service;
  readonly desk: Desk;
  readonly round: number;
};

async function killDuringIngest({ server, service, desk, round }: Killing) {
  const asked = server.requests().length;
  publishRound(server, round);
  await until("the sources are asked", () => server.requests().length > asked, { everyMs: 5 });
  const killedAfterMs = Math.round(Math.random() * WINDOW_MS);
  await sleep(killedAfterMs);
  await service.kill();
  const seen = await look(desk);
  const keys = keysOf(round);
  const stored = keys.filter((key) => seen.has(key)).length;
  return { seen, damage: damageOf(desk), counts: { articles: keys.length, stored, killedAfterMs } };
}

type Comparison = {
  readonly before: Seen;
  readonly killed: Seen;
  readonly after: Seen;
  readonly round: number;
};

function compare({ before, killed, after, round }: Comparison) {
  const expected = Array.from({ length: round + 1 }, (_, n) => keysOf(n)).flat();
  const lost = expected.filter((key) => !after.has(key)).length;
  const doubled = [...after.values()].filter((found) => found.length > 1).length;
  const changed = [...before, ...killed].filter(
    ([key, [was]]) => after.get(key)?.[0]?.id !== was?.id,
  );
  const apart = Array.from({ length: round + 1 }, (_, n) => n).filter((n) => !isMerged(after, n));
  return {
    lost,
    doubled,
    faults: [
      ...changed.map(([key]) => `the id of ${key} changed, or it is gone`),
      ...apart.map((n) => `the text that two sources had in round ${n} is there twice`),
    ],
  };
}

/** Each round has one text that two sources carry. */
function isMerged(seen: Seen, round: number): boolean {
  const [first, second] = [0, 1].map((source) => seen.get(keyOf(source, sharedItem(round))));
  return first?.[0]?.cluster === second?.[0]?.cluster;
}

/** Waits until the articles of a round are there; what is missing in the end is counted, not thrown. */
async function whenComplete(desk: Desk, round: number): Promise<Seen> {
  const isComplete = async (): Promise<boolean> => {
    const seen = await look(desk);
    return keysOf(round).every((key) => seen.has(key));
  };
  await until("the ingest is finished", isComplete, { withinMs: 90_000, everyMs: 100 }).catch(
    () => null,
  );
  return look(desk);
}

/** What is wrong with the file itself. */
function damageOf({ database }: Desk): readonly string[] {
  const opened = new Database(database, { readonly: true });
  const answer = String(opened.pragma("integrity_check", { simple: true }));
  opened.close();
  return answer === "ok" ? [] : [`the database is damaged: ${answer}`];
}

/** Reads the store as it is. */
async function look({ database }: Desk): Promise<Seen> {
  const opened = openReadOnly(database);
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    const store = createPublishStore(opened.value.db);
    return bySourceAndGuid(await store.clusters({ after: null, limit: 100_000 }));
  } finally {
    await opened.value.close();
  }
}

function bySourceAndGuid(clusters: readonly StoredCluster[]): Seen {
  const seen = new Map<string, { id: string; cluster: string }[]>();
  for (const { id: cluster, members } of clusters) {
    for (const { sourceId, guid, articleId } of members) {
      const key = `${sourceId} ${guid}`;
      seen.set(key, [...(seen.get(key) ?? []), { id: articleId, cluster }]);
    }
  }
  return seen;
}

const sourceIds = (): readonly string[] => Array.from({ length: SOURCES }, (_, n) => `source-${n}`);

const keyOf = (source: number, { guid }: SampleItem): string => `source-${source} ${guid}`;

const keysOf = (round: number): readonly string[] =>
  sourceIds().flatMap((_, source) => itemsOf(source, round).map((item) => keyOf(source, item)));

function itemsOf(source: number, round: number): readonly SampleItem[] {
  const own = Array.from({ length: ITEMS }, (_, n) => sampleItem(`r${round}s${source}n${n}`));
  return source < 2 ? [...own, sharedItem(round)] : own;
}

const sharedItem = (round: number): SampleItem => sampleItem(`r${round}shared`);

/** Each source's feed has the items of this round alone: what is missed now never comes again. */
function publishRound(server: SourceServer, round: number): void {
  sourceIds().forEach((id, source) => {
    const body = rssFeed(id, itemsOf(source, round));
    const etag = `"${id}-${round}"`;
    server.set(`/${id}`, ({ headers }) =>
      headers["if-none-match"] === etag
        ? { status: 304, etag }
        : {
            play: (_, response) => {
              const type = { "Content-Type": "application/rss+xml", ETag: etag };
              const timer = setTimeout(
                () => response.writeHead(200, type).end(body),
                source * STAGGER_MS,
              );
              response.once("close", () => clearTimeout(timer));
            },
          },
    );
  });
}
