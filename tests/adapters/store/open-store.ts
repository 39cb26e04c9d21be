import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { onTestFinished } from "vitest";
import { databaseAt } from "../../../src/adapters/store/engine/engines.ts";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createIngestStore } from "../../../src/adapters/store/intake/ingest-store.ts";
import { createRevisionStore } from "../../../src/adapters/store/intake/revision-store.ts";
import { createPublishStore } from "../../../src/adapters/store/publishing/publish-store.ts";
import { createOrderBook } from "../../../src/adapters/store/queues/order-book.ts";
import { createPageQueue } from "../../../src/adapters/store/queues/page-queue.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { DocumentListing } from "../../../src/core/articles/listing.ts";
import type { Lookup } from "../../../src/core/articles/stored-context.ts";
import type { PublishStore } from "../../../src/core/entries/publish-store.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import type { IngestIntent } from "../../../src/core/intake/ingest-intent.ts";
import { lookupFor, lookupForPoll } from "../../../src/core/intake/ingest-lookup.ts";
import type {
  ClaimedSource,
  Decide,
  IngestStore,
  PollRecord,
} from "../../../src/core/intake/ingest-store.ts";
import type { Completion, PageQueue } from "../../../src/core/intake/page-queue.ts";
import type { ReceivedArticle, RevisionStore } from "../../../src/core/intake/revision-store.ts";
import { LEASE_MS } from "../../../src/core/lease.ts";
import type { OrderBook } from "../../../src/core/orders/order-book.ts";
import type { PageJob } from "../../../src/core/pages/page-job.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import type { SourceDefinition } from "../../../src/core/settings/definitions.ts";
import { decideConfiguration } from "../../../src/core/sources/configuring.ts";
import type { SourceState } from "../../../src/core/sources/source-state.ts";
import { whileHeldOrFailed } from "../../../src/core/while-held.ts";
import { aMeasuredPoll, NOW } from "../../support/builders.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** Configured by sources as well as by a decision; a record without a lease is of a poll that has the source for itself. */
export type ConfigurableStore = Omit<IngestStore, "ingest" | "recordPoll"> & {
  configure(sources: readonly SourceDefinition[], now: number): Promise<void>;
  ingest(poll: TestedPoll, lookup: Lookup, decide: Decide): Promise<IngestIntent>;
  recordPoll(poll: TestedPoll): Promise<void>;
};

type TestedPoll = Omit<PollRecord, "lease" | "isOver" | "measured"> &
  Partial<Pick<PollRecord, "lease" | "measured">>;

export const configurable = (store: IngestStore): ConfigurableStore => ({
  ...store,
  ingest: (poll, lookup, decide) =>
    underLease(store, poll, async (record) => {
      const intent = await store.ingest(record, lookup, decide);
      if (intent === null) throw new Error("the lease was lost");
      if (intent.wantsWhole) await store.giveBack(record.lease);
      return intent;
    }),
  recordPoll: (poll) =>
    underLease(store, poll, async (record) => void (await store.recordPoll(record))),
  configure: (given: readonly SourceDefinition[] | Configure, now: number) =>
    store.configure(
      typeof given === "function"
        ? given
        : (stored) => decideConfiguration(stored, { sources: given, now }),
      now,
    ),
});

type Configure = Parameters<IngestStore["configure"]>[0];

async function underLease<T>(
  store: IngestStore,
  poll: TestedPoll,
  write: (record: PollRecord) => Promise<T>,
): Promise<T> {
  const lease = poll.lease ?? (await claimOf(store, poll.state.definition.id)).lease;
  return whileHeldOrFailed(lease, { leases: store, onProblem: () => {} }, () =>
    write({ measured: aMeasuredPoll(), ...poll, lease, isOver: true }),
  );
}

/** The right to poll a source that nobody else polls. */
export async function claimOf(
  store: Pick<IngestStore, "claim">,
  id: string,
): Promise<ClaimedSource> {
  const claimed = await store.claim({ id, isWanted: () => true, forMs: LEASE_MS });
  if (claimed === null || claimed === "busy") throw new Error(`${id} cannot be polled`);
  return claimed;
}

/** What a contract is run on. */
export type OpenedStore = {
  readonly ingest: ConfigurableStore;
  readonly publish: PublishStore;
  readonly pages: PageQueue;
  readonly revisions: RevisionStore;
  readonly orders: OrderBook;
};

/** Opens a new, empty database; what it holds is gone when the test is over. */
export type OpenStore = () => Promise<OpenedStore>;

export const openSqliteStore: OpenStore = async () => {
  const { db } = await openNew();
  return storesOn(db);
};

export const storesOn = (db: Kysely<Tables>, holder: number | null = null): OpenedStore => ({
  ingest: configurable(createIngestStore(db, holder)),
  publish: createPublishStore(db),
  pages: createPageQueue(db, holder),
  revisions: createRevisionStore(db),
  orders: createOrderBook(db),
});

