import type { ColumnType, Generated } from "kysely";
import type { SourceDay } from "../../../core/sources/polling/poll-history.ts";

/** See lease-columns.ts. */
type LeaseColumns = {
  due_at: number;
  lease_until: ColumnType<number | null, number | null | undefined, number | null>;
  lease_token: Generated<number>;
  attempts: Generated<number>;
  last_error: ColumnType<string | null, string | null | undefined, string | null>;
};

/** Of work that any process which ingests may do; see lease-columns.ts. */
type HolderColumn = {
  lease_holder: ColumnType<number | null, number | null | undefined, number | null>;
};

/** A source is polled under its lease; `last_error` is an IngestError as JSON. */
export type SourceTable = LeaseColumns &
  HolderColumn & {
    id: string;
    /** The address to which `state` belongs: another address starts afresh. */
    address: string;
    /** The configuration's part, as JSON; `null` when the source has left the configuration. */
    definition: string | null;
    /** The definition as it last was; `null` when the source left before this was kept. */
    last_definition: string | null;
    position: number;
    /** Everything else of SourceState, as JSON: read and written whole, searched by nothing. */
    state: string;
    /** 1 and 0: what an order says of `paused` against the definition; `null`: nothing. */
    paused: ColumnType<number | null, number | null | undefined>;
    /** The id before the source was renamed, which older archives name; `null` when it never was. */
    former_id: ColumnType<string | null, string | null | undefined>;
    /** When its articles were taken out of publication; `null` while they are published. */
    forgotten_at: Generated<number | null>;
    /** PollHistory: its lines, and SourceDay as JSON. */
    recent_polls: Generated<string>;
    today: ColumnType<string | null, string | null | undefined>;
  };

/** The days of a source that are over (core/sources/polling/poll-history.ts). */
export type SourceDayTable = SourceDay & { source_id: string };

/** An order (core/orders/order.ts). Whoever has `lease_token` holds it until `lease_until`. */
export type DeskOrderTable = LeaseColumns & {
  id: Generated<number>;
  kind: string;
  /** The rest of the order, as JSON. */
  payload: string;
  asked_by: string;
  asked_at: number;
  /** `last_error` says why an order was refused or failed. */
  state: ColumnType<
    "waiting" | "done" | "refused" | "failed",
    undefined,
    "done" | "refused" | "failed"
  >;
  /** 1 when whoever carries it out is asked to stop. */
  stop_wanted: Generated<number>;
  settled_at: ColumnType<number | null, undefined, number | null>;
  /** As JSON. */
  answer: ColumnType<string | null, undefined, string | null>;
};

/** The page of an article: fetched (`done`), to be fetched, or given up until the item changes. */
export type PageJobTable = LeaseColumns &
  HolderColumn & {
    article_id: string;
    source_id: string;
    url: string;
    state: "waiting" | "done" | "failed";
    must_fetch: number;
    /** When the page was last fetched, and how many visits in a row brought nothing new (core/pages/page-waits.ts). */
    fetched_at: number | null;
    quiet_visits: Generated<number>;
    /** `Received` of a changed item, compressed, and its hashes; `null` when it is the one in `article_body`. */
    raw: Uint8Array | null;
    item_hash: string | null;
    received_hash: string | null;
    received_metadata_hash: string | null;
  };

/** A file whose type we ask its server for (core/media/file-looks.ts). */
export type FileLookTable = LeaseColumns &
  HolderColumn & {
    url: string;
    state: "waiting" | "done" | "failed";
    /** `null` while the type is not known. */
    type: ColumnType<string | null, string | null | undefined, string | null>;
  };

/** A file of an article that has, or had, no type of its own. */
export type ArticleFileTable = { article_id: string; url: string };
