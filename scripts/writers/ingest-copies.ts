/** Run as a process: each number that it is sent is a trial, in which it takes in its source's copy of a text. Answers when it has. */
import { type CopyingSource, copyOf } from "./copies.ts";
import { openIngesting } from "./open-ingesting.ts";

export type IngestCopies = { readonly address: string; readonly source: CopyingSource };

/** The answer: why it failed, and how often it decided so far. */
export type CopyIngested = { readonly failure: string | null; readonly asked: number };

const { address, source } = JSON.parse(process.argv[2] ?? "") as IngestCopies;
const { asked, close, ingest } = await openIngesting(address);
process.on("message", (trial: number) => void answer(trial));
process.once("disconnect", () => void close());
process.send?.("ready");

async function answer(trial: number): Promise<void> {
  const failure = await ingest(source, [copyOf(source, trial)]).then(
    () => null,
    (cause: unknown) => String(cause),
  );
  process.send?.({ failure, asked: asked() } satisfies CopyIngested);
}
