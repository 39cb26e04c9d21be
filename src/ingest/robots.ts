import { LEAST_SPACING_MS } from "../core/pages/decide-page-job.ts";
import {
  isAllowedByRobots,
  NO_ROBOTS_RULES,
  ROBOTS_BYTES,
  type RobotsRules,
  readRobots,
} from "../core/pages/robots.ts";
import { readTdmFile, TDM_FILE_PATH, type TdmRule } from "../core/pages/tdm-file.ts";
import type { Result } from "../core/result.ts";
import { err, ok } from "../core/result.ts";
import type { FetchError } from "../core/sources/errors.ts";
import { NO_VALIDATORS } from "../core/sources/feed.ts";
import type { FetchDocument, Fetched } from "../core/sources/fetched.ts";

/** The rules of an address's host; an error when they cannot be had, which forbids everything. */
export type AskRobots = (url: string) => Promise<Result<RobotsFile, FetchError>>;

export type RobotsFile = {
  readonly rules: RobotsRules;
  /** Where the host reserves text and data mining. */
  readonly tdmRules: readonly TdmRule[];
  /** When the last request for it ended, by the clock of this process. */
  readonly readAt: number;
};

export type RobotsDeps = {
  readonly fetchDocument: FetchDocument;
  /** Our name in robots.txt: the first word of the User-Agent, without its version. */
  readonly token: string;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
};

const MINUTE_MS = 60_000;
/** Bounds for the time that publishers ask for; RFC 9309 §2.4 wants no more than a day. */
const KEEP_MS = { least: 10 * MINUTE_MS, most: 24 * 60 * MINUTE_MS };
/** Short, so that the next attempt at a page asks a host again that was down. */
const KEEP_FAILURE_MS = 5 * MINUTE_MS;
/** Origins that are remembered; the one that was read first is forgotten first. */
const MAX_ORIGINS = 200;

type RobotsAnswer = Result<RobotsFile, FetchError>;
type Rules = Result<RobotsRules, FetchError>;
/** `until` is without end while the answer is awaited. */
type KeptRobots = { answer: Promise<RobotsAnswer> | null; until: number };

/** Reads robots.txt and the TDM file of each origin once, and keeps them for a while; never rejects for the network. */
export function createRobots(deps: RobotsDeps): AskRobots {
  const { fetchDocument, token, now } = deps;
  const kept = new Map<string, KeptRobots>();

  const read = async (origin: string, entry: KeptRobots): Promise<RobotsAnswer> => {
    const accept = "text/plain, */*;q=0.5";
    const address = `${origin}/robots.txt`;
    const fetched = await fetchDocument({ url: address, validators: NO_VALIDATORS, accept });
    const rules = understand(fetched.ok ? fetched : err(fetched.error.error), token);
    const keptMs = keepMs(fetched.ok ? fetched.value : null, rules);
    const tdm = rules.ok ? await readTdm(origin, rules.value, deps) : NO_TDM_FILE;
    const readAt = now();
    entry.until = readAt + Math.min(keptMs, tdm.keepMs);
    return rules.ok ? ok({ rules: rules.value, tdmRules: tdm.rules, readAt }) : rules;
  };

  return (url) => {
    const origin = URL.parse(url)?.origin ?? "";
    const known = kept.get(origin);
    if (known?.answer && known.until > now()) return known.answer;
    const entry: KeptRobots = { answer: null, until: Number.MAX_SAFE_INTEGER };
    forgetOne(kept, origin);
    kept.set(origin, entry);
    entry.answer = read(origin, entry);
    // Rejects only for a bug of our own, which must not be remembered.
    entry.answer.catch(() => kept.delete(origin));
    return entry.answer;
  };
}

/** Makes room for an origin. */
function forgetOne(kept: Map<string, KeptRobots>, origin: string): void {
  kept.delete(origin);
  const [oldest] = kept.keys();
  if (kept.size >= MAX_ORIGINS && oldest !== undefined) kept.delete(oldest);
}

/** RFC 9309 §2.3.1: a missing file forbids nothing, an unreachable one everything. */
function understand(fetched: Result<Fetched, FetchError>, token: string): Rules {
  if (!fetched.ok) return isUnavailable(fetched.error) ? ok(NO_ROBOTS_RULES) : fetched;
  if (fetched.value.kind === "not-modified") return ok(NO_ROBOTS_RULES);
  return ok(readRobots(textOf(fetched.value.bytes), token));
}

type Tdm = { readonly rules: readonly TdmRule[]; readonly keepMs: number };

const NO_TDM_FILE: Tdm = { rules: [], keepMs: KEEP_MS.most };

/**
 * Reads the TDM file, which TDMRep §7.1 wants before any page. A server that gave its robots.txt but
 * cannot give this file reserves nothing by that, and is asked again soon.
 */
async function readTdm(origin: string, robots: RobotsRules, deps: RobotsDeps): Promise<Tdm> {
  const url = `${origin}${TDM_FILE_PATH}`;
  if (!isAllowedByRobots(robots, url)) return NO_TDM_FILE;
  // A pause after robots.txt, which was a request to the same host.
  await deps.pause(Math.max(LEAST_SPACING_MS, robots.crawlDelayMs));
  const accept = "application/json, */*;q=0.5";
  const fetched = await deps.fetchDocument({ url, validators: NO_VALIDATORS, accept });
  if (!fetched.ok) {
    return isUnavailable(fetched.error.error)
      ? NO_TDM_FILE
      : { rules: [], keepMs: KEEP_FAILURE_MS };
  }
  if (fetched.value.kind === "not-modified") return NO_TDM_FILE;
  return { rules: readTdmFile(textOf(fetched.value.bytes)), keepMs: KEEP_MS.most };
}

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, ROBOTS_BYTES));

/** Whether the file counts as missing: a 4xx but 429, which asks for patience, or too many redirects (§2.3.1.2). */
function isUnavailable(error: FetchError): boolean {
  if (error.kind === "too-many-redirects") return true;
  return (
    error.kind === "http-status" &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429
  );
}

function keepMs(fetched: Fetched | null, rules: Rules): number {
  if (!rules.ok) return KEEP_FAILURE_MS;
  const askedMs = fetched?.freshness.maxAgeMs ?? KEEP_MS.most;
  return Math.min(Math.max(askedMs, KEEP_MS.least), KEEP_MS.most);
}

/** "Offprint/1.0 (+https://…)" gives "Offprint" (RFC 9309 §2.2.1). */
export const robotsToken = (userAgent: string): string =>
  /^[A-Za-z_-]+/.exec(userAgent.trim())?.[0] ?? "Offprint";
