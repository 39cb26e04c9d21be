import type { StoredArticle } from "../core/entries/stored-article.ts";
import type { ArticleHandling, PageState } from "../core/orders/editor-port.ts";
import { err, ok, type Result } from "../core/result.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import type { OpenDesk } from "../service/open-desk.ts";
import { plain } from "./evidence-text.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type RemovedOptions = CommonOptions & {
  /** Article id. */
  readonly article: string;
  /** Numbers of lines to be kept from now on, from 1; `"all"` for all of them. */
  readonly keep: readonly number[] | "all";
  /** Take back all kept lines. */
  readonly undo: boolean;
  readonly json: boolean;
};

/** Shows what was removed from an article and why, keeps lines in it, or takes that back. Gives the exit code. */
export function removed(options: RemovedOptions, io: Io): Promise<number> {
  return withDesk(options, io, async (desk) => {
    const isEdit = options.undo || options.keep === "all" || options.keep.length > 0;
    const done = isEdit ? await edit(desk, options) : ok(null);
    if (!done.ok) return refuse(done.error, io);
    const handled = await look(desk, options.article);
    if (!handled.ok) return refuse(handled.error, io);
    const { value } = handled;
    await write(io.stdout, `${options.json ? JSON.stringify(asJson(value)) : asText(value)}\n`);
    return 0;
  });
}

type Handled = { readonly article: StoredArticle; readonly handling: ArticleHandling };

/** The error is a sentence. */
async function look({ published, editor }: OpenDesk, id: string): Promise<Result<Handled, string>> {
  const entry = await published.article(id, { withHeld: true });
  const handling = await editor.handling(id);
  if (entry === null || handling === null) return err(`there is no article "${id}"`);
  return ok({ article: entry.article, handling });
}

/** The error is a sentence. */
async function edit(desk: OpenDesk, options: RemovedOptions): Promise<Result<null, string>> {
  const { article: articleId, keep, undo } = options;
  if (undo) return desk.order({ kind: "forget-kept-lines", articleId });
  const handled = await look(desk, articleId);
  if (!handled.ok) return handled;
  const lines = linesOf(handled.value.article, keep);
  return lines.ok ? desk.order({ kind: "keep-lines", articleId, lines: lines.value }) : lines;
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
