import { describe, expect, it } from "vitest";
import { told } from "../../../src/adapters/static-files/whole-file.ts";
import { editText } from "../../../src/config/yaml/edit-text.ts";
import type { FilesProblem } from "../../../src/core/entries/files-problem.ts";
import { SOURCE_FORGOTTEN } from "../../../src/core/entries/withdrawal.ts";
import { decidePageFailure, type PageProblem } from "../../../src/core/pages/decide-page-job.ts";
import type { ConfigurationEdit } from "../../../src/core/settings/configuration-edit.ts";
import { typedAddress } from "../../../src/core/sources/bare-source.ts";
import { describeError } from "../../../src/core/sources/describe-error.ts";
import type { IngestError } from "../../../src/core/sources/errors.ts";
import { NO_HINTS } from "../../../src/core/sources/feed.ts";
import { decideNextPoll, type NextPollInput } from "../../../src/core/sources/polling/next-poll.ts";
import { reasonView } from "../../../src/http/words/reasons.ts";
import { germanReason } from "../../../src/http/words/reasons-german.ts";
import { composeStatus, type StatusInput } from "../../../src/publish/pages/status.ts";
import { aSource, NOW } from "../../support/builders.ts";

const ERRORS: readonly IngestError[] = [
  { kind: "bad-url", url: "ftp://a.example" },
  { kind: "bad-url", url: "https://a.example/feed", hasCredentials: true },
  { kind: "forbidden-address", host: "a.example", address: "10.0.0.1" },
  { kind: "forbidden-address", host: "a.example", address: null },
  { kind: "dns", host: "a.example", code: "ENOTFOUND" },
  { kind: "timeout", phase: "headers", timeoutMs: 30_000 },
  { kind: "too-large", limitBytes: 10_485_760 },
  { kind: "too-many-redirects", limit: 5 },
  { kind: "http-status", status: 503, retryAfterMs: 60_000 },
  { kind: "folder", path: "/in/box", code: "EACCES" },
  { kind: "own-feed", url: "https://desk.example/feeds/all.rss" },
  { kind: "not-a-feed", message: "neither RSS, RDF, Atom nor JSON Feed", feedLinks: [] },
  {
    kind: "not-a-feed",
    message:
      "JSON, but no JSON Feed; nor is there a feed at https://a.example/feed: x holds no text",
    feedLinks: [{ url: "https://a.example/rss", title: null }],
  },
  { kind: "empty", message: "the page holds no text" },
];

/** What Node, OpenSSL and undici say (adapters/fetcher/fetch-error.ts). */
const CONNECTIONS: readonly [IngestError, string, string][] = (
  [
    ["tls", "certificate has expired (CERT_HAS_EXPIRED)", "has expired", "ist abgelaufen"],
    ["tls", "x (CERT_NOT_YET_VALID)", "is not valid yet", "gilt noch nicht"],
    ["tls", "x (CERT_REVOKED)", "was revoked", "widerrufen"],
    ["tls", "x (ERR_TLS_CERT_ALTNAME_INVALID)", "for another host name", "anderen Rechnernamen"],
    ["tls", "x (DEPTH_ZERO_SELF_SIGNED_CERT)", "signed by itself", "von ihm selbst unterschrieben"],
    ["tls", "x (UNABLE_TO_VERIFY_LEAF_SIGNATURE)", "cannot be verified", "nicht prüfen"],
    ["tls", "wrong version number (ERR_SSL_WRONG_VERSION_NUMBER)", "(TLS)", "(TLS)"],
    ["network", "connect ECONNREFUSED ::1:1 (ECONNREFUSED)", "refuses", "keine Verbindungen"],
    ["network", "connect EHOSTUNREACH (EHOSTUNREACH)", "no way", "kein Weg"],
    ["network", "connect ETIMEDOUT (ETIMEDOUT)", "does not answer", "antwortet nicht"],
    ["network", "read ECONNRESET (ECONNRESET)", "closed", "geschlossen"],
    ["network", "Response does not match (HPE_INVALID_CONSTANT)", "no HTTP", "kein HTTP"],
    ["network", "what is this (EWEIRD)", "failed", "nicht zustande"],
    ["truncated", "other side closed (UND_ERR_SOCKET)", "too early", "brach ab"],
    ["bad-encoding", "incorrect header check (Z_DATA_ERROR)", "cannot be read", "nicht lesbar"],
    ["bad-encoding", "Z_BUF_ERROR (Z_BUF_ERROR)", "cannot be read", "nicht lesbar"],
    ["crashed", "Worker terminated", "failed", "nicht lesen"],
  ] as const
).map(([kind, message, english, german]) => [{ kind, message }, english, german]);

const FAILED: IngestError = { kind: "http-status", status: 429, retryAfterMs: null };

