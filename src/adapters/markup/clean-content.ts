import { classifyLine } from "../../core/cleanup/classify-line.ts";
import { findDebris, type TextBlock } from "../../core/cleanup/find-debris.ts";
import { isRepeatedTitle } from "../../core/cleanup/repeated-title.ts";
import type { RemovedBlock } from "../../core/model.ts";
import type { CleanContent } from "../../core/ports.ts";
import {
  type Branch,
  type Flow,
  type Leaf,
  type Line,
  leavesOf,
  lineText,
  linkOf,
  type Run,
} from "./flow.ts";
import { arrange } from "./flow-shape.ts";
import { trimEnd } from "./lines.ts";
import { readFlow } from "./read-flow.ts";
import { sanitizeMarkup } from "./sanitize.ts";
import { writeHtml, writeText } from "./write-flow.ts";

/** Sanitises, takes out what is not the article by its words, and writes tidy HTML and plain text. */
export const cleanContent: CleanContent = (html, context) => {
  const read = readFlow(sanitizeMarkup(html, context.baseUrl));
  const removed = [...dropReadMore(read), ...dropDebris(read)];
  const flows = arrange(withoutEmpty(read), "root");
  removed.push(...dropTitle(flows, context.title));
  const rest = arrange(withoutEmpty(flows), "root");
  return { contentHtml: writeHtml(rest), text: writeText(rest), removed };
};

/** Links at the end of a line that lead to the rest of the article. */
function dropReadMore(flows: readonly Flow[]): RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  for (const { leaf } of leavesOf(flows)) {
    if (leaf.tag === "pre") continue;
    leaf.lines = leaf.lines.map((line) => {
      const [kept, gone] = splitReadMore(line);
      removed.push(...gone.map((text) => ({ text, rule: READ_MORE })));
      return kept;
    });
  }
  return removed;
}

function splitReadMore(line: Line): [Line, string[]] {
  const kept = [...line];
  const gone: string[] = [];
  for (let last = kept.at(-1); kept.length > 1 && last && isReadMore(last); last = kept.at(-1)) {
    kept.pop();
    if (last.text.trim() !== "") gone.unshift(last.text.trim());
  }
  return [gone.length > 0 ? trimEnd(kept) : line, gone];
}

const READ_MORE = "read-more";

/** A link that says so, or the space that stood before one. */
function isReadMore(run: Run): boolean {
  const text = run.text.trim();
  if (run.image) return false;
  if (!linkOf(run)) return text === "";
  return classifyLine({ text, linkedShare: 1, urls: [] })?.rule === READ_MORE;
}

function dropDebris(flows: readonly Flow[]): RemovedBlock[] {
  const leaves = [...leavesOf(flows)].filter(({ leaf }) => leaf.tag !== "hr");
  const removed: RemovedBlock[] = [];
  const gone = new Map<Leaf, Set<number>>();
  for (const { block, line, rule } of findDebris(leaves.map(blockOf))) {
    const leaf = leaves[block]?.leaf;
    const text = lineText(leaf?.lines[line] ?? []);
    if (!leaf) continue;
    gone.set(leaf, (gone.get(leaf) ?? new Set()).add(line));
    if (text !== "") removed.push({ text, rule });
  }
  for (const [leaf, lines] of gone) leaf.lines = leaf.lines.filter((_, index) => !lines.has(index));
  return removed;
}

function blockOf({ leaf, around }: { leaf: Leaf; around: readonly Branch[] }): TextBlock {
  return { role: roleOf(leaf, around), lines: leaf.lines.map(textLineOf), classes: leaf.classes };
}

function roleOf(leaf: Leaf, around: readonly Branch[]): TextBlock["role"] {
  if (leaf.tag === "pre") return "code";
  if (leaf.tag !== "p") return "heading";
  const parent = around.at(-1)?.tag;
  if (parent === "figcaption" || parent === "caption") return "caption";
  return parent === "li" ? "item" : "paragraph";
}

function textLineOf(line: Line): TextBlock["lines"][number] {
  let length = 0;
  let linked = 0;
  const urls = new Set<string>();
  for (const run of line) {
    const link = linkOf(run);
    // A picture that is no link is something to see, whatever stands beside it.
    const weight = run.image ? (link ? 0 : 1000) : run.text.trim().length;
    length += weight;
    if (link) {
      linked += weight;
      urls.add(link.attributes.get("href") ?? "");
    }
  }
  const text = line.some((run) => run.image && !linkOf(run)) ? "" : lineText(line);
  return { text, linkedShare: length === 0 ? 0 : linked / length, urls: [...urls] };
}

/** The headline at the head of the text, once or twice: readers see it above the text. */
function dropTitle(flows: readonly Flow[], title: string | null): RemovedBlock[] {
  const removed: RemovedBlock[] = [];
  for (const { leaf } of leavesOf(flows)) {
    const text = leaf.lines.map(lineText).join(" ");
    if (text === "") continue;
    if (!/^h[2-6]$/.test(leaf.tag) || !isRepeatedTitle(text, title)) break;
    leaf.lines = [];
    removed.push({ text, rule: "repeated-title" });
  }
  return removed;
}

function withoutEmpty(flows: readonly Flow[]): Flow[] {
  return flows.flatMap((flow): Flow[] => {
    if (flow.kind === "leaf") return flow.tag === "hr" || flow.lines.length > 0 ? [flow] : [];
    return [{ ...flow, children: withoutEmpty(flow.children) }];
  });
}
