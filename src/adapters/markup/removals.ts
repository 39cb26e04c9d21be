import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import type { Debris, TextBlock } from "../../core/cleaning/text-block.ts";
import { type Flow, flowText, type Leaf, type Line } from "./flow.ts";
import { arrange } from "./flow-shape.ts";
import { type LeafBlock, leafBlocks } from "./text-blocks.ts";

/** An article while it is cleaned: what is left, and which rule removed what. */
export type Remainder = {
  readonly flows: readonly Flow[];
  readonly leaves: readonly LeafBlock[];
  readonly removed: readonly RemovedBlock[];
};

/** The lines of the flows must not be changed any more. */
export const remainderOf = (
  flows: readonly Flow[],
  removed: readonly RemovedBlock[],
): Remainder => ({ flows, removed, leaves: leafBlocks(flows) });

/** Takes out the lines that a rule finds; returns the same object when it finds none. */
export function removeLines(
  before: Remainder,
  find: (blocks: readonly TextBlock[], leaves: readonly Leaf[]) => readonly Debris[],
): Remainder {
  const { leaves } = before;
  const found = find(
    leaves.map(({ block }) => block),
    leaves.map(({ leaf }) => leaf),
  );
  if (found.length === 0) return before;
  const gone = new Map<Leaf, Set<number>>();
  const removed = found.flatMap(({ block, line, rule }): RemovedBlock[] => {
    const leaf = leaves[block]?.leaf;
    if (!leaf) return [];
    gone.set(leaf, (gone.get(leaf) ?? new Set()).add(line));
    const text = flowText(leaf.lines[line] ?? []);
    return text === "" ? [] : [{ text, rule }];
  });
  const left = replaceLines(before.flows, linesLeft(gone));
  return remainderOf(tidy(left), [...before.removed, ...removed]);
}

/** Removes empty leaves and branches, so that the result equals what reading the written HTML gives. */
export const tidy = (flows: readonly Flow[]): Flow[] => arrange(withoutEmpty(flows), "root");

function linesLeft(gone: ReadonlyMap<Leaf, ReadonlySet<number>>): ReadonlyMap<Leaf, Line[]> {
  const left = new Map<Leaf, Line[]>();
  for (const [leaf, lines] of gone) {
    left.set(
      leaf,
      leaf.lines.filter((_, index) => !lines.has(index)),
    );
  }
  return left;
}

/** Flows in which some leaves have other lines. */
export function replaceLines(
  flows: readonly Flow[],
  instead: ReadonlyMap<Leaf, Line[]>,
): readonly Flow[] {
  return flows.map((flow): Flow => {
    if (flow.kind === "branch")
      return { ...flow, children: [...replaceLines(flow.children, instead)] };
    const lines = instead.get(flow);
    return lines ? { ...flow, lines } : flow;
  });
}

function withoutEmpty(flows: readonly Flow[]): Flow[] {
  return flows.flatMap((flow): Flow[] => {
    if (flow.kind === "leaf") return flow.tag === "hr" || flow.lines.length > 0 ? [flow] : [];
    return [{ ...flow, children: withoutEmpty(flow.children) }];
  });
}
