/** Run as a process: takes in articles of its own sources, four polls at a time, when it is told to. */
import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { createIngestStore } from "../../src/adapters/store/intake/ingest-store.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { decideIngest } from "../../src/core/intake/decide-ingest.ts";
import { lookupForPoll } from "../../src/core/intake/ingest-lookup.ts";
import { LEASE_MS } from "../../src/core/lease.ts";
import { NOW } from "../../tests/support/builders.ts";
import { editText, generateText, seeded } from "../../tests/support/generated-texts.ts";
import { READABLE_IDS } from "../../tests/support/known-model.ts";
import { draftOf } from "../scratch-store.ts";

export type IngestMany = {
  readonly address: string;
  readonly sources: readonly string[];
  readonly polls: number;
  readonly itemsOfPoll: number;
  /** Of 0 to 1: articles that edit a text which other sources bring, too. */
  readonly copies: number;
};

/** What a process did: how often it decided, and milliseconds of its CPU. */
export type Ingested = { readonly asked: number; readonly cpuMs: number; readonly polls: number };

const AT_ONCE = 4;
const WORDS = 280;
const SHARED_TEXTS = 400;

const task = JSON.parse(process.argv[2] ?? "") as IngestMany;
const opened = await postgres
  .at({ name: task.address, directName: null, isNotified: false })
  .open({ isChecked: true });
if (!opened.ok) throw new Error(opened.error.message);
const store = createIngestStore(opened.value.db);
const states = new Map((await store.sources()).map((state) => [state.definition.id, state]));
const waiting = task.sources.flatMap((source) =>
  Array.from({ length: task.polls }, (_, poll) => ({ source, drafts: draftsOf(source, poll) })),
);

process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
const before = process.cpuUsage();
let asked = 0;
const polls = waiting.length;
await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
const { user, system } = process.cpuUsage(before);
await opened.value.close();
const done: Ingested = { asked, polls, cpuMs: (user + system) / 1000 };
process.send?.(done, () => process.disconnect());

async function takeNext(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await ingest(next.source, next.drafts);
  }
}

async function ingest(id: string, drafts: readonly ArticleDraft[]): Promise<void> {
  const source = states.get(id);
  if (source === undefined) throw new Error(`${id} is not configured`);
  const claimed = await store.claim({ id, isWanted: () => true, forMs: LEASE_MS });
  if (claimed === null || claimed === "busy")
    return void setTimeout(() => waiting.push({ source: id, drafts }), 1);
  const state = { ...source, lastPollAt: NOW };
  const record = { lease: claimed.lease, isOver: true, state, filesTried: new Map() };
  const lookup = lookupForPoll({ drafts }, (key) => READABLE_IDS.articleId(id, key));
  await store.ingest(record, lookup, (known) => {
    asked += 1;
    return decideIngest({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known);
  });
}

function draftsOf(source: string, poll: number): readonly ArticleDraft[] {
  const random = seeded(hashOf(`${source} ${poll}`));
  return Array.from({ length: task.itemsOfPoll }, (_, n) => {
    const shared = 1 + Math.floor(random() * SHARED_TEXTS);
    const text =
      random() < task.copies
        ? editText(random, generateText(seeded(shared), WORDS))
        : generateText(random, WORDS);
    const title = text.split(" ").slice(0, 8).join(" ");
    return draftOf(source, { key: `${poll}-${n}`, title, text, publishedAt: NOW });
  });
}

function hashOf(text: string): number {
  return [...text].reduce((hash, each) => Math.imul(hash, 31) + (each.codePointAt(0) ?? 0), 7);
}
