import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import type { Debris, TextBlock } from "../../core/cleaning/text-block.ts";
import { type Flow, flowText, type Leaf } from "./flow.ts";
import { arrange } from "./flow-shape.ts";
import { leafBlocks } from "./text-blocks.ts";

/** An article while it is cleaned: what is left, and which rule removed what. */
export type Remainder = {
  readonly flows: readonly Flow[];
  readonly removed: readonly RemovedBlock[];
};

/** Takes out the lines that a rule finds; returns the same object when it finds none. */
export function removeLines(
  before: Remainder,
  find: (blocks: readonly TextBlock[], leaves: readonly Leaf[]) => readonly Debris[],
): Remainder {
  const leaves = leafBlocks(before.flows);
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
  return { flows: tidy(without(before.flows, gone)), removed: [...before.removed, ...removed] };
}

/** Removes empty leaves and branches, so that the result equals what reading the written HTML gives. */
export const tidy = (flows: readonly Flow[]): Flow[] => arrange(withoutEmpty(flows), "root");

function without(flows: readonly Flow[], gone: ReadonlyMap<Leaf, ReadonlySet<number>>): Flow[] {
  return flows.map((flow): Flow => {
    if (flow.kind === "branch") return { ...flow, children: without(flow.children, gone) };
    const lines = gone.get(flow);
    return lines ? { ...flow, lines: flow.lines.filter((_, index) => !lines.has(index)) } : flow;
  });
}

function withoutEmpty(flows: readonly Flow[]): Flow[] {
  return flows.flatMap((flow): Flow[] => {
    if (flow.kind === "leaf") return flow.tag === "hr" || flow.lines.length > 0 ? [flow] : [];
    return [{ ...flow, children: withoutEmpty(flow.children) }];
  });
}
