import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { startLoop } from "../../core/loop.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { openPublishing } from "./open-publishing.ts";
import type { PublishOrder } from "./publish-order.ts";

export type PublishingData = { readonly database: DatabaseName; readonly order: PublishOrder };

export type PublishingRequest =
  | { readonly kind: "order"; readonly order: PublishOrder }
  | { readonly kind: "end" };

export type PublishingMessage =
  /** Another process has the lease. */
  | { readonly kind: "standing-by" }
  /** This process has it. */
  | { readonly kind: "publishing" }
  /** A turn went well after one that failed. */
  | { readonly kind: "recovered" }
  /** Publishing failed; the documents published before stay. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "unsaved"; readonly message: string };

/** Pause after storage failed or the lease was lost. */
const RETRY_MS = 1000;

const say = (message: PublishingMessage): void => parentPort?.postMessage(message);

const describe = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

async function run({ database, order }: PublishingData): Promise<void> {
  const opened = await databaseAt(database).open({ isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const side = openPublishing(order, opened.value, {
    onUnsaved: (cause) => say({ kind: "unsaved", message: describe(cause) }),
    onStandingBy: () => say({ kind: "standing-by" }),
    onPublishing: () => say({ kind: "publishing" }),
  });
  let hasFailed = false;
  const loop = startLoop({
    async turn() {
      const waitMs = await side.turn();
      if (hasFailed) say({ kind: "recovered" });
      hasFailed = false;
      return waitMs;
    },
    onProblem(cause) {
      hasFailed = true;
      say({ kind: "failed", message: describe(cause) });
    },
    retryMs: RETRY_MS,
  });
  parentPort?.on("message", async (request: PublishingRequest) => {
    if (request.kind === "order") {
      side.follow(request.order);
      return loop.wake();
    }
    await loop.stop();
    await side.close().catch(() => {}); // the lease ends by itself
    await opened.value.close();
    parentPort?.close();
  });
}

// Readers come first. Only on Linux a thread has its own priority (scripts/measure-rebuild-storm.ts).
if (process.platform === "linux") setPriority(10);
await run(workerData as PublishingData);
