import type { Outline, OutlineLine } from "./outline.ts";
import { hasTrait, TRAITS } from "./traits.ts";

export const ZONES = ["head", "middle", "tail"] as const;
export type Zone = (typeof ZONES)[number];

/** Lines of the text that count as its head and as its tail. */
export const HEAD_LINES = 3;
export const TAIL_LINES = 4;

/** The form in which a repeated line is looked up and stored: zone, kind and hash. */
export const keyText = (zone: Zone, kind: "exact" | "lead", hash: string): string =>
  `${zone}:${kind}:${hash}`;

/**
 * The lines of a text that are known to be repeated, by index, each with the key that takes it.
 * Head and tail are measured over the lines that stay: repeated lines are taken from the outside until enough others stay,
 * so that a second pass over the rest takes nothing. Linear.
 */
export function takeRepeated(lines: Outline, keys: ReadonlySet<string>): Map<number, string> {
  const taken = new Map<number, string>();
  if (keys.size === 0) return taken;
  takeMiddle(lines, keys, taken);
  for (let before = -1; before < taken.size; ) {
    before = taken.size;
    takeEdge(lines, { zone: "head", keys, taken });
    takeEdge(lines, { zone: "tail", keys, taken });
  }
  restoreAnnouncements(lines, taken);
  return taken;
}

/** Takes lines that are known for the middle, also at the edges. */
function takeMiddle(lines: Outline, keys: ReadonlySet<string>, taken: Map<number, string>): void {
  for (const [index, line] of lines.entries()) {
    const key = keyText("middle", "exact", line.hash);
    if (hasTrait(line, TRAITS.middle) && keys.has(key)) taken.set(index, key);
  }
}

type Edge = {
  readonly zone: "head" | "tail";
  readonly keys: ReadonlySet<string>;
  readonly taken: Map<number, string>;
};

function takeEdge(lines: Outline, { zone, keys, taken }: Edge): void {
  const isHead = zone === "head";
  let staying = 0;
  for (let step = 0; step < lines.length && staying < (isHead ? HEAD_LINES : TAIL_LINES); step++) {
    const index = isHead ? step : lines.length - 1 - step;
    const line = lines[index];
    if (!line || taken.has(index)) continue;
    const key = keysAtEdge(line, zone).find((one) => keys.has(one));
    if (key) taken.set(index, key);
    else staying += 1;
  }
}

/** The keys by which a line can be repeated at the head or the tail. */
export function keysAtEdge(line: OutlineLine, zone: "head" | "tail"): string[] {
  const keys = hasTrait(line, TRAITS.edge) ? [keyText(zone, "exact", line.hash)] : [];
  const isLead = line.lead !== null && hasTrait(line, TRAITS.lead);
  return isLead ? [...keys, keyText(zone, "lead", line.lead)] : keys;
}

/** Puts back a heading or a label whose text stays. */
function restoreAnnouncements(lines: Outline, taken: Map<number, string>): void {
  const prose = lines.findIndex((line, at) => !taken.has(at) && hasTrait(line, TRAITS.sentence));
  for (let index = lines.length - 2; index >= 0; index--) {
    const [line, next] = [lines[index], lines[index + 1]];
    if (!line || !next || !taken.has(index) || taken.has(index + 1)) continue;
    if (announces(line, next, prose >= 0 && prose < index)) taken.delete(index);
  }
}

/** Whether a line announces the next one. A heading before the first sentence may be the site's name instead. */
function announces(line: OutlineLine, next: OutlineLine, isBelowProse: boolean): boolean {
  if (hasTrait(line, TRAITS.label)) return true;
  if (!isBelowProse) return false;
  const isHeadingLike = hasTrait(line, TRAITS.short) && hasTrait(next, TRAITS.sentence);
  return hasTrait(line, TRAITS.heading) || isHeadingLike;
}
