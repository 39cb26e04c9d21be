import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { err, ok, type Result } from "../core/result.ts";
import type { IngestError } from "../core/sources/errors.ts";
import { NO_VALIDATORS, type ReceivedDocument } from "../core/sources/feed.ts";
import type { FetchDocument } from "../core/sources/fetched.ts";
import type { InspectOptions } from "./inspect-answer.ts";
import type { InspectKind } from "./inspect-kinds.ts";

export type InspectInput = {
  /** Path or address, exactly as given. */
  readonly name: string;
  readonly baseUrl: string | null;
  readonly contentType: string | null;
};

type ListOptions = Pick<InspectOptions, "inputs" | "filesFrom" | "baseUrl" | "contentType">;

/** The list of inputs, `null` when there is none; the error is why it cannot be read. */
export async function openList(
  { filesFrom }: Pick<ListOptions, "filesFrom">,
  stdin: NodeJS.ReadableStream,
): Promise<Result<NodeJS.ReadableStream | null, IngestError>> {
  if (filesFrom === null) return ok(null);
  if (filesFrom === "-") return ok(stdin);
  try {
    return ok((await open(filesFrom, "r")).createReadStream());
  } catch (error) {
    return err(fileError(error, filesFrom));
  }
}

/** The inputs in order: those of the command line, then those of the list, read as they are needed. */
export async function* inspectInputs(
  options: ListOptions,
  list: NodeJS.ReadableStream | null,
): AsyncGenerator<InspectInput> {
  const { baseUrl, contentType } = options;
  for (const name of options.inputs) yield { name, baseUrl, contentType };
  if (!list) return;
  for await (const line of createInterface({ input: list, crlfDelay: Number.POSITIVE_INFINITY })) {
    const [name = "", base = "", type = ""] = line.split("\t");
    if (name === "") continue;
    yield { name, baseUrl: base || baseUrl, contentType: type || contentType };
  }
}

type InputOptions = Pick<InspectOptions, "bodyBytes" | "timeoutMs">;
type LoadedInput = Result<ReceivedDocument, IngestError>;

/** The bytes of an input: fetched when it is an address, else read from a file. */
export async function loadInput(
  input: InspectInput,
  options: InputOptions,
  fetchDocument: FetchDocument,
): Promise<LoadedInput> {
  return /^https?:\/\//i.test(input.name)
    ? withDeadline(fetchInput(input, fetchDocument), options.timeoutMs)
    : readInput(input, options);
}

async function fetchInput(input: InspectInput, fetchDocument: FetchDocument): Promise<LoadedInput> {
  const accept = "*/*";
  const fetched = await fetchDocument({ url: input.name, validators: NO_VALIDATORS, accept });
  if (!fetched.ok) return err(fetched.error.error);
  const { value } = fetched;
  if (value.kind === "not-modified") return err({ kind: "network", message: "304 without asking" });
  const contentType = input.contentType ?? value.contentType;
  return ok({ bytes: value.bytes, contentType, url: input.baseUrl ?? value.url });
}

async function withDeadline(work: Promise<LoadedInput>, timeoutMs: number): Promise<LoadedInput> {
  const deadline = Promise.withResolvers<LoadedInput>();
  const timer = setTimeout(
    () => deadline.resolve(err({ kind: "timeout", phase: "body", timeoutMs })),
    timeoutMs,
  );
  const loaded = await Promise.race([work, deadline.promise]);
  clearTimeout(timer);
  return loaded;
}

async function readInput(input: InspectInput, options: InputOptions): Promise<LoadedInput> {
  const bytes = await readBounded(input.name, options);
  if (!bytes.ok) return bytes;
  return ok({ bytes: bytes.value, contentType: input.contentType, url: input.baseUrl });
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads at most the limit, so that neither a huge file nor an endless one fills the memory. */
async function readBounded(
  path: string,
  { bodyBytes: limitBytes, timeoutMs }: InputOptions,
): Promise<Result<Bytes, IngestError>> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    // Without O_NONBLOCK, opening a pipe could wait for its writer for ever.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await file.stat();
    const { size } = stats;
    if (size > limitBytes) return err({ kind: "too-large", limitBytes });
    // What has no size, such as a pipe, is read up to the limit and one byte more, which tells that it is too large.
    const buffer = new Uint8Array(size > 0 ? size : limitBytes + 1);
    const length = await fill(buffer, file, { deadline, isPipe: stats.isFIFO() });
    if (length === null) return err({ kind: "timeout", phase: "body", timeoutMs });
    if (length > limitBytes) return err({ kind: "too-large", limitBytes });
    return ok(length === buffer.length ? buffer : buffer.slice(0, length));
  } catch (error) {
    return err(fileError(error, path));
  }
}

/** Reads until the file or the buffer ends, and waits for a pipe's writer. @returns how many bytes; `null` when that took too long. */
async function fill(
  buffer: Bytes,
  file: FileHandle,
  { deadline, isPipe }: { readonly deadline: AbortSignal; readonly isPipe: boolean },
): Promise<number | null> {
  let length = 0;
  while (length < buffer.length) {
    if (deadline.aborted) return null;
    const read = await readSome(file, buffer.subarray(length));
    const isAwaited = read === null || (isPipe && read + length === 0);
    if (isAwaited) await pause(PIPE_PAUSE_MS);
    else if (read === 0) break;
    length += read ?? 0;
  }
  return length;
}

/** Between two looks at a pipe. */
const PIPE_PAUSE_MS = 20;

/** How many bytes were read; `null` where a pipe has none yet. */
async function readSome(file: FileHandle, into: Bytes): Promise<number | null> {
  try {
    return (await file.read(into, 0, into.length, null)).bytesRead;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return null;
    throw error;
  }
}

/** What the file system says; anything else is a bug. */
function fileError(error: unknown, path: string): IngestError {
  if (!(error instanceof Error && "code" in error)) throw error;
  return { kind: "folder", path, code: String(error.code) };
}

/** How much of a document is looked at to tell a page from a feed. */
const SNIFFED_BYTES = 2_048;

/** What an input may be by its name and beginning, in the order to try: many serve feeds as HTML, so a page may be a feed. */
export function likelyKinds({
  name,
  bytes,
  contentType,
}: ReceivedDocument & { readonly name: string }): readonly InspectKind[] {
  if (/\.(?:txt|md|markdown)$/i.test(name)) return ["text"];
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES)).toString("latin1");
  const isHtml = /\.html?$/i.test(name) || /\bhtml\b/i.test(contentType ?? "");
  return isHtml || /<(?:!doctype html|html|head|body)\b/i.test(head) ? ["feed", "page"] : ["feed"];
}
