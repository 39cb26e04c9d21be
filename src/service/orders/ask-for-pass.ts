import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createOrderBook } from "../../adapters/store/queues/order-book.ts";
import type { Config } from "../../config/config.ts";
import type { SourceReport } from "../../core/intake/source-report.ts";
import type { PassScope } from "../../core/orders/order.ts";
import { type Asked, askDesk } from "./ask-desk.ts";

export type PassToAsk = {
  readonly config: Config;
  readonly scope: PassScope;
  readonly onReport: (report: SourceReport) => void;
  /** Whether the asker has stopped waiting. */
  readonly isStopped: () => boolean;
};

/** See Asked; the message is a sentence. */
export type AskedPass = "done" | "left" | "taken-back" | "begun" | { readonly message: string };

/** A service takes an order within a second, and a pass of another command ends: a longer silence means a hung process. */
const TAKEN_WITHIN_MS = 60_000;

/** Orders a pass from the process that ingests into the database, and hands on its reports. */
export async function askForPass({ config, scope, ...asking }: PassToAsk): Promise<AskedPass> {
  const opened = await databaseAt(config.database).open({ isChecked: true });
  if (!opened.ok) return opened.error;
  try {
    const asked = await askDesk(createOrderBook(opened.value.db), {
      order: { kind: "pass", scope },
      asker: "command",
      onLine: asking.onReport,
      isStopped: asking.isStopped,
      isDeskEmpty: () => databaseAt(config.database).isIngestFree(),
      silenceMs: TAKEN_WITHIN_MS + config.ingest.limits.timeoutMs,
    });
    return passOf(asked);
  } finally {
    await opened.value.close();
  }
}

function passOf(asked: Asked<"pass">): AskedPass {
  if (asked.state === "refused" || asked.state === "failed") return { message: asked.reason };
  if (asked.state === "silent") {
    return { message: "the process that holds this database does not answer" };
  }
  return asked.state === "waiting" ? "begun" : asked.state;
}
