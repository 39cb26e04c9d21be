import { err, ok, type Result } from "../../core/result.ts";
import type { ArticleEdit, FromIngest, ToIngest } from "./messages.ts";

export type AskIngest = {
  readonly edit: (edit: ArticleEdit) => Promise<Result<null, string>>;
  readonly hear: (message: Extract<FromIngest, { readonly kind: "edited" }>) => void;
  /** The process that was asked is gone: nothing more will be heard. */
  readonly giveUp: () => void;
};

/** One article is drafted again in well under a second; a worker that hangs is killed within ten. */
const TIMEOUT_MS = 20_000;

/** Questions to the ingest side that wait for an answer. @param send gives false when nobody listens. */
export function createAskIngest(
  send: (message: ToIngest) => boolean,
  timeoutMs = TIMEOUT_MS,
): AskIngest {
  const waiting = new Map<number, (answer: Result<null, string>) => void>();
  let last = 0;
  return {
    edit: (edit) =>
      new Promise((resolve) => {
        last += 1;
        const id = last;
        const answer = (result: Result<null, string>): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(result);
        };
        const timer = setTimeout(() => answer(err("the ingest side does not answer")), timeoutMs);
        waiting.set(id, answer);
        if (!send({ kind: "edit", id, edit })) answer(err("the ingest side is not running"));
      }),
    hear: ({ id, problem }) => waiting.get(id)?.(problem === null ? ok(null) : err(problem)),
    giveUp() {
      for (const answer of [...waiting.values()]) answer(err("the ingest side ended"));
    },
  };
}
