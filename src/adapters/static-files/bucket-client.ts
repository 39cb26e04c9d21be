import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { TargetFailure, TargetGone } from "../../core/entries/static-files.ts";
import { err, ok, type Result } from "../../core/result.ts";

/** How a bucket of an S3-compatible store is reached. */
export type BucketAccess = {
  /** The address of the store, without a slash at its end; the bucket is the first part of its paths. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

export type StoredObject = { readonly key: string; readonly bytes: number };

/** The store answers, and does not do what it was asked to: it will not do so later either, until somebody changes something. */
export class BucketRefusal extends TargetFailure {}

/**
 * Requests to one bucket. Each rejects when the store does not do what it was asked to: with a `BucketRefusal`, with `TargetGone`
 * where there is no bucket, or with an error that may pass. The message of both is a sentence without its stop.
 */
export type BucketClient = {
  readonly put: (
    key: string,
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
  ) => Promise<void>;
  readonly text: (key: string) => Promise<string>;
  /** Nothing happens when there is no such object. */
  readonly remove: (key: string) => Promise<void>;
  /** All objects whose keys begin so. */
  readonly list: (prefix: string) => Promise<readonly StoredObject[]>;
};

/** Of one request; a document has some megabytes at most. */
const TIMEOUT_MS = 60_000;
/** With pauses of 0 to 0.1, 0.2, 0.4, 0.8 and 1.6 s between them. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 100;

export function createBucketClient(bucket: string, access: BucketAccess): BucketClient {
  const { endpoint, ...keys } = access;
  const name = `s3://${bucket}`;
  // Retries are ours: the client's own are for answers, not for connections that break.
  const aws = new AwsClient({ ...keys, service: "s3", retries: 0 });
  const root = `${endpoint}/${bucket}`;
  const ask = (what: string, url: string, init: AskInit): Promise<Response> =>
    withRetries(
      async () => {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        return aws.fetch(url, { ...init, signal, headers: signedHeaders(init) });
      },
      { name, what },
    );
  return {
    async put(key, body, headers) {
      const init = { method: "PUT", body, headers };
      await ask(`${key} cannot be written`, `${root}/${key}`, init);
    },
    async text(key) {
      const answer = await ask(`${key} cannot be read`, `${root}/${key}`, { method: "GET" });
      return answer.text();
    },
    async remove(key) {
      await ask(`${key} cannot be removed`, `${root}/${key}`, { method: "DELETE" });
    },
    list: (prefix) =>
      listAll(async (query) => {
        const search = new URLSearchParams({ "list-type": "2", prefix, ...query });
        const answer = await ask("cannot be listed", `${root}?${search}`, { method: "GET" });
        return answer.text();
      }),
  };
}

type AskInit = {
  readonly method: string;
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
};

/** With a hash of the body, which the store compares with what came. */
const signedHeaders = ({ body, headers }: AskInit): Record<string, string> => ({
  ...headers,
  "X-Amz-Content-Sha256": createHash("sha256")
    .update(body ?? "")
    .digest("hex"),
});

/** Asks again when the connection broke, or the store had too much to do. */
async function withRetries(
  ask: () => Promise<Response>,
  { name, what }: { readonly name: string; readonly what: string },
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(ask);
    if (tried.ok) return tried.value;
    const { reason, mayPass } = tried.error;
    if (!mayPass) throw refusalFor(`${name}: ${what} (${reason})`);
    // Whatever was asked for: it is one problem, which is told once.
    if (attempt === ATTEMPTS) throw new TargetFailure(`${name} cannot be reached (${reason})`);
    await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

const refusalFor = (message: string): Error =>
  message.includes(" NoSuchBucket ") ? new TargetGone(message) : new BucketRefusal(message);

type RequestFailure = { readonly reason: string; readonly mayPass: boolean };

async function tryOnce(ask: () => Promise<Response>): Promise<Result<Response, RequestFailure>> {
  try {
    const answer = await ask();
    if (answer.ok) return ok(answer);
    const mayPass = answer.status >= 500 || PASSING.has(answer.status);
    return err({ reason: await refusalOf(answer), mayPass });
  } catch (cause) {
    return err({ reason: reasonOf(cause), mayPass: true });
  }
}

/** Too slow, too early, too many. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** `fetch` says why in the cause of its error. */
function reasonOf(cause: unknown): string {
  const { message, cause: inner } = cause as Error;
  return inner instanceof Error ? inner.message : message;
}

async function refusalOf(answer: Response): Promise<string> {
  const text = await answer.text();
  const [code, message] = [valueIn(text, "Code"), valueIn(text, "Message")];
  return [String(answer.status), code, message].filter((part) => part !== null).join(" ");
}

async function listAll(
  ask: (query: Readonly<Record<string, string>>) => Promise<string>,
): Promise<readonly StoredObject[]> {
  const objects: StoredObject[] = [];
  let token: string | null = null;
  do {
    const text: string = await ask(token === null ? {} : { "continuation-token": token });
    for (const [, entry = ""] of text.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
      const key = valueIn(entry, "Key");
      if (key !== null) objects.push({ key, bytes: Number(valueIn(entry, "Size")) });
    }
    token = valueIn(text, "NextContinuationToken");
  } while (token !== null);
  return objects;
}

/** The text of the first such element in an answer of the store, which is XML without nested ones of that name. */
function valueIn(xml: string, name: string): string | null {
  const value = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  if (value === undefined) return null;
  return value.replaceAll(
    /&(lt|gt|quot|apos|amp|#39|#34);/g,
    (_, entity: string) => ENTITIES[entity] ?? "",
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  "#39": "'",
  "#34": '"',
};
