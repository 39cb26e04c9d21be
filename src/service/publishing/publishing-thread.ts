import { Worker } from "node:worker_threads";
import type { Log } from "../../adapters/log.ts";
import { threadEnvironment } from "../../adapters/workers/thread-environment.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import type { RoleHealth } from "../health-port.ts";
import { supervise } from "../supervise.ts";
import type { PublishOrder } from "./publish-order.ts";
import type { PublishingMessage, PublishingRequest } from "./publishing-worker.ts";

export type PublishingThread = {
  /** Publishes this order from now on. */
  readonly follow: (order: PublishOrder) => void;
  /** Gives the lease back and ends the thread. */
  readonly close: () => Promise<void>;
};

export type PublishingThreadOptions = {
  readonly database: DatabaseName;
  readonly order: PublishOrder;
  readonly log: Log;
  /** Is told how publishing goes. */
  readonly health: Pick<RoleHealth, "is" | "publishing" | "failed">;
};

/** Under the 5 s in which a service has to be gone after SIGTERM. */
const GRACE_MS = 3_500;

/** Runs the publishing side in a thread of its own, and starts the thread again when it ends. */
export function startPublishing({
  database,
  log,
  health,
  ...first
}: PublishingThreadOptions): PublishingThread {
  let { order } = first;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const entry = new URL(`./publishing-worker.${extension}`, import.meta.url);
  const tell = createTelling(log, health);
  const thread = supervise<Worker>({
    start(onEnd) {
      const worker = new Worker(entry, {
        env: threadEnvironment(),
        workerData: { database, order },
      });
      let reason: string | null = null;
      worker.on("message", tell);
      worker.on("error", (cause) => {
        reason = cause.message;
      });
      worker.on("exit", (code) => onEnd(reason ?? code));
      return worker;
    },
    onRestart(reason, restartMs) {
      health.publishing(false);
      health.is({ isReady: false, state: "the publishing thread ended" });
      log.error({ reason, restartMs }, "the publishing thread ended");
    },
    end: endWorker,
  });
  const ask = (request: PublishingRequest): void => thread.current().postMessage(request);
  return {
    follow(next) {
      order = next;
      ask({ kind: "order", order });
    },
    close: thread.close,
  };
}

async function endWorker(worker: Worker): Promise<void> {
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const timer = setTimeout(() => void worker.terminate(), GRACE_MS);
  const request: PublishingRequest = { kind: "end" };
  worker.postMessage(request);
  if (worker.threadId !== -1) await ended; // -1: it has ended already
  clearTimeout(timer);
}

/** How often a lasting failure, such as a full disk, is logged again: it fails with every turn. */
const REPEAT_MS = 60_000;

function createTelling(
  log: Log,
  health: PublishingThreadOptions["health"],
): (message: PublishingMessage) => void {
  let last = { message: "", at: Number.NEGATIVE_INFINITY };
  const failed = (message: string): void => {
    const now = performance.now();
    if (message === last.message && now - last.at < REPEAT_MS) return;
    last = { message, at: now };
    log.error({ cause: message }, "publishing failed; the last documents stay");
  };
  return (message) => {
    note(message, health);
    tell(message, { log, failed });
  };
}

/** A process is ready whether it publishes or stands by, unless its last turn failed. */
function note(message: PublishingMessage, health: PublishingThreadOptions["health"]): void {
  switch (message.kind) {
    case "publishing":
    case "standing-by":
      health.publishing(message.kind === "publishing");
      health.is({ isReady: true, state: message.kind });
      break;
    case "failed":
      health.failed();
      health.is({ isReady: false, state: message.message });
      break;
    case "recovered":
      health.is({ isReady: true, state: message.kind });
  }
}

type ThreadListeners = { readonly log: Log; readonly failed: (message: string) => void };

function tell(message: PublishingMessage, { log, failed }: ThreadListeners): void {
  switch (message.kind) {
    case "standing-by":
      log.info({}, "another process publishes: standing by");
      break;
    case "failed":
      failed(message.message);
      break;
    case "unsaved":
      log.warn({ cause: message.message }, "an archive, or the end of a hold, could not be stored");
  }
}
