import { labelWords } from "./label-words.ts";

/** Whether a heading says what the title says: equal, or the title without the name of its site. */
export function isRepeatedTitle(heading: string, title: string | null): boolean {
  if (title === null || heading.length > 1000) return false;
  const [ours, theirs] = [labelWords(heading), labelWords(title.slice(0, 2000))];
  if (ours.length === 0) return false;
  const isStart = ours.every((word, index) => theirs[index] === word);
  if (!isStart) return false;
  return ours.length === theirs.length || (ours.length >= 3 && theirs[ours.length] === ":");
}
