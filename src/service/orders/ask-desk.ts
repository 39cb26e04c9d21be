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
  /** Whether the asker does not want to wait any longer. */
  readonly isStopped: () => boolean;
  /**
   * What becomes of the order then. `take-back`, the default: it is taken back, unless somebody has begun it. `stop`:
   * whoever has begun it is asked to stop, and its answer is waited for. `leave`: it stays in the book.
   */
  readonly onStop?: "take-back" | "stop" | "leave";
  /** Whether no process takes articles in that could carry it out. */
  readonly isDeskEmpty: () => boolean;
  /** How long nothing may be heard of it. */
  readonly silenceMs: number;
};

/**
 * What became of an order. `left`: nobody is there to carry it out, and it was taken back, so that it can be done here.
 * `taken-back`, `begun`: it was stopped before, or after, somebody began it. `silent`: it was taken back, for nobody
 * said anything. `waiting`: it was left in the book, under this number.
 */
export type Asked<Kind extends OrderKind> =
  | { readonly state: "done"; readonly answer: OrderAnswers[Kind] }
  | { readonly state: "refused" | "failed"; readonly reason: string }
  | { readonly state: "waiting"; readonly id: number }
  | { readonly state: "left" | "taken-back" | "begun" | "silent" };

const LOOK_MS = 100;

/** What an asker needs of the order book. */
export type AskedBook = Pick<OrderBook, "place" | "look" | "cancel" | "stop">;

/** Places an order, hands on what is told of it, and waits for its answer. */
export async function askDesk<Kind extends OrderKind>(
  book: AskedBook,
  asking: Asking<Kind>,
): Promise<Asked<Kind>> {
  const id = await book.place(asking.order, asking.asker);
  const silence = { since: Date.now() };
  for (let seen = 0; ; await sleep(LOOK_MS)) {
    // Before it is read: whoever was gone by then has told all that it will.
    const isLeft = asking.isDeskEmpty();
    const { lines, ...progress } = await book.look(id, seen);
    for (const line of lines) asking.onLine(line as OrderLines[Kind]);
    seen += lines.length;
    if (lines.length > 0) silence.since = Date.now();
    const asked =
      endOf<Kind>(progress) ?? (await giveUp(id, { book, asking, isLeft, since: silence.since }));
    if (asked !== null) return asked;
  }
}

/** `null` while it goes on. */
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

/** `null` while somebody waits, and somebody is there. */
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
