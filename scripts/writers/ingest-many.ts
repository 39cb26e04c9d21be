/** Run as a process: takes in articles of its own sources, four polls at a time, when it is told to. */
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { NOW } from "../../tests/support/builders.ts";
import { editText, generateText, seeded } from "../../tests/support/generated-texts.ts";
import { draftOf } from "../scratch-store.ts";
import { openIngesting } from "./open-ingesting.ts";

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
const { asked, close, ingest } = await openIngesting(task.address);
const waiting = Array.from({ length: task.polls }, (_, poll) =>
  task.sources.map((source) => ({ source, drafts: draftsOf(source, poll) })),
).flat();

process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
const before = process.cpuUsage();
const polls = waiting.length;
await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
const { user, system } = process.cpuUsage(before);
await close();
const done: Ingested = { asked: asked(), polls, cpuMs: (user + system) / 1000 };
process.send?.(done, () => process.disconnect());

async function takeNext(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    await ingest(next.source, next.drafts);
  }
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
