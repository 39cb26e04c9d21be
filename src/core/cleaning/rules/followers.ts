import { type CandidateBlock, nextLeft } from "./candidate.ts";

/** Most teasers after one label. */
const MAX_FOLLOWERS = 12;
const MAX_HEADLINE_WORDS = 30;

/**
 * Removes the headlines after a label such as "Read also" on a line of its own: links, and lines without a link that look
 * like headlines, up to the first other line. If the article goes on after the label, only one line without a link goes.
 */
export function takeFollowers(lines: readonly CandidateBlock[]): void {
  const lastProse = lines.findLastIndex((line) => line.isProse);
  lines.forEach((label, index) => {
    if (!label.rule || !label.seems?.hasFollowers) return;
    const mostPlain = index < lastProse ? 1 : MAX_FOLLOWERS;
    for (const follower of followersOf(lines, index, mostPlain)) follower.rule = label.rule;
  });
}

function followersOf(
  lines: readonly CandidateBlock[],
  label: number,
  mostPlain: number,
): CandidateBlock[] {
  const followers: CandidateBlock[] = [];
  let plain = 0;
  for (let next = label + 1; next <= label + MAX_FOLLOWERS; next++) {
    const line = lines[next];
    if (!line || line.rule !== null) continue;
    if (line.isKept) break;
    if (!isTeaser(line)) plain += 1;
    if (plain > mostPlain || !(isTeaser(line) || isHeadline(lines, next))) break;
    followers.push(line);
  }
  return followers;
}

const isTeaser = ({ text, words }: CandidateBlock): boolean =>
  text.linkedShare >= 0.8 && words <= MAX_HEADLINE_WORDS;

/** Whether a line is short and has no full stop. A heading counts only if no paragraph stands under it. */
function isHeadline(lines: readonly CandidateBlock[], index: number): boolean {
  const line = lines[index];
  if (!line || line.isProse || line.words === 0 || line.words > MAX_HEADLINE_WORDS) return false;
  if (/[.…:]["'”“’»«)\]]*$/.test(line.text.text)) return false;
  return line.role !== "heading" || nextLeft(lines, index)?.isProse !== true;
}
