import type { TextBlock } from "../../core/cleanup/find-debris.ts";
import {
  type Branch,
  type Flow,
  type Leaf,
  type Line,
  leavesOf,
  lineText,
  linkOf,
} from "./flow.ts";

/** A leaf with the block that rules see of it. */
export type LeafBlock = { readonly leaf: Leaf; readonly block: TextBlock };

/** The leaves with text in the order of the document, as rules look at them. */
export function leafBlocks(flows: readonly Flow[]): LeafBlock[] {
  return [...leavesOf(flows)]
    .filter(({ leaf }) => leaf.tag !== "hr")
    .map(({ leaf, around }) => ({ leaf, block: blockOf(leaf, around) }));
}

const blockOf = (leaf: Leaf, around: readonly Branch[]): TextBlock => ({
  role: roleOf(leaf, around),
  lines: leaf.lines.map(textLineOf),
  classes: leaf.classes,
});

const CELLS = new Set(["td", "th", "dt", "dd"]);

function roleOf(leaf: Leaf, around: readonly Branch[]): TextBlock["role"] {
  if (leaf.tag === "pre") return "code";
  const parent = around.at(-1)?.tag ?? "";
  if (leaf.tag !== "p") return "heading";
  if (parent === "figcaption" || parent === "caption") return "caption";
  if (CELLS.has(parent)) return "cell";
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
