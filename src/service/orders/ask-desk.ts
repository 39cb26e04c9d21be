import { setTimeout as sleep } from "node:timers/promises";
import type {
  Asker,
  OrderAnswers,
  OrderKind,
  OrderLines,
  OrderOf,
  OrderProgress,
} from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";

export type Asking<Kind extends OrderKind> = {
  readonly order: OrderOf<Kind>;
  readonly asker: Asker;
  readonly onLine: (line: OrderLines[Kind]) => void;
  /** Whether the asker has stopped waiting. */
  readonly isStopped: () => boolean;
  /**
   * What happens to the order when the asker stops waiting. `take-back`, the default: it is taken back, unless a
   * process has begun it. `stop`: a process that has begun it is asked to stop, and we wait for its answer. `leave`:
   * the order stays in the book.
   */
  readonly onStop?: "take-back" | "stop" | "leave";
  /** Whether no process ingests that could carry the order out. */
  readonly isDeskEmpty: () => Promise<boolean>;
  /** How long the order may stay without a new line. */
  readonly silenceMs: number;
};

/**
 * What became of an order. `left`: no process can carry it out; it was taken back and can be done here. `taken-back`:
 * the asker stopped before a process began it; `begun`: after. `silent`: it was taken back because nothing was heard
 * of it, or is gone from the book. `waiting`: it stays in the book under this number.
 */
export type Asked<Kind extends OrderKind> =
  | { readonly state: "done"; readonly answer: OrderAnswers[Kind] }
  | { readonly state: "refused" | "failed"; readonly reason: string }
  | { readonly state: "waiting"; readonly id: number }
  | { readonly state: "left" | "taken-back" | "begun" | "silent" };

const LOOK_MS = 100;

/** What an asker needs of the order book. */
export type AskedBook = Pick<OrderBook, "place" | "look" | "cancel" | "stop">;

/** Places an order, hands on its lines, and waits for its answer. */
export async function askDesk<Kind extends OrderKind>(
  book: AskedBook,
  asking: Asking<Kind>,
): Promise<Asked<Kind>> {
  const id = await book.place(asking.order, asking.asker);
  const silence = { since: Date.now() };
  for (let seen = 0; ; await sleep(LOOK_MS)) {
    // Asked before the look: a process that was gone by then has written all its lines.
    const isLeft = await asking.isDeskEmpty();
    const { lines, ...progress } = await book.look(id, seen);
    for (const line of lines) asking.onLine(line as OrderLines[Kind]);
    seen += lines.length;
    if (lines.length > 0) silence.since = Date.now();
    const asked =
      endOf<Kind>(progress) ?? (await giveUp(id, { book, asking, isLeft, since: silence.since }));
    if (asked !== null) return asked;
  }
}

/** `null` while the order waits or is being carried out. */
function endOf<Kind extends OrderKind>(progress: OrderProgress): Asked<Kind> | null {
  switch (progress.state) {
    case "done":
      return { state: "done", answer: progress.answer as OrderAnswers[Kind] };
    case "refused":
    case "failed":
      return { state: progress.state, reason: progress.reason };
    case "gone":
      return { state: "silent" };
    case "waiting":
    case "leased":
      return null;
  }
}

type WaitingOrder = {
  readonly book: AskedBook;
  readonly asking: Pick<Asking<OrderKind>, "isStopped" | "onStop" | "silenceMs">;
  readonly isLeft: boolean;
  readonly since: number;
};

/** Whether to end the waiting; `null` to go on. */
async function giveUp(
  id: number,
  { book, asking, isLeft, since }: WaitingOrder,
): Promise<Asked<never> | null> {
  if (isLeft && (await book.cancel(id))) return { state: "left" };
  if (asking.isStopped()) {
    const { onStop = "take-back" } = asking;
    if (onStop === "leave") return { state: "waiting", id };
    if (await book.cancel(id)) return { state: "taken-back" };
    if (onStop === "take-back") return { state: "begun" };
    await book.stop(id);
  }
  const isSilent = Date.now() - since > asking.silenceMs;
  return isSilent && (await book.cancel(id)) ? { state: "silent" } : null;
}
