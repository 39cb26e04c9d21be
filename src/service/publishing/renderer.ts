import { Worker } from "node:worker_threads";
import type { Log } from "../../adapters/log.ts";
import type { ArchiveDocumentKey } from "../../core/archive.ts";
import type { PublishedDocument } from "../../core/published.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type {
  PublishedChange,
  PublishingMessage,
  PublishingRequest,
  PublishOrder,
} from "./publishing-worker.ts";

export type Renderer = {
  readonly order: (order: PublishOrder) => void;
  /** One archive document; `null` when there is none, an error when it cannot be rendered now. */
  readonly archive: (key: ArchiveDocumentKey) => Promise<ArchiveAnswer>;
  readonly close: () => Promise<void>;
};

export type ArchiveAnswer = Result<PublishedDocument | null, "busy">;

export type RendererOptions = {
  readonly database: string;
  readonly order: PublishOrder;
  readonly onPublication: (change: PublishedChange) => void;
  readonly log: Log;
};

const RESTART_MS = 1000;
/** Archive documents that wait: each takes 6 to 20 ms, and publishing comes between them. */
const MOST_WAITING = 250;
/** Publishing many feeds takes seconds; who waits longer comes again. */
const ANSWER_MS = 10_000;

/** Runs the publishing worker, and starts it again should it die. */
export function startRenderer(options: RendererOptions): Renderer {
  let order = options.order;
  let isClosing = false;
  const questions = createQuestions();
  let worker = start();

  function start(): Worker {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const entry = new URL(`./publishing-worker.${extension}`, import.meta.url);
    const started = new Worker(entry, { workerData: { database: options.database, order } });
    started.on("message", (message: PublishingMessage) => hear(message, questions, options));
    started.on("error", (cause) => options.log.error({ cause: cause.message }, "publishing died"));
    started.on("exit", () => {
      questions.giveUp();
      if (!isClosing) setTimeout(() => (worker = start()), RESTART_MS).unref();
    });
    return started;
  }
  const ask = (request: PublishingRequest): void => worker.postMessage(request);

  return {
    order(next) {
      order = next;
      ask({ kind: "order", order });
    },
    archive: (key) => questions.ask((number) => ask({ kind: "archive", number, key })),
    async close() {
      isClosing = true;
      await worker.terminate();
    },
  };
}

type Questions = {
  readonly ask: (send: (number: number) => void) => Promise<ArchiveAnswer>;
  readonly answer: (number: number, answer: ArchiveAnswer) => void;
  /** Nobody is left who could answer. */
  readonly giveUp: () => void;
};

function createQuestions(): Questions {
  const waiting = new Map<number, (answer: ArchiveAnswer) => void>();
  let last = 0;
  const answer = (number: number, given: ArchiveAnswer): void => {
    waiting.get(number)?.(given);
    waiting.delete(number);
  };
  return {
    answer,
    async ask(send) {
      if (waiting.size >= MOST_WAITING) return err("busy");
      last += 1;
      const number = last;
      const timeout = setTimeout(() => answer(number, err("busy")), ANSWER_MS);
      const answered = new Promise<ArchiveAnswer>((resolve) => waiting.set(number, resolve));
      send(number);
      return answered.finally(() => clearTimeout(timeout));
    },
    giveUp() {
      for (const number of [...waiting.keys()]) answer(number, err("busy"));
    },
  };
}

function hear(
  message: PublishingMessage,
  questions: Questions,
  { onPublication, log }: RendererOptions,
): void {
  switch (message.kind) {
    case "published":
      onPublication(message);
      break;
    case "archive":
      questions.answer(message.number, ok(message.document));
      break;
    case "unanswered":
      log.error({ cause: message.message }, "an archive document could not be rendered");
      questions.answer(message.number, err("busy"));
      break;
    case "failed":
      log.error({ cause: message.message }, "publishing failed; the last documents stay");
      break;
    case "unsaved":
      log.warn({ cause: message.message }, "the dates of documents or archives could not be kept");
  }
}
