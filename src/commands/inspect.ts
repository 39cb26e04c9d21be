import { err, ok, type Result } from "../core/result.ts";
import { describeError } from "../core/sources/describe-error.ts";
import type { IngestError } from "../core/sources/errors.ts";
import type { ReceivedDocument } from "../core/sources/feed.ts";
import type { FetchDocument } from "../core/sources/fetched.ts";
import type { InspectAnswer, InspectFailure, InspectOptions } from "./inspect-answer.ts";
import {
  type InspectInput,
  inspectInputs,
  likelyKinds,
  loadInput,
  openList,
} from "./inspect-input.ts";
import type { InspectKind } from "./inspect-kinds.ts";
import { formatAnswer } from "./inspect-text.ts";

export type ReaderLimits = {
  readonly timeoutMs: number;
  /** No other reader follows: the bytes may be handed over to a worker. */
  readonly isLast: boolean;
};

export type NamedDocument = ReceivedDocument & { readonly name: string };

/** Reads one document as one kind; never rejects. */
export type InspectReader = (
  document: NamedDocument,
  limits: ReaderLimits,
) => Promise<Result<InspectAnswer, InspectFailure>>;

export type InspectIo = {
  /** Writes to standard output; resolves when more can be written. */
  readonly write: (text: string) => Promise<void>;
  readonly stdin: NodeJS.ReadableStream;
  /** Says on standard error why nothing can be inspected. */
  readonly complain: (message: string) => void;
  readonly fetchDocument: FetchDocument;
  readonly readers: Readonly<Partial<Record<InspectKind, InspectReader>>>;
};

/**
 * Shows what we read from files and addresses; nothing is stored. One answer an input, in the
 * order of the inputs, several under way at a time. Gives the exit code: 0 when every input got
 * its answer, 1 when the list of inputs cannot be read, or the one input that was named.
 */
export async function inspect(options: InspectOptions, io: InspectIo): Promise<number> {
  const list = await openList(options, io.stdin);
  if (!list.ok) {
    io.complain(describeError(list.error));
    return 1;
  }
  const underWay: Promise<Inspected>[] = [];
  let failed = 0;
  const printFirst = async (): Promise<void> => {
    const inspected = await underWay.shift();
    if (inspected?.isOk === false) failed += 1;
    await io.write(inspected?.text ?? "");
  };
  for await (const input of inspectInputs(options, list.value)) {
    underWay.push(inspectOne(input, options, io));
    if (underWay.length >= options.lookAhead) await printFirst();
  }
  while (underWay.length > 0) await printFirst();
  const isSingle = options.filesFrom === null && options.inputs.length === 1;
  return isSingle ? failed : 0;
}

type Inspected = { readonly isOk: boolean; readonly text: string };

async function inspectOne(
  input: InspectInput,
  options: InspectOptions,
  io: InspectIo,
): Promise<Inspected> {
  const result = await answer(input, options, io);
  const line = result.ok
    ? { input: input.name, ok: true, ...result.value }
    : { input: input.name, ok: false, error: result.error };
  const text = options.json ? `${JSON.stringify(line)}\n` : formatAnswer(input.name, result);
  return { isOk: result.ok, text };
}

async function answer(
  input: InspectInput,
  options: InspectOptions,
  io: InspectIo,
): Promise<Result<InspectAnswer, InspectFailure>> {
  const startedAt = performance.now();
  const loaded = await loadInput(input, options, io.fetchDocument);
  if (!loaded.ok) return err(failure(loaded.error));
  const document = { ...loaded.value, name: input.name };
  const timeoutMs = Math.max(1, options.timeoutMs - (performance.now() - startedAt));
  return readAs(options.as ? [options.as] : likelyKinds(document), document, { timeoutMs, io });
}

export const failure = (error: IngestError): InspectFailure => ({
  ...error,
  message: describeError(error),
});

/** Reads as the first kind that the document turns out to be. */
async function readAs(
  kinds: readonly InspectKind[],
  document: NamedDocument,
  { timeoutMs, io }: { readonly timeoutMs: number; readonly io: InspectIo },
): ReturnType<InspectReader> {
  let refusal: Result<never, InspectFailure> | null = null;
  for (const [index, kind] of kinds.entries()) {
    const reader = io.readers[kind];
    if (!reader) break;
    const read = await reader(document, { timeoutMs, isLast: index === kinds.length - 1 });
    if (read.ok) return ok({ ...read.value, ...announcedFeeds(refusal) });
    if (read.error.kind !== "not-a-feed") return read;
    refusal = read;
  }
  return (
    refusal ??
    err({ kind: "unsupported", message: `cannot read this as a ${kinds.join(" or a ")}` })
  );
}

/** What a page that is no feed announces, in the order in which a poll of it as a source tries them. */
function announcedFeeds(refusal: Result<never, InspectFailure> | null): {
  readonly feeds?: readonly unknown[];
} {
  const links = refusal?.ok === false ? refusal.error["feedLinks"] : null;
  return Array.isArray(links) && links.length > 0 ? { feeds: links } : {};
}
