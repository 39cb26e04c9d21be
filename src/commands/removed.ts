import { createEditorStore } from "../adapters/store/editor-store.ts";
import type { OpenDatabase } from "../adapters/store/open-database.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import type { ArticleHandling, PageState } from "../core/editor-port.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { StoredArticle } from "../core/stored-article.ts";
import { plain } from "./evidence-text.ts";
import { type CommonOptions, type Io, load, refuse, refuseConfig } from "./load.ts";
import { order } from "./order.ts";
import { openForReading } from "./with-store.ts";
import { write } from "./write.ts";

export type RemovedOptions = CommonOptions & {
  /** Article id. */
  readonly article: string;
  /** Numbers of lines to be kept from now on, from 1; `"all"` for all of them. */
  readonly keep: readonly number[] | "all";
  /** Take all that was kept back. */
  readonly undo: boolean;
  readonly json: boolean;
};

/** Shows what was removed from an article and why, keeps lines in it, or takes that back. Gives the exit code. */
export async function removed(options: RemovedOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const config = loaded.value;
  const isEdit = options.undo || options.keep === "all" || options.keep.length > 0;
  const done = isEdit ? await edit(config, options) : ok(null);
  if (!done.ok) return refuse(done.error, io);
  const handled = await withReader(config, (db) => look(db, options.article));
  if (!handled.ok) return refuse(handled.error, io);
  const { value } = handled;
  await write(io.stdout, `${options.json ? JSON.stringify(asJson(value)) : asText(value)}\n`);
  return 0;
}

type Handled = { readonly article: StoredArticle; readonly handling: ArticleHandling };

/** The error is a sentence. */
async function look(db: OpenDatabase["db"], id: string): Promise<Result<Handled, string>> {
  const entry = await createPublishStore(db).article(id, { withHeld: true });
  const handling = await createEditorStore(db).handling(id);
  if (entry === null || handling === null) return err(`there is no article "${id}"`);
  return ok({ article: entry.article, handling });
}

/** The error is a sentence. */
async function edit(config: Config, options: RemovedOptions): Promise<Result<null, string>> {
  const { article: articleId, keep, undo } = options;
  if (undo) return order(config, { kind: "forget-kept-lines", articleId });
  const handled = await withReader(config, (db) => look(db, articleId));
  if (!handled.ok) return handled;
  const lines = linesOf(handled.value.article, keep);
  return lines.ok ? order(config, { kind: "keep-lines", articleId, lines: lines.value }) : lines;
}

/** The error is a sentence. */
async function withReader<T>(
  { database }: Config,
  read: (db: OpenDatabase["db"]) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const opened = openForReading(database);
  if (!opened.ok) return opened;
  try {
    return await read(opened.value.db);
  } finally {
    await opened.value.close();
  }
}

function linesOf(
  { removed: blocks }: StoredArticle,
  keep: RemovedOptions["keep"],
): Result<readonly string[], string> {
  const lines = blocks.map(({ text }) => text);
  if (keep === "all") {
    return lines.length > 0 ? ok(lines) : err("nothing was removed from this article");
  }
  const missing = keep.find((number) => lines[number - 1] === undefined);
  if (missing === undefined) return ok(keep.flatMap((number) => lines[number - 1] ?? []));
  return err(`there is no line ${missing}: ${lines.length} were removed from this article`);
}

const asJson = ({ article, handling }: Handled) => ({
  article: article.id,
  source: article.source.id,
  title: article.title,
  removed: article.removed.map(({ text, rule }, index) => ({ line: index + 1, rule, text })),
  kept: handling.keptLines,
  republish: article.republish,
  lowered: article.lowered,
  page: handling.page,
  isFromPage: handling.isFromPage,
  heldUntil: handling.heldUntil,
  provenance: article.provenance,
  derived: article.derived,
});

function asText({ article, handling }: Handled): string {
  const { removed: blocks, lowered, provenance, derived } = article;
  const list = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
  const values = [
    ...Object.entries(provenance).map(([field, from]) => `${field}: ${from}`),
    ...derived.map((field) => `${field}: worked out by us`),
  ];
  return plain(
    [
      `${article.id}  ${article.source.id}: ${article.title}`,
      ...(blocks.length === 0 ? ["nothing was removed"] : ["removed:"]),
      ...blocks.map(({ text, rule }, index) => `  ${index + 1}  ${rule}: ${oneLine(text)}`),
      ...list("kept by an editor:", handling.keptLines.map(oneLine)),
      `may be republished: ${article.republish}`,
      ...lowered.map(({ to, by }) => `  lowered to ${to} by ${by}`),
      `page: ${pageText(handling)}`,
      ...list("values that the item did not give:", values),
    ].join("\n"),
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

function pageText({ page, heldUntil, isFromPage }: ArticleHandling): string {
  if (page === null) return "not needed";
  const held = heldUntil === null ? "" : `; held back until ${iso(heldUntil)}`;
  return `${stateText(page, isFromPage)}${held} (${page.url})`;
}

function stateText({ state, attempts, nextAt, reason }: PageState, isFromPage: boolean): string {
  const why = reason === null ? "" : `: ${reason}`;
  if (state === "done") return isFromPage ? "fetched, the text is from it" : `not used${why}`;
  if (state === "failed") return `given up until the item changes${why}`;
  const tries = attempts === 0 ? "" : ` after ${attempts} attempts`;
  return `waits until ${iso(nextAt ?? 0)}${tries}${why}`;
}

const iso = (at: number): string => new Date(at).toISOString();
