import type { OrderAnswers, OrderKind, OrderLines, OrderOf } from "../core/orders/order.ts";
import type { EditedStores } from "../core/orders/order-book.ts";
import type { Result } from "../core/result.ts";

export type OrderWork<Kind extends OrderKind> = {
  /** Tells the asker how far the order is. */
  readonly tell: (line: OrderLines[Kind]) => void;
  /** Whether somebody asked to stop the order: what is done stays, and the answer says how far it came. */
  readonly isStopWanted: () => Promise<boolean>;
  /** See OrderBook.apply. */
  readonly apply: (
    change: (stores: EditedStores) => Promise<Result<OrderAnswers[Kind], string>>,
  ) => Promise<Result<OrderAnswers[Kind], string>>;
};

/** Carries out orders of one kind. The error is a sentence; it rejects when storage is broken. */
export type CarryOut<Kind extends OrderKind> = (
  order: OrderOf<Kind>,
  work: OrderWork<Kind>,
) => Promise<Result<OrderAnswers[Kind], string>>;

/** What carries out orders, by their kind. */
export type Desk = { readonly [Kind in OrderKind]: CarryOut<Kind> };

/** What a service alone carries out: it needs the network, or its schedule. */
export type ServiceKind = "pass" | "preview-source" | "back-up";

/** What carries out all other orders. */
export type EditingDesk = Omit<Desk, ServiceKind>;
