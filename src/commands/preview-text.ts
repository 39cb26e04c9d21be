import type { PreviewedArticle, SourcePreview } from "../core/sources/source-preview.ts";
import { describeMinute } from "./feeds.ts";

/** A preview on a terminal. */
export function previewText({
  address,
  title,
  items,
  failed,
  problem,
  warnings,
  articles,
}: SourcePreview): string {
  const counts = `${items} items${failed === 0 ? "" : `, ${failed} cannot be read`}`;
  const head = address === null ? [] : [`${title ?? "(no title)"}  ${address}  ${counts}`];
  const notes = [...(problem === null ? [] : [problem]), ...warnings].map((note) => `  ${note}`);
  return [...head, ...notes, ...articles.map(articleText)].join("\n");
}

/** Characters of a text. */
const SHOWN = 400;

function articleText(article: PreviewedArticle): string {
  const { title, url, publishedAt, authors, text, characters, isFromPage, pageProblem, removed } =
    article;
  const facts = [
    publishedAt === null ? "no date" : describeMinute(publishedAt),
    ...(authors.length === 0 ? [] : [authors.join(", ")]),
    `${characters} characters${isFromPage ? " from its page" : ""}`,
    ...(url === null ? [] : [url]),
  ];
  const beginning = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return [
    `\n${title}`,
    `  ${facts.join(" · ")}`,
    ...(pageProblem === null ? [] : [`  its page was not used: ${pageProblem}`]),
    ...beginning.split(/\n+/).map((line) => `  | ${line}`),
    ...removed.map(({ text: line, rule }) => `  - removed (${rule}): ${line.slice(0, 100)}`),
  ].join("\n");
}