/** Tests that open their own files run on another engine with it: a file then stands for a database. */
let stead: ((file: string) => Promise<string>) | null = null;

/** @param addressOf finds the database for which a file stands; `null`: files are files. */
export function openInsteadOfFiles(addressOf: typeof stead): void {
  stead = addressOf;
}

/** Opens a file that must be usable, and closes it when the test is over. */
export async function openFile(file: string) {
  const opened =
    stead === null
      ? await openDatabase(file)
      : await databaseAt(databaseNamed(await stead(file))).open();
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(opened.value.close);
  return opened.value;
}

/**
 * Opens an empty database that need not outlive a power cut: a copy of one that was migrated once, without waiting for
 * the disk. Both are most of what a database costs (measured: 75 ms of CPU to 15 ms).
 */
export async function openNew(file = join(temporaryFolder(), "offprint.db")) {
  if (stead !== null) return openFile(file);
  migrated ??= migrateOnce();
  writeFileSync(file, await migrated, { mode: 0o600 });
  const opened = await openFile(file);
  await sql`PRAGMA synchronous = OFF`.execute(opened.db);
  return opened;
}

let migrated: Promise<Buffer> | undefined;

async function migrateOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  const file = join(folder, "offprint.db");
  try {
    const opened = await openDatabase(file);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type Poll = {
  readonly source: string;
  readonly drafts: readonly ArticleDraft[];
  readonly now?: number;
  /** What the poll learned of its source. */
  readonly state?: Partial<SourceState>;
  readonly files?: SourceState["files"];
  readonly isClockRight?: boolean;
  /** Of a feed that was read by its last listing. */
  readonly listing?: DocumentListing | null;
};

/** What a poll of a configured source does to the store, with the real decision. */
export async function poll(ingest: ConfigurableStore, options: Poll): Promise<IngestIntent> {
  const { drafts, listing = null, now = NOW, files = new Map(), isClockRight = false } = options;
  const source = await sourceOf(ingest, options.source);
  const state = { ...source, firstIngestAt: source.firstIngestAt ?? now, lastPollAt: now };
  return ingest.ingest(
    { state: { ...state, ...options.state }, filesTried: files, isClockRight },
    lookupForPoll({ drafts, listing }, (key) => READABLE_IDS.articleId(options.source, key)),
    (known) =>
      decideIngest({ mode: "poll", source, drafts, listing, ids: READABLE_IDS, now }, known),
  );
}

/** The jobs that are due, as they are worked on. What was not done of those before is given back. */
export async function dueJobs(
  { pages }: Pick<OpenedStore, "pages">,
  now: number,
  limit: number,
): Promise<readonly PageJob[]> {
  for (const { lease } of inWork.get(pages) ?? []) await pages.giveBack(lease);
  const due = await pages.due(now, limit);
  const claims = await Promise.all(
    due.map(({ articleId }) => pages.claim(articleId, LEASE_MS, now)),
  );
  const jobs = claims.flatMap((job) => job ?? []);
  inWork.set(pages, jobs);
  return jobs;
}

const inWork = new WeakMap<PageQueue, readonly PageJob[]>();

/** What a page that was fetched does to the store. */
export async function complete(
  { ingest, pages }: Pick<OpenedStore, "ingest" | "pages">,
  job: PageJob,
  draft: ArticleDraft,
  now = NOW,
  told: Pick<Completion, "refused" | "retryAt"> = {},
): Promise<IngestIntent> {
  const source = await sourceOf(ingest, job.sourceId);
  const drafts = [draft];
  return pages.complete({ job, lookup: lookupFor(drafts), now, ...told }, (known) =>
    decideIngest({ mode: "complete", source, drafts, ids: READABLE_IDS, now }, known),
  );
}

/** What drafting articles again does to the store. */
export async function revise(
  { ingest, revisions }: Pick<OpenedStore, "ingest" | "revisions">,
  received: readonly ReceivedArticle[],
  drafts: readonly ArticleDraft[],
  now = NOW,
): Promise<IngestIntent> {
  const sourceId = received[0]?.sourceId ?? "";
  const source = await sourceOf(ingest, sourceId);
  return revisions.revise({ sourceId, received, now }, (known) =>
    decideIngest({ mode: "revise", source, drafts, ids: READABLE_IDS, now }, known),
  );
}

export async function sourceOf(
  store: Pick<IngestStore, "sources">,
  id: string,
): Promise<SourceState> {
  const found = (await store.sources()).find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`${id} is not configured`);
  return found;
}

/** A store that knows these sources. */
export async function openWith<Store extends Pick<OpenedStore, "ingest">>(
  open: () => Promise<Store>,
  sources: readonly SourceDefinition[],
): Promise<Store> {
  const store = await open();
  await store.ingest.configure(sources, NOW);
  return store;
}
