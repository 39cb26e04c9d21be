import type { MadeBackup } from "../backups/backup-log.ts";
import type { Forgotten } from "../entries/forgetting.ts";
import type { WithdrawnCluster } from "../entries/withdrawal.ts";
import type { RevisionExtent } from "../intake/ingest-intent.ts";
import type { SourceReport } from "../intake/source-report.ts";
import type { Lease } from "../lease.ts";
import type { Result } from "../result.ts";
import type { ConfigurationEdit, EditedConfiguration } from "../settings/configuration-edit.ts";
import type { PausedSource } from "../sources/pausing.ts";
import type { SourcePreview } from "../sources/source-preview.ts";
import type { EditorAction } from "../stories/editing.ts";

/** Which sources a pass polls. */
export type PassScope = {
  /** Every source, due or not. */
  readonly all: boolean;
  /** Only these; empty for no restriction. */
  readonly sources: readonly string[];
};

/** What people and programs ask of the desk. A new kind does not compile until desk/desk.ts carries it out. */
export type Order =
  | { readonly kind: "pass"; readonly scope: PassScope }
  /** Lines of an article, as they were removed, stay in it from now on. */
  | { readonly kind: "keep-lines"; readonly articleId: string; readonly lines: readonly string[] }
  /** Takes back all kept lines of the article. */
  | { readonly kind: "forget-kept-lines"; readonly articleId: string }
  /** `undo`: takes back the last such action. */
  | { readonly kind: "edit-clusters"; readonly action: EditorAction; readonly undo: boolean }
  /** `reason`: plain text on one line, for readers; `null` for no word about it. */
  | { readonly kind: "withdraw"; readonly articleId: string; readonly reason: string | null }
  | { readonly kind: "restore"; readonly articleId: string }
  /** `keep`: its articles stay published. */
  | { readonly kind: "forget-source"; readonly sourceId: string; readonly keep: boolean }
  /** In the file of the node that owns the configuration. */
  | { readonly kind: "edit-configuration"; readonly edit: ConfigurationEdit }
  /** Whatever the configuration says; see core/sources/pausing.ts. */
  | { readonly kind: "pause-source"; readonly sourceId: string; readonly paused: boolean }
  /** Reads a configured source once, or where `sourceId` is `null` an address that somebody typed, and stores nothing of it. */
  | { readonly kind: "preview-source"; readonly sourceId: string; readonly address: null }
  | { readonly kind: "preview-source"; readonly sourceId: null; readonly address: string }
  /** Drafts articles of a source again, with what is known today. */
  | { readonly kind: "revise"; readonly sourceId: string; readonly extent: RevisionExtent }
  /** Applies the present cleaner to all that was received of a source, or of all of them (`null`). */
  | { readonly kind: "reprocess"; readonly sourceId: string | null }
  /** Makes a verified backup, as configured, and removes those that the scheme keeps no longer. */
  | { readonly kind: "back-up" }
  /** A backup was made by hand. */
  | { readonly kind: "note-backup"; readonly backup: MadeBackup };

export type OrderKind = Order["kind"];
export type OrderOf<Kind extends OrderKind> = Extract<Order, { readonly kind: Kind }>;

/** A cluster as an edit left it. */
export type EditedCluster = {
  readonly id: string;
  /** `null` for one without members. */
  readonly lead: string | null;
  /** Article ids. */
  readonly members: readonly string[];
};

/** What became of articles that were drafted again. */
export type Revised = {
  /** How many were looked at. */
  readonly articles: number;
  /** How many changed so much that readers are told. */
  readonly updated: number;
  /** How many could not be drafted again and stay as they are. */
  readonly failed: number;
};

export type Reprocessed = Revised & {
  /** How many changed in anything. */
  readonly changed: number;
  /** Why the first failure happened, for people; `null` without one. */
  readonly problem: string | null;
};

/** What each kind is answered with. It is kept as JSON. */
export type OrderAnswers = {
  readonly pass: null;
  readonly "keep-lines": null;
  readonly "forget-kept-lines": null;
  readonly "edit-clusters": readonly EditedCluster[];
  readonly withdraw: WithdrawnCluster;
  readonly restore: WithdrawnCluster;
  readonly "forget-source": Forgotten;
  readonly "edit-configuration": EditedConfiguration;
  readonly "pause-source": PausedSource;
  readonly "preview-source": SourcePreview;
  readonly revise: Revised;
  /** `of`: how many articles there were. */
  readonly reprocess: Reprocessed & { readonly of: number };
  readonly "back-up": MadeBackup & {
    /** The names of older backups that were removed. */
    readonly removed: readonly string[];
  };
  readonly "note-backup": null;
};

/** What some kinds tell while they are carried out. It is kept as JSON. */
export type OrderLines = {
  readonly [Kind in OrderKind]: Kind extends keyof Lines ? Lines[Kind] : never;
};

type Lines = {
  /** A source was polled. */
  readonly pass: SourceReport;
  /** `count`: how many articles there are. `batch`: how many of them were just done. `source`: all of a source are done. */
  readonly reprocess:
    | { readonly kind: "count"; readonly articles: number }
    | { readonly kind: "batch"; readonly articles: number }
    | ({ readonly kind: "source"; readonly source: string; readonly ms: number } & Reprocessed);
};

/** Who asked, for the journal: a command of the program, a page of `/admin`, an ingest that makes more work necessary, or the clock. */
export type Asker = "command" | "admin" | "ingest" | "schedule";

/** The right to carry an order out; it is lost once another process has taken the order up. */
export type OrderLease = Lease<number>;

export type LeasedOrder<Kind extends OrderKind> = {
  readonly lease: OrderLease;
  readonly order: OrderOf<Kind>;
};

/**
 * How far an order has come. `refused`: it cannot be done, the reason is a sentence. `failed`: nobody could carry it out.
 * `gone`: it was taken back, or forgotten since.
 */
export type OrderProgress =
  | { readonly state: "waiting" | "leased" | "gone" }
  | { readonly state: "done"; readonly answer: unknown }
  | { readonly state: "refused" | "failed"; readonly reason: string };

/** What became of an order that was carried out. */
export type OrderOutcome = Extract<
  OrderProgress,
  { readonly state: "done" | "refused" | "failed" }
>;

/** @param result whose error is a sentence. */
export const outcomeOf = (result: Result<unknown, string>): OrderOutcome =>
  result.ok ? { state: "done", answer: result.value } : { state: "refused", reason: result.error };
