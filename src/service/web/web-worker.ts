import { feedRenderers } from "../../adapters/feed-writer/feed-renderers.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createArchiveStore } from "../../adapters/store/publishing/archive-store.ts";
import { createAudienceStore } from "../../adapters/store/publishing/audience.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createOrderBook } from "../../adapters/store/queues/order-book.ts";
import { uuidV5 } from "../../adapters/uuid.ts";
import { answerJobs } from "../../adapters/workers/answer-jobs.ts";
import type { ArchiveDocumentKey } from "../../core/entries/archive.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { Order } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { renderArchivePage } from "../../publish/archives/archive-page.ts";
import { openPublishing } from "../publishing/open-publishing.ts";
import type { PublishOrder } from "../publishing/publish-order.ts";

/** Jobs that the HTTP thread leaves to another: they take long, or wait for the writer of the database. */
export type WebJobs = {
  /** `null` when there is no such document. */
  readonly archive: {
    readonly job: {
      readonly key: ArchiveDocumentKey;
      readonly order: Pick<PublishOrder, "site" | "feeds">;
    };
    readonly value: PublishedDocument | null;
  };
  /** Reads the whole database. The value says what is wrong with it, `null` when it is sound. */
  readonly check: { readonly job: object; readonly value: string | null };
  /** Fails when a part of the publication could not be stored. */
  readonly publish: { readonly job: { readonly order: PublishOrder }; readonly value: null };
  /** The value is the number of the order. */
  readonly "place-order": { readonly job: { readonly order: Order }; readonly value: number };
  readonly "look-order": {
    readonly job: { readonly id: number; readonly from: number };
    readonly value: Awaited<ReturnType<OrderBook["look"]>>;
  };
  /** The value says whether the order was taken back. */
  readonly "cancel-order": { readonly job: { readonly id: number }; readonly value: boolean };
  readonly "stop-order": { readonly job: { readonly id: number }; readonly value: null };
  readonly audience: {
    readonly job: { readonly process: string; readonly subscribers: number };
    readonly value: null;
  };
};

export type WebKind = keyof WebJobs;
export type WebJob<K extends WebKind = WebKind> = {
  [Kind in K]: { readonly kind: Kind; readonly database: DatabaseName } & WebJobs[Kind]["job"];
}[K];

type Handlers = {
  readonly [K in WebKind]: (job: WebJob<K>, opened: OpenDatabase) => Promise<WebJobs[K]["value"]>;
};

const HANDLERS: Handlers = {
  archive: async ({ key, order }, { db }) => {
    const instance = await createPublishStore(db).instance();
    return renderArchivePage(
      key,
      { ...order, instance },
      { ...RENDERING, store: createArchiveStore(db) },
    );
  },
  check: async ({ database: name }) => {
    const checked = await databaseAt(name).open({ mustExist: true });
    if (!checked.ok) return checked.error.message;
    await checked.value.close();
    return null;
  },
  publish: async ({ order }, opened) => {
    const unsaved: unknown[] = [];
    const side = openPublishing(order, opened, {
      onUnsaved: (cause) => unsaved.push(cause),
      onStandingBy: () => {}, // another process has begun to publish
    });
    try {
      while ((await side.turn()) === 0);
    } finally {
      await side.close();
    }
    if (unsaved.length > 0) throw unsaved[0];
    return null;
  },
  "place-order": ({ order }, { db }) => createOrderBook(db).place(order, "admin"),
  "look-order": ({ id, from }, { db }) => createOrderBook(db).look(id, from),
  "cancel-order": ({ id }, { db }) => createOrderBook(db).cancel(id),
  "stop-order": async ({ id }, { db }) => {
    await createOrderBook(db).stop(id);
    return null;
  },
  audience: async ({ process, subscribers }, { db }) => {
    await createAudienceStore(db).note(process, subscribers);
    return null;
  },
};

/** Ignores a failure to store the date of a document: the reader still gets the document. */
const RENDERING = { renderers: feedRenderers, uuid: uuidV5, now: Date.now, onUnsaved: () => {} };

let held: Promise<OpenDatabase> | null = null;

/** Opens the file again when it was removed or replaced: nobody reads orders in the old one. */
async function database(name: DatabaseName): Promise<OpenDatabase> {
  const former = await held?.catch(() => null);
  if (former && (await former.place()) === "in-place") return former;
  await former?.close();
  held = open(name);
  return held;
}

async function open(name: DatabaseName): Promise<OpenDatabase> {
  const database = databaseAt(name);
  if (!(await database.exists())) throw new Error(`there is no database ${database.label}`);
  const opened = await database.open({ isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

async function handle<K extends WebKind>(job: WebJob<K>): Promise<WebJobs[K]["value"]> {
  return HANDLERS[job.kind as K](job, await database(job.database));
}

answerJobs({ handle: (job) => handle(job as WebJob), prepare: () => null });