const next = (input: Partial<NextPollInput>): string =>
  decideNextPoll({
    ...{ startedAt: NOW, now: NOW, everyMs: 900_000, result: { kind: "ok" }, freshness: null },
    ...{ hints: NO_HINTS, failureCount: 0, random: 0, ...input },
  }).reason;

const POLLS: readonly string[] = [
  next({}),
  next({ hints: { ...NO_HINTS, intervalMs: 3 * 86_400_000 } }),
  next({ freshness: { maxAgeMs: 5_400_000 } }),
  next({ hints: { ...NO_HINTS, skipDays: [0, 1, 2, 3, 4] } }),
  next({ result: { kind: "failed", error: FAILED }, failureCount: 3 }),
  next({ result: { kind: "failed", error: { kind: "network", message: "" } }, failureCount: 3 }),
  next({
    result: { kind: "failed", error: { ...FAILED, retryAfterMs: 86_400_000 } },
    failureCount: 1,
  }),
  "not polled yet",
  "paused in the configuration",
  "the source's own interval",
];

const PROBLEMS: readonly PageProblem[] = [
  { kind: "fetch", error: FAILED },
  { kind: "disallowed", host: "a.example" },
  { kind: "robots-unknown", host: "a.example", error: FAILED },
  { kind: "wrong-type", contentType: "image/png" },
  { kind: "wrong-type", contentType: "" },
  { kind: "own-page", url: "https://desk.example/articles/1" },
  { kind: "elsewhere", url: "https://b.example/" },
  { kind: "unread", url: "https://a.example/1/2" },
  { kind: "crashed", message: "no draft" },
];

const pages = PROBLEMS.map(
  (problem) => decidePageFailure({ problem, attempts: 9, now: NOW, random: 0 }).reason,
).flatMap((reason) => [reason, `the rest of the article is missing: ${reason}`]);

const unreadFor = (reason: string, failures: number) => ({
  ...{ reason, limitBytes: null, failures, at: NOW },
});

/** Why files of the site are not written. */
const FILES: readonly string[] = [
  ...["ENOSPC", "EDQUOT", "EACCES", "EROFS"].map(
    (code) => (told(Object.assign(new Error(), { code }), "feeds/all.rss") as Error).message,
  ),
  "feeds/all.rss is not a file of this desk: move it away, or publish elsewhere",
  "www is not there, and its files were there before: mount the disk, or make the folder",
  "www is not as it was: it is opened again",
  "s3://desk/ cannot be reached (connect ECONNREFUSED 127.0.0.1:9000)",
  "the process that writes them ended: SIGKILL",
];

const BROKEN: StatusInput = {
  sources: [],
  passes: [{ node: "a", at: NOW - 86_400_000, deadline: NOW - 80_000_000 }],
  configProblems: ["offprint.yaml:2: site.url: expected an address"],
  configuration: { revision: 7, owner: "north", ignoredFile: "offprint.yaml" },
  database: "removed",
  clockJump: { at: NOW, byMs: -7_200_000 },
  ingestProblem: "Articles cannot be stored (SQLITE_FULL). Check free space and permissions.",
  filesProblem: null,
  filesNotes: [],
  backup: {
    made: null,
    problem: { why: "no backup was made in backups (SQLITE_FULL)", since: NOW, at: NOW },
    schedule: { expression: "0 3 * * *", everyMs: 1, dueAt: NOW, since: 0, orderedAt: null },
  },
  isReady: false,
  publisherIdleMs: 7_200_000,
  publishingProblem: "database or disk is full",
  startedAt: NOW - 86_400_000,
  now: NOW,
};

const filesReasons = (...problems: readonly FilesProblem[]): readonly string[] =>
  [null, "north"].flatMap((node) =>
    problems.flatMap((problem) =>
      composeStatus({
        ...BROKEN,
        filesProblem: node === null ? { problem, since: NOW, node } : null,
        filesNotes:
          node === null
            ? []
            : [{ node, target: "/srv/desk", at: NOW, problem: { problem, since: NOW } }],
      }).reasons.flatMap(({ kind, message }) => (kind === "files-not-written" ? [message] : [])),
    ),
  );

const toldFiles = filesReasons(
  ...FILES.map((why) => ({ kind: "place", why }) as const),
  { kind: "pages", count: 1, examples: ["/articles/a"] },
  { kind: "pages", count: 7, examples: ["/articles/a", "/articles/b", "/articles/c"] },
);

const UNREAD = aSource({
  files: new Map([
    [
      "a b.xml",
      { ...{ bytes: 1, changedAt: NOW }, retry: unreadFor("cannot be read (EACCES)", 3) },
    ],
    [
      "c.xml",
      { ...{ bytes: 1, changedAt: NOW }, retry: unreadFor("no answer within 20 s (read)", 1) },
    ],
  ]),
});

