import type { Branch, Flow, Leaf } from "./flow.ts";

/** Class names of captions: "caption", "image-caption", "imgCaption", "bildunterschrift". */
const CAPTION =
  /(?:^|[-_])(?:(?:img|image|photo|picture|media|fig|figure)?captions?|bildunterschrift|bildtext|legende|legend|didascalia|bijschrift)(?:$|[-_])/i;
/** Class names of credits, which stand behind a caption. */
const CREDIT =
  /(?:^|[-_])(?:(?:foto|image|photo|picture)?credits?|copyright|photographer|fotograf|source|bildnachweis|bildquelle)(?:$|[-_])/i;

/** Longest caption, in characters: longer paragraphs are text. */
const MAX_LENGTH = 600;

export const isCaptionName = (classes: string): boolean => holds(CAPTION, classes.split(/\s+/));

export const isCreditName = (classes: string): boolean => holds(CREDIT, classes.split(/\s+/));

const holds = (pattern: RegExp, names: readonly string[]): boolean =>
  names.some((name) => pattern.test(name.replace(/([a-z])(?=[A-Z])/g, "$1-")));

/**
 * Puts pictures and their captions into figures, in place. A caption is a paragraph, beside a picture that stands
 * alone, whose own class names it one. Class names that both have from an element around them do not count.
 */
export function captionPictures(flows: Flow[]): void {
  for (const flow of flows) {
    if (flow.kind === "branch" && flow.tag !== "figure") captionPictures(flow.children);
  }
  for (let at = 0; at < flows.length; at++) {
    const picture = flows[at];
    if (picture !== undefined && isPicture(picture)) at = captionOne(flows, at, picture);
  }
}

/** @returns the index of the figure. */
function captionOne(flows: Flow[], at: number, picture: Leaf): number {
  const below = captionsFrom(flows, at + 1, picture);
  const above = below.length === 0 ? captionsFrom(flows.slice(0, at), at - 1, picture) : [];
  const from = at - above.length;
  const captions = [...above, ...below];
  if (captions.length > 0) flows.splice(from, 1 + captions.length, figure(picture, captions));
  return from;
}

function captionsFrom(flows: readonly Flow[], from: number, picture: Leaf): Leaf[] {
  const [caption, credit] = from < 0 ? [] : flows.slice(from);
  if (!isNamed(caption, picture, [CAPTION, CREDIT])) return [];
  return isNamed(credit, picture, [CREDIT]) ? [caption, credit] : [caption];
}

const lengthOf = ({ lines }: Leaf): number =>
  lines.flat().reduce((sum, { text }) => sum + text.length, 0);

function isPicture(flow: Flow): flow is Leaf {
  if (flow.kind !== "leaf" || flow.tag !== "p") return false;
  const runs = flow.lines.flat();
  return (
    runs.some(({ image }) => image !== null) &&
    runs.every(({ image, text }) => image !== null || text.trim() === "")
  );
}

function isNamed(flow: Flow | undefined, picture: Leaf, patterns: readonly RegExp[]): flow is Leaf {
  if (flow?.kind !== "leaf" || flow.tag !== "p" || lengthOf(flow) > MAX_LENGTH) return false;
  const own = flow.classes.filter((name) => !picture.classes.includes(name));
  return patterns.some((pattern) => holds(pattern, own)) && !isPicture(flow);
}

const branch = (tag: string, children: Flow[]): Branch => ({
  kind: "branch",
  tag,
  attributes: new Map(),
  children,
});

const figure = (picture: Leaf, captions: readonly Leaf[]): Branch =>
  branch("figure", [
    picture,
    branch(
      "figcaption",
      captions.map((caption) => ({ ...caption, classes: [] })),
    ),
  ]);
