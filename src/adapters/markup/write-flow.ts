import { escapeAttribute, escapeText } from "entities";
import { singleSpaced } from "../../core/text/clean.ts";
import {
  type Attributes,
  type Branch,
  type Flow,
  flowText,
  type Leaf,
  type Line,
  linkOf,
  type Run,
  type Wrap,
} from "./flow.ts";

/** Blocks as tidy, escaped HTML, one block a line: only what readFlow let in. */
export function writeHtml(flows: readonly Flow[]): string {
  return flows.map(htmlOf).join("\n");
}

function htmlOf(flow: Flow): string {
  if (flow.kind === "leaf") return leafHtml(flow);
  const inside = insideHtml(flow);
  return `<${flow.tag}${attributesHtml(flow.attributes)}>${inside}</${flow.tag}>`;
}

function insideHtml(branch: Branch): string {
  if (TIGHT.has(branch.tag)) return tightHtml(branch);
  return branch.tag === "figure" ? figureHtml(branch) : writeHtml(branch.children);
}

/** A picture that is alone in its figure needs no paragraph. */
function figureHtml({ children }: Branch): string {
  const others = children.filter(({ tag }) => tag !== "figcaption");
  const [only] = others;
  if (others.length !== 1 || only?.kind !== "leaf" || !isPicture(only)) return writeHtml(children);
  return children.map((flow) => (flow === only ? linesHtml(only.lines) : htmlOf(flow))).join("\n");
}

const isPicture = ({ tag, attributes, lines }: Leaf): boolean =>
  tag === "p" &&
  attributes.size === 0 &&
  lines.every((line) => line.every((run) => run.image !== null));

/** Elements whose only paragraph needs no `p`. */
const TIGHT = new Set(["li", "td", "th", "dt", "dd", "figcaption", "caption"]);

function tightHtml(branch: Branch): string {
  const [first, ...rest] = branch.children;
  const isAlone =
    first?.kind === "leaf" &&
    first.tag === "p" &&
    first.attributes.size === 0 &&
    !rest.some((flow) => flow.tag === "p");
  return isAlone ? linesHtml(first.lines) + writeHtml(rest) : writeHtml(branch.children);
}

function leafHtml(leaf: Leaf): string {
  if (leaf.tag === "hr") return "<hr>";
  return `<${leaf.tag}${attributesHtml(leaf.attributes)}>${linesHtml(leaf.lines)}</${leaf.tag}>`;
}

const linesHtml = (lines: readonly Line[]): string => lines.map(lineHtml).join("<br>");

function lineHtml(line: Line): string {
  let html = "";
  let open = NO_WRAPS;
  for (const run of line) {
    const path = pathOf(run.wrap);
    html += switchTags(open, path) + runHtml(run);
    open = path;
  }
  return html + switchTags(open, []);
}

/** Elements around a run, outermost first. An anchor without an address is left out, unless others link to it. */
function pathOf(wrap: Wrap | null): readonly Wrap[] {
  if (wrap === null) return NO_WRAPS;
  const path: Wrap[] = [];
  for (let at: Wrap | null = wrap; at; at = at.parent) {
    if (at.tag !== "a" || at.attributes.has("href") || at.attributes.has("id")) path.unshift(at);
  }
  return path;
}

const NO_WRAPS: readonly Wrap[] = [];

function switchTags(from: readonly Wrap[], to: readonly Wrap[]): string {
  if (from.length === 0 && to.length === 0) return "";
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const closing = from
    .slice(shared)
    .reverse()
    .map((wrap) => `</${wrap.tag}>`);
  const opening = to.slice(shared).map((wrap) => `<${wrap.tag}${attributesHtml(wrap.attributes)}>`);
  return closing.join("") + opening.join("");
}

function runHtml(run: Run): string {
  if (!run.image) return escapeText(run.text);
  const alt = run.image.has("alt") ? "" : ' alt=""';
  return `<img${attributesHtml(run.image)}${alt}>`;
}

function attributesHtml(attributes: Attributes): string {
  let html = "";
  for (const [name, value] of attributes) html += ` ${name}="${escapeAttribute(value)}"`;
  return html;
}

/** Blocks as plain text: paragraphs and list items separated by one empty line, no captions. */
export function writeText(flows: readonly Flow[]): string {
  return flows
    .flatMap(paragraphsOf)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function paragraphsOf(flow: Flow): string[] {
  if (flow.kind === "leaf") return [leafText(flow)];
  if (flow.tag === "figcaption" || flow.tag === "caption") return [];
  if (flow.tag === "table") return [rowsOf(flow).join("\n")];
  return flow.children.flatMap(paragraphsOf);
}

const rowsOf = (branch: Branch): string[] =>
  branch.children
    .filter((child) => child.kind === "branch")
    .flatMap((child) => (child.tag === "tr" ? [rowText(child)] : rowsOf(child)))
    .filter((row) => row !== "");

const rowText = (row: Branch): string =>
  row.children
    .map((cell) => singleSpaced(writeText([cell])))
    .filter((text) => text !== "")
    .join(" | ");

/** The lines of a paragraph as text; empty for an embedded player. */
export function leafText(leaf: Leaf): string {
  if (leaf.lines.every(isBareLink)) return "";
  const lines = leaf.lines.map((line) => flowText(line).replace(WIDE_SPACE, " "));
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .replace(/\n\s*\n/g, "\n");
}

/** White space that is neither a single blank nor a line end. */
const WIDE_SPACE = /[^\S\n]{2,}|[^\S\n ]/g;

/** Whether a line is only pictures and bare addresses, which embedded players become: no text. */
function isBareLink(line: Line): boolean {
  return line.every(
    (run) => run.image !== null || run.text === linkOf(run)?.attributes.get("href"),
  );
}
