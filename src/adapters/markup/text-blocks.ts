import type { TextBlock } from "../../core/cleaning/text-block.ts";
import {
  type Branch,
  type Flow,
  flowText,
  type Leaf,
  type Line,
  leavesOf,
  linkOf,
  type Wrap,
} from "./flow.ts";
import { isPlayerLine } from "./players.ts";

/** A leaf, and the block that rules see in its place. */
export type LeafBlock = { readonly leaf: Leaf; readonly block: TextBlock };

/**
 * The leaves in the order of the document, except rules (`hr`), as cleaning rules see them. Their lines must not change
 * afterwards.
 */
export function leafBlocks(flows: readonly Flow[]): LeafBlock[] {
  const isFrame = frameTest();
  const found: LeafBlock[] = [];
  for (const { leaf, around } of leavesOf(flows)) {
    if (leaf.tag === "hr") continue;
    found.push({ leaf, block: blockOf(leaf, roleOf({ leaf, around, isFrame })) });
  }
  return found;
}

/** One block for each leaf while its role stays, so that what rules find out about its lines need not be found again. */
const blocks = new WeakMap<Leaf, TextBlock>();

function blockOf(leaf: Leaf, role: TextBlock["role"]): TextBlock {
  const known = blocks.get(leaf);
  if (known?.role === role) return known;
  // A player stays, whatever box it stands in: the lines beside it are judged as they are without the box.
  const classes = leaf.classes.length > 0 && leaf.lines.every(isPlayerLine) ? [] : leaf.classes;
  const block = { role, lines: leaf.lines.map(textLineOf), classes };
  blocks.set(leaf, block);
  return block;
}

const CELLS = new Set(["td", "th", "dt", "dd"]);

type BlockPlace = {
  readonly leaf: Leaf;
  readonly around: readonly Branch[];
  readonly isFrame: (around: readonly Branch[]) => boolean;
};

function roleOf({ leaf, around, isFrame }: BlockPlace): TextBlock["role"] {
  if (leaf.tag === "pre" || isCode(leaf)) return "code";
  const parent = around.at(-1)?.tag ?? "";
  if (leaf.tag !== "p") return "heading";
  if (parent === "figcaption" || parent === "caption") return "caption";
  if (CELLS.has(parent)) return isFrame(around) ? "paragraph" : "cell";
  return parent === "li" ? "item" : "paragraph";
}

/** Whether a leaf is only code, which formulas become: "x = 2" names no network. */
const isCode = ({ lines }: Leaf): boolean =>
  lines.length > 0 &&
  lines.every((line) =>
    line.every(({ text, wrap, image }) => !image && (text.trim() === "" || isInCode(wrap))),
  );

const CODE = new Set(["code"]);
const isInCode = (wrap: Wrap | null): boolean => isWithin(CODE, wrap);

/** A table of one column holds no data: mail programs and old sites lay out pages with it. */
function frameTest(): (around: readonly Branch[]) => boolean {
  // Each table is examined once, though its cells all ask.
  const known = new Map<Branch, boolean>();
  return (around) => {
    const table = around.findLast(({ tag }) => tag === "table");
    if (!table || around.at(-2)?.tag !== "tr") return false;
    const isFrame = known.get(table) ?? rowsOf(table).every(isSingle);
    known.set(table, isFrame);
    return isFrame;
  };
}

const rowsOf = (branch: Branch): Branch[] =>
  branch.children.flatMap((child) => {
    if (child.kind !== "branch") return [];
    return child.tag === "tr" ? [child] : rowsOf(child);
  });

const isSingle = ({ children }: Branch): boolean => children.length === 1;

function textLineOf(line: Line): TextBlock["lines"][number] {
  let length = 0;
  let linked = 0;
  const urls = new Set<string>();
  for (const run of line) {
    const link = linkOf(run);
    // A picture that is not a link is content, whatever stands beside it.
    const weight = run.image ? (link ? 0 : 1000) : run.text.trim().length;
    length += weight;
    if (link) {
      linked += weight;
      urls.add(link.attributes.get("href") ?? "");
    }
  }
  const text = line.some((run) => run.image && !linkOf(run)) ? "" : flowText(line);
  const said = { text, linkedShare: length === 0 ? 0 : linked / length, urls: [...urls] };
  return isEmphasised(line) ? { ...said, isEmphasised: true } : said;
}

const EMPHASIS = new Set(["em", "i", "strong", "b"]);

/** Whether all text of a line is in italics or bold. */
const isEmphasised = (line: Line): boolean =>
  line.length > 0 && line.every(({ text, wrap }) => text.trim() === "" || isWithin(EMPHASIS, wrap));

function isWithin(tags: ReadonlySet<string>, wrap: Wrap | null): boolean {
  for (let at = wrap; at; at = at.parent) if (tags.has(at.tag)) return true;
  return false;
}
