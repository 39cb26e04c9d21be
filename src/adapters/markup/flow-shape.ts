import type { Branch, Flow } from "./flow.ts";

/**
 * Gives each element the children that HTML allows it: items in lists, rows in tables, cells in rows. An element
 * without the parent it needs gets one, or loses its own tag. Empty elements are dropped.
 */
export function arrange(children: readonly Flow[], parent: string): Flow[] {
  const inside = children.flatMap((child) => arrangeOne(child, parent));
  return tidyRules(groupStrays(inside, parent), parent);
}

/** Which parents an element needs, and which element an orphan is wrapped in (`null`: it is unwrapped). */
const NEEDS: ReadonlyMap<
  string,
  { readonly parents: readonly string[]; readonly wrapIn: string | null }
> = new Map([
  ["li", { parents: ["ul", "ol"], wrapIn: "ul" }],
  ["dt", { parents: ["dl"], wrapIn: "dl" }],
  ["dd", { parents: ["dl"], wrapIn: "dl" }],
  ["td", { parents: ["tr"], wrapIn: null }],
  ["th", { parents: ["tr"], wrapIn: null }],
  ["tr", { parents: ["table", "thead", "tbody", "tfoot"], wrapIn: null }],
  ["thead", { parents: ["table"], wrapIn: null }],
  ["tbody", { parents: ["table"], wrapIn: null }],
  ["tfoot", { parents: ["table"], wrapIn: null }],
  ["caption", { parents: ["table"], wrapIn: null }],
  ["figcaption", { parents: ["figure"], wrapIn: null }],
]);

/** Which children an element may have, and which element others are wrapped in. */
const CHILDREN: ReadonlyMap<
  string,
  { readonly allowed: readonly string[]; readonly wrapIn: string }
> = new Map([
  ["ul", { allowed: ["li"], wrapIn: "li" }],
  ["ol", { allowed: ["li"], wrapIn: "li" }],
  ["dl", { allowed: ["dt", "dd"], wrapIn: "dd" }],
  ["table", { allowed: ["caption", "thead", "tbody", "tfoot", "tr"], wrapIn: "tr" }],
  ["thead", { allowed: ["tr"], wrapIn: "tr" }],
  ["tbody", { allowed: ["tr"], wrapIn: "tr" }],
  ["tfoot", { allowed: ["tr"], wrapIn: "tr" }],
  ["tr", { allowed: ["td", "th"], wrapIn: "td" }],
]);

function arrangeOne(flow: Flow, parent: string): Flow[] {
  if (flow.kind === "leaf") return [flow];
  const need = NEEDS.get(flow.tag);
  if (need && need.wrapIn === null && !need.parents.includes(parent)) {
    return arrange(flow.children, parent);
  }
  const children = arrange(flow.children, flow.tag);
  if (isCell(flow) || children.some(hasContent)) return unwrapLone({ ...flow, children });
  return [];
}

const isCell = (flow: Flow): boolean => flow.tag === "td" || flow.tag === "th";

function hasContent(flow: Flow): boolean {
  if (flow.kind === "leaf") return flow.tag !== "hr";
  return !isCell(flow) || flow.children.some(hasContent);
}

/** A table of one cell is a frame around its content, and is replaced by it. */
function unwrapLone(branch: Branch): Flow[] {
  if (branch.tag !== "table") return [branch];
  const cells = cellsOf(branch);
  const [only] = cells;
  return cells.length === 1 && only ? only.children : [branch];
}

function cellsOf(branch: Branch): Branch[] {
  const branches = branch.children.filter((child) => child.kind === "branch");
  return branches.flatMap((child) => (isCell(child) ? [child] : cellsOf(child)));
}

/** Wraps adjacent children that may not stand here, and each stray child of a list or a table. */
function groupStrays(children: readonly Flow[], parent: string): Flow[] {
  const result: Flow[] = [];
  for (const child of children) {
    const wrapper = wrapperFor(child, parent);
    const last = result.at(-1);
    if (wrapper === null) result.push(child);
    else if (last?.kind === "branch" && strays.has(last) && last.tag === wrapper) {
      last.children.push(child);
    } else {
      const stray: Branch = branchOf(wrapper, [child]);
      strays.add(stray);
      result.push(stray);
    }
  }
  return result.flatMap((flow) => (strays.has(flow) ? rearrange(flow) : [flow]));
}

/** Wrappers made here: only these take in further neighbours. */
const strays = new WeakSet<Flow>();

function rearrange(flow: Flow): Flow[] {
  if (flow.kind === "leaf") return [flow];
  return [{ ...flow, children: groupStrays(flow.children, flow.tag) }];
}

function wrapperFor(child: Flow, parent: string): string | null {
  const rule = CHILDREN.get(parent);
  if (rule) return rule.allowed.includes(child.tag) ? null : rule.wrapIn;
  const need = NEEDS.get(child.tag);
  return need && !need.parents.includes(parent) ? need.wrapIn : null;
}

const branchOf = (tag: string, children: Flow[]): Branch => ({
  kind: "branch",
  tag,
  attributes: new Map(),
  children,
});

/** A rule (`hr`) divides two things. Drops rules at an end, after another rule and between list items. */
function tidyRules(children: readonly Flow[], parent: string): Flow[] {
  const isRule = (flow: Flow | undefined): boolean => flow?.tag === "hr";
  const kept = children.filter((flow, index) => !isRule(flow) || !isRule(children[index - 1]));
  const isDivider = parent === "root" || parent === "blockquote";
  const body = isDivider ? kept : kept.filter((flow) => !isRule(flow));
  const from = isRule(body[0]) ? 1 : 0;
  return body.slice(from, isRule(body.at(-1)) ? -1 : undefined);
}
