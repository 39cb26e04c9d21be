import type { Forgotten } from "../forgetting.ts";
import type { SourceReport } from "../polling/source-report.ts";
import type { Result } from "../result.ts";
import type { EditorAction } from "../similarity/editing.ts";
import type { WithdrawnCluster } from "../withdrawal.ts";

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
  /** Takes all that back. */
  | { readonly kind: "forget-kept-lines"; readonly articleId: string }
  /** `undo`: takes back the last such action. */
  | { readonly kind: "edit-clusters"; readonly action: EditorAction; readonly undo: boolean }
  /** `reason`: plain text on one line, for readers; `null` for no word about it. */
  | { readonly kind: "withdraw"; readonly articleId: string; readonly reason: string | null }
  | { readonly kind: "restore"; readonly articleId: string }
  /** `keep`: its articles stay published. */
  | { readonly kind: "forget-source"; readonly sourceId: string; readonly keep: boolean };

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

/** What each kind is answered with. It is kept as JSON. */
export type OrderAnswers = {
  readonly pass: null;
  readonly "keep-lines": null;
  readonly "forget-kept-lines": null;
  readonly "edit-clusters": readonly EditedCluster[];
  readonly withdraw: WithdrawnCluster;
  readonly restore: WithdrawnCluster;
  readonly "forget-source": Forgotten;
};

/** What some kinds tell while they are carried out. It is kept as JSON. */
export type OrderLines = {
  readonly [Kind in OrderKind]: Kind extends "pass" ? SourceReport : never;
};

/** Who asked, for the journal: a command of the program, or a page of `/admin`. */
export type Asker = "command" | "admin";

/** The right to carry an order out, until another process has taken it up. */
export type OrderLease = {
  readonly id: number;
  /** Grows with each time that the order is leased: a former holder's word does not count. */
  readonly token: number;
};

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
