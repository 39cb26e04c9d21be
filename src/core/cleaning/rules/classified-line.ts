import type { TextLine } from "../text-block.ts";
import { classifyLine, type LineClass } from "./classify-line.ts";

/** A line is classified by itself; while a text is cleaned, it is asked about each time that others went. */
const classified = new WeakMap<TextLine, LineClass | null>();

/** The class of a line, found out once for each object. */
export function classOf(line: TextLine): LineClass | null {
  const known = classified.get(line);
  if (known !== undefined) return known;
  const found = classifyLine(line);
  classified.set(line, found);
  return found;
}