const status = [
  BROKEN,
  { ...BROKEN, sources: [UNREAD] },
  {
    ...BROKEN,
    database: "replaced" as const,
    passes: [{ node: "a", at: NOW + 86_400_000, deadline: null }],
  },
  { ...BROKEN, passes: [] },
  {
    ...{ ...BROKEN, database: "in-place" as const },
    ingestProblem: "The ingest process ended (SIGKILL); it is started again.",
  },
  { ...BROKEN, database: "in-place" as const, publishingProblem: null },
].flatMap((input) => composeStatus(input).reasons.map(({ message }) => message));

const HILL = { id: "hill", url: "https://hill.example/" };
const EDITS: readonly (readonly [string, ConfigurationEdit])[] = [
  [JSON.stringify({ sources: [HILL] }), { kind: "add", list: "sources", entries: [HILL] }],
  ["{}", { kind: "remove", list: "sources", id: "hill" }],
  ["sources: [", { kind: "remove", list: "sources", id: "hill" }],
  ["[]", { kind: "remove", list: "sources", id: "hill" }],
];

const DESK: readonly string[] = [
  ...[SOURCE_FORGOTTEN, 'there is no article "x"', "no line of this article is kept"],
  'the settings of the source "x" are not known any more',
  "noted, but the article could not be drafted again (the server answered 503)",
  "the ingest side does not answer",
  "it is ordered, and not done yet: look again in a moment",
  "it was begun 3 times, and ended with the process each time",
  "it cannot be stored: see the log, then try again",
  ...[typedAddress(""), typedAddress("https://a:b@c.example")].map((typed) =>
    typed.ok ? "" : typed.error,
  ),
  ...EDITS.map(([text, edit]) => {
    const edited = editText(text, edit);
    return edited.ok ? "" : edited.error;
  }),
  "paused by an order",
  "the source is paused: resume it first",
  'there is no source "hill"',
  "none of its items can be read",
  "there is nothing in it yet",
  "the feed is empty",
  "/data/offprint.yaml cannot be written (EROFS): edit it where it comes from",
  "/data/offprint.yaml was edited at this moment: try again",
  'the desk keeps articles of a former source "hill": choose another id, or take them out first (offprint sources forget)',
  "its page shows no more without a subscription",
  "its page has no more text than the item",
  "its page shows only the beginning of what it had",
  "https://a.example/2 is not read (of an article 10 pages at most, and 10 MB, are)",
  "the robots.txt of a.example could not be read (DNS): until then no page there is asked for",
];

describe("reasons", () => {
  it("tell in both languages that nobody publishes", () => {
    const said = status.find((message) => message.startsWith("Nobody has published")) ?? "";
    expect(said).toContain("for 2 h: readers are served what was published last");
    expect(germanReason(said)).toMatch(/^Seit 2 Std\. veröffentlicht niemand: .+ --role publish/);
  });

  it.each(CONNECTIONS)("of connections are in plain words: %o", (error, english, german) => {
    const said = describeError(error);
    expect(said).toContain(english);
    expect(germanReason(said)).toContain(german);
    const technical = said.slice(said.lastIndexOf(" ("));
    expect(germanReason(said)?.endsWith(technical)).toBe(true);
    expect((error as { message: string }).message).toContain(technical.slice(2, -1).split(",")[0]);
  });

  it("leave out what Node advises those who start it", () => {
    const advice =
      "; if the root CA is installed locally, try running Node.js with --use-system-ca";
    const message = `self-signed certificate${advice} (DEPTH_ZERO_SELF_SIGNED_CERT)`;
    expect(describeError({ kind: "tls", message })).toMatch(
      /\(self-signed certificate, DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
    );
  });

  it.each([...ERRORS.map(describeError), ...POLLS, ...pages, ...status, ...toldFiles, ...DESK])(
    "have German words: %s",
    (message) => {
      const german = germanReason(message);
      expect(german).not.toBeNull();
      expect(german).not.toMatch(
        /\b(?:the|and|asked|cannot|could|every|days?|failure|than|within)\b/,
      );
    },
  );

  it("are told one within another", () => {
    expect(germanReason("2 failures in a row: the server answered 503.")).toBe(
      "2 Fehlschläge in Folge: der Server antwortete mit 503.",
    );
    expect(germanReason("every 2 days, the source's own interval")).toBe(
      "alle 2 Tage, eigener Abstand der Quelle",
    );
  });

  it("that only the system knows stay in its words, and say so", () => {
    const message = "SQLITE_WEIRD: 127.0.0.1:1";
    expect(reasonView(message, "de")).toEqual({ text: message, lang: "en" });
    expect(reasonView(message, "en")).toEqual({ text: message, lang: null });
  });
});
