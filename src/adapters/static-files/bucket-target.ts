import {
  GONE,
  type JournalLine,
  LITERAL,
  NOT_FOUND_PLACE,
  type StaticFile,
  type StaticPlace,
  type StaticRecord,
  type StaticTarget,
  TargetFailure,
  TargetGone,
  type TargetProblem,
} from "../../core/entries/static-files.ts";
import { err, ok, type Result } from "../../core/result.ts";
import {
  type BucketAccess,
  type BucketClient,
  BucketRefusal,
  createBucketClient,
} from "./bucket-client.ts";
import { type BucketJournal, createBucketJournal } from "./bucket-journal.ts";
import { readHead, readLines } from "./journal-lines.ts";

export type BucketPlace = {
  readonly bucket: string;
  /** What keys begin with, a slash at its end; empty for none. */
  readonly keyPrefix: string;
};

/** Requests at a time: each waits mostly for the network. */
const CONCURRENCY = 16;
const JOURNAL_FOLDER = ".offprint/journal/";

/**
 * A bucket of an S3-compatible store. Keys are addresses: a CDN in front asks for them as they are. Beside each object that
 * gains from it lie its codings, as in a folder.
 *
 * @param prefix the path below which the site is served, without a slash at its end.
 */
export function createBucketTarget(
  { bucket, keyPrefix }: BucketPlace,
  prefix: string,
  access: BucketAccess,
): StaticTarget {
  const client = createBucketClient(bucket, access);
  const state: BucketState = {
    client,
    journal: createBucketJournal(client, keyPrefix + JOURNAL_FOLDER),
    keyOf: (place) => keyPrefix + keyAt(place, prefix),
    label: `s3://${bucket}/${keyPrefix}`,
    found: new Map(),
    known: new Set(),
  };
  const { journal, keyOf, label } = state;
  return {
    label,
    folder: null,
    concurrency: CONCURRENCY,
    // All processes name a store by one address.
    identify: async () => ok(`${access.endpoint}/${bucket}/${keyPrefix}`),
    open: (desk) => openBucket(state, { keyPrefix, prefix, desk }),
    // What it is called is what it is.
    check: async () => {},
    note: journal.note,
    compact: journal.compact,
    claim: async (places) => claim(state, bucket, places),
    put: (file) => putObjects(client, keyOf(file.place), file),
    remove: (place, record) => removeObjects(client, keyOf(place), record),
    async damaged(files) {
      for (const place of files.keys()) state.known.add(place);
      return [...files]
        .filter(([place, record]) => !isWhole(keyOf(place), record, state.found))
        .map(([place]) => place);
    },
  };
}

type BucketState = {
  readonly client: BucketClient;
  readonly journal: BucketJournal;
  readonly keyOf: (place: StaticPlace) => string;
  readonly label: string;
  /** Bytes of the objects that were there when it was opened, by key. */
  found: ReadonlyMap<string, number>;
  /** Places of files that its journal named then. */
  readonly known: Set<StaticPlace>;
};

function claim(
  { found, known, keyOf }: BucketState,
  bucket: string,
  places: readonly StaticPlace[],
): void {
  const foreign = places.find((place) => found.has(keyOf(place)) && !known.has(place));
  if (foreign === undefined) return;
  throw new TargetFailure(
    `s3://${bucket}/${keyOf(foreign)} is not a file of this desk: move it away`,
  );
}

type BucketOwner = { readonly keyPrefix: string; readonly prefix: string; readonly desk: string };

async function openBucket(
  state: BucketState,
  { keyPrefix, prefix, desk }: BucketOwner,
): Promise<Result<readonly JournalLine[], TargetProblem>> {
  const { client, journal, label } = state;
  try {
    const objects = await client.list(keyPrefix);
    const found = new Map(objects.map(({ key, bytes }) => [key, bytes]));
    state.found = found;
    const text = await journal.read([...found.keys()]);
    const refusal = refusalOf(text, { label, desk, prefix, found });
    if (refusal !== null) return err({ kind: "refused", message: refusal });
    if (text === null) await journal.begin(desk, prefix);
    return ok(text === null ? [] : readLines(text));
  } catch (cause) {
    const isFinal = cause instanceof BucketRefusal || cause instanceof TargetGone;
    const kind = isFinal ? "refused" : "away";
    return err({ kind, message: cause instanceof Error ? cause.message : String(cause) });
  }
}

type Finding = {
  readonly label: string;
  readonly desk: string;
  readonly prefix: string;
  readonly found: ReadonlyMap<string, number>;
};

function refusalOf(text: string | null, { label, desk, prefix, found }: Finding): string | null {
  if (text === null) {
    const [first] = found.keys();
    if (first === undefined) return null;
    return `${label} holds objects that Offprint did not put there, such as "${first}": publish below a prefix of its own`;
  }
  const head = readHead(text);
  if (head === null) return `the journal in ${label} is none of this version of Offprint`;
  if (head.desk !== desk) return `${label} holds the files of another desk: publish elsewhere`;
  if (head.prefix === prefix) return null;
  return `${label} holds the files of the site as it was below "${head.prefix}/": publish elsewhere`;
}

/** The key of a place, below that of the target. */
export function keyAt(place: StaticPlace, prefix: string): string {
  if (place.startsWith(LITERAL)) return place.slice(LITERAL.length);
  if (place.startsWith(GONE)) return `${prefix}/withdrawn${place.slice(GONE.length)}`.slice(1);
  const name = place === NOT_FOUND_PLACE ? "/404.html" : place === "/" ? "/index.html" : place;
  return `${prefix}${name}`.slice(1);
}

/** The plain object last: what follows a page is there when the page is. */
const CODED = [".br", ".gz", ""];

async function putObjects(client: BucketClient, key: string, file: StaticFile): Promise<void> {
  const { body, br, gzip, mediaType, cacheControl, isCoded } = file;
  const headers = { "Content-Type": mediaType, "Cache-Control": cacheControl };
  if (br) await client.put(`${key}.br`, br, { ...headers, "Content-Encoding": "br" });
  if (gzip) await client.put(`${key}.gz`, gzip, { ...headers, "Content-Encoding": "gzip" });
  if (!isCoded) await Promise.all([client.remove(`${key}.br`), client.remove(`${key}.gz`)]);
  await client.put(key, body, headers);
}

async function removeObjects(
  client: BucketClient,
  key: string,
  { isCoded }: StaticRecord,
): Promise<void> {
  for (const extension of isCoded ? CODED : [""]) await client.remove(key + extension);
}

const isWhole = (
  key: string,
  { bytes, isCoded }: StaticRecord,
  found: ReadonlyMap<string, number>,
): boolean =>
  found.get(key) === bytes && (!isCoded || (found.has(`${key}.br`) && found.has(`${key}.gz`)));
