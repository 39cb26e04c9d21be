import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../src/adapters/store/engine/sqlite/open-database.ts";
import { createIngestStore } from "../src/adapters/store/intake/ingest-store.ts";
import { createPublishStore } from "../src/adapters/store/publishing/publish-store.ts";
import type { ArticleDraft } from "../src/core/articles/article-draft.ts";
import type { Item } from "../src/core/articles/item.ts";
import { NO_EXCEPTIONS } from "../src/core/cleaning/exceptions.ts";
import type { StoredCluster } from "../src/core/entries/publish-store.ts";
import { decideIngest } from "../src/core/intake/decide-ingest.ts";
import { lookupFor } from "../src/core/intake/ingest-lookup.ts";
import { LEASE_MS } from "../src/core/lease.ts";
import { err } from "../src/core/result.ts";
import type { SourceDefinition } from "../src/core/settings/definitions.ts";
import { decideConfiguration } from "../src/core/sources/configuring.ts";
import { draftArticle } from "../src/ingest/draft-article.ts";
import { createIds } from "../src/service/ingesting/ids.ts";
import { aMeasuredPoll } from "../tests/support/builders.ts";
import { outlineOfText } from "../tests/support/outlines.ts";
import { readableBy } from "../tests/support/readable.ts";

/** A text with what the comparison looks at. */
export type Text = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
};

export type ScratchStore = {
  /** One poll of a source that brings these. */
  readonly ingest: (source: string, drafts: readonly ArticleDraft[], now: number) => Promise<void>;
  readonly clusters: () => Promise<readonly StoredCluster[]>;
  readonly close: () => Promise<void>;
};

/** A store in a temporary folder, as the service has it; closing removes it. */
export async function openScratchStore(sources: readonly string[]): Promise<ScratchStore> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-similarity-"));
  const store = await openStoreOf(join(folder, "offprint.db"), sources);
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A store in this file with these sources, which need no articles yet. */
export async function openStoreOf(file: string, sources: readonly string[]): Promise<ScratchStore> {
  const opened = await openDatabase(file, { isChecked: true, mustExist: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = createIngestStore(opened.value.db);
  const publish = createPublishStore(opened.value.db);
  const configured = { sources: sources.map(definitionOf), now: 0 };
  await store.configure((stored) => decideConfiguration(stored, configured), 0);
  const ids = createIds((await publish.instance()).id);
  const states = new Map((await store.sources()).map((state) => [state.definition.id, state]));

  return {
    async ingest(id, drafts, now) {
      const source = states.get(id);
      if (!source) throw new Error(`there is no source ${id}`);
      const claimed = await store.claim({ id, isWanted: () => true, forMs: LEASE_MS });
      if (claimed === null || claimed === "busy") throw new Error(`somebody else polls ${id}`);
      const { lease } = claimed;
      const state = { ...source, lastPollAt: now };
      const measured = aMeasuredPoll({ at: now });
      const poll = { lease, isOver: true, state, measured, filesTried: new Map() };
      await store.ingest(poll, lookupFor(drafts), (known) =>
        decideIngest({ mode: "poll", source, drafts, ids, now }, known),
      );
    },
    clusters: () => publish.clusters({ after: null, limit: 10_000_000 }),
    close: opened.value.close,
  };
}

export const addressOfSource = (id: string): string => `https://${id}.example/feed`;

const definitionOf = (id: string): SourceDefinition => ({
  kind: "remote",
  id,
  url: addressOfSource(id),
  title: null,
  everyMs: 60_000,
  fullText: "never",
  rights: "full",
  paused: false,
  categories: [],
  cleanup: NO_EXCEPTIONS,
});

/** Drafts as the reading worker makes them, but for cleaning: the texts are clean. */
export function draftOf(source: string, { key, title, text, publishedAt }: Text): ArticleDraft {
  const contentHtml = text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("");
  const item: Item = {
    ...{ guid: key, title, publishedAt, contentHtml, updatedAt: null, summaryHtml: null },
    ...{
      link: `https://${source}.example/${encodeURIComponent(key)}`,
      authors: [],
      categories: [],
    },
    ...{ language: "en", rights: null, enclosures: [], image: null, source: null },
    commentsUrl: null,
  };
  const received = { item, documentUrl: null, siteUrl: null, derived: [], page: null };
  const context = { source: definitionOf(source), repeated: [], keptLines: [] };
  const { draft } = draftArticle(received, context, {
    readContent: readableBy(() => ({
      ...{ contentHtml, text, removed: [] },
      outline: outlineOfText(text),
    })),
    detectLanguage: () => "en",
    plainText: () => text,
    readPage: () => err({ kind: "empty", message: "there are no pages" }),
  });
  return draft;
}
