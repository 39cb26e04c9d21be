import { Worker } from "node:worker_threads";
import type { Log } from "../../adapters/log.ts";
import type { Publication } from "../../publish/publish-feeds.ts";
import type { PublishingMessage, PublishOrder } from "../publishing-worker.ts";

export type Renderer = {
  readonly order: (order: PublishOrder) => void;
  readonly close: () => Promise<void>;
};

export type RendererOptions = {
  readonly database: string;
  readonly order: PublishOrder;
  readonly onPublication: (publication: Publication) => void;
  readonly log: Log;
};

const RESTART_MS = 1000;

/** Runs the publishing worker, and starts it again should it die. */
export function startRenderer(options: RendererOptions): Renderer {
  let order = options.order;
  let isClosing = false;
  let worker = start();

  function start(): Worker {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const entry = new URL(`../publishing-worker.${extension}`, import.meta.url);
    const started = new Worker(entry, { workerData: { database: options.database, order } });
    started.on("message", (message: PublishingMessage) => hear(message, options));
    started.on("error", (cause) => options.log.error({ cause: cause.message }, "publishing died"));
    started.on("exit", () => {
      if (!isClosing) setTimeout(() => (worker = start()), RESTART_MS).unref();
    });
    return started;
  }

  return {
    order(next) {
      order = next;
      worker.postMessage(next);
    },
    async close() {
      isClosing = true;
      await worker.terminate();
    },
  };
}

function hear(message: PublishingMessage, { onPublication, log }: RendererOptions): void {
  switch (message.kind) {
    case "published":
      onPublication(message);
      break;
    case "failed":
      log.error({ cause: message.message }, "publishing failed; the last documents stay");
      break;
    case "unsaved":
      log.warn({ cause: message.message }, "the dates of documents could not be kept");
  }
}
