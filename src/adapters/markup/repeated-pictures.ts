import { isSamePicture, pictureName } from "../../core/media/same-picture.ts";
import {
  type Branch,
  type Flow,
  flowText,
  type Leaf,
  type Line,
  leavesOf,
  type Run,
} from "./flow.ts";
import { collapseLine } from "./lines.ts";

/*
 * Pages show one picture several times: large, and again in the row of thumbnails under it; in each copy that a
 * slideshow makes of its first slide; for readers without scripts. The largest one stays. Copies are recognised by
 * their addresses (core/media/same-picture.ts), and by a number in the address that is the picture's width or height
 * ("quay-1600.jpg", "quay-100.jpg").
 *
 * Pictures between two paragraphs are compared with each other. Of pictures farther apart only thumbnails are removed:
 * an article may show a picture again on purpose, or a row of equal small ones, such as stars.
 */

type PlacedPicture = {
  readonly run: Run;
  readonly url: string;
  /** In pixels; 0 when unknown. */
  readonly width: number;
  readonly height: number;
  /** Equal for pictures that have no paragraph between them. */
  readonly row: number;
  /** The picture has a caption of its own. */
  readonly isCaptioned: boolean;
};

/** Widest thumbnails, in pixels. */
const THUMBNAIL = 320;
/** Widest pictures that may be repeated in a row, in pixels. */
const SIGN = 64;

/** Takes out, in place, pictures that the text shows in a larger size or twice in a row. */
export function dropRepeatedPictures(flows: readonly Flow[]): void {
  for (const [leaf, lines] of linesWithoutRepeated(flows)) leaf.lines = lines;
}

/** The lines that are left of leaves with such pictures. */
export function linesWithoutRepeated(flows: readonly Flow[]): ReadonlyMap<Leaf, Line[]> {
  const gone = new Set<Run>();
  for (const group of groupsOf(shownIn(flows))) {
    for (const picture of group) {
      const isRepeated = group.some(
        (other) => other !== picture && !gone.has(other.run) && isCopy(picture, other, group),
      );
      if (isRepeated) gone.add(picture.run);
    }
  }
  const left = new Map<Leaf, Line[]>();
  if (gone.size === 0) return left;
  for (const { leaf } of leavesOf(flows)) {
    if (leaf.lines.some((line) => line.some((run) => gone.has(run))))
      left.set(leaf, withoutRuns(leaf.lines, gone));
  }
  return left;
}

const withoutRuns = (lines: readonly Line[], gone: ReadonlySet<Run>): Line[] =>
  lines.flatMap((line) => {
    if (!line.some((run) => gone.has(run))) return [line];
    const rest = collapseLine(line.filter((run) => !gone.has(run)));
    return rest.length > 0 ? [rest] : [];
  });

function shownIn(flows: readonly Flow[]): readonly PlacedPicture[] {
  const shown: PlacedPicture[] = [];
  let row = 0;
  for (const { leaf, around } of leavesOf(flows)) {
    if (around.at(-1)?.tag === "figcaption") continue;
    if (leaf.lines.some((line) => flowText(line) !== "")) row += 1;
    const isCaptioned = around.some(hasCaption);
    shown.push(...leaf.lines.flat().flatMap((run) => shownBy(run, { row, isCaptioned })));
  }
  return shown;
}

function shownBy(run: Run, place: Pick<PlacedPicture, "row" | "isCaptioned">): PlacedPicture[] {
  const url = run.image?.get("src");
  if (url === undefined) return [];
  const [width = 0, height = 0] = ["width", "height"].map((side) =>
    Number(run.image?.get(side) ?? 0),
  );
  return [{ run, url, width, height, ...place }];
}

const hasCaption = ({ tag, children }: Branch): boolean =>
  tag === "figure" && children.some((child) => child.tag === "figcaption");

/** Groups of pictures that may be copies of each other. */
function groupsOf(shown: readonly PlacedPicture[]): readonly (readonly PlacedPicture[])[] {
  const groups = new Map<string, PlacedPicture[]>();
  for (const picture of shown) {
    const key = pictureName(picture.url).replace(NUMBER, "");
    const group = groups.get(key) ?? [];
    if (group.length < MAX_GROUP) group.push(picture);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Largest group: more are a series of pictures with a number in their names. */
const MAX_GROUP = 100;
const NUMBER = /[-_](\d{2,4})(?=\.[a-z]{3,4}$)/i;

function isCopy(
  picture: PlacedPicture,
  other: PlacedPicture,
  group: readonly PlacedPicture[],
): boolean {
  if (picture.isCaptioned || !areOne(picture, other)) return false;
  const [mine, theirs] = [sizeOf(picture), sizeOf(other)];
  if (mine < theirs) return picture.row === other.row || (mine > 0 && mine <= THUMBNAIL);
  // Of equal pictures the first stays, and so does a picture whose size is known.
  if (mine > theirs && theirs > 0) return false;
  const isLater = group.indexOf(picture) > group.indexOf(other);
  return isLater && picture.row === other.row && !isSign(picture);
}

const isSign = ({ width, height }: PlacedPicture): boolean =>
  width > 0 && Math.min(width, height || width) <= SIGN;

function areOne(a: PlacedPicture, b: PlacedPicture): boolean {
  if (isSamePicture(a.url, b.url)) return true;
  const [one, other] = [a, b].map((each) => ({ says: saysSize(each), isKnown: each.width > 0 }));
  return (one?.says && (other?.says || !other?.isKnown)) || (other?.says && !one?.isKnown) || false;
}

const numberOf = ({ url }: PlacedPicture): number =>
  Number(NUMBER.exec(URL.parse(url)?.pathname ?? "")?.[1] ?? 0);

const saysSize = (picture: PlacedPicture): boolean => {
  const number = numberOf(picture);
  return number > 0 && (number === picture.width || number === picture.height);
};

/** The picture's width in pixels, from the page or its address; 0 when neither tells it. */
const sizeOf = (picture: PlacedPicture): number =>
  picture.width ||
  Number(/[-_/](\d{2,5})x\d{2,5}(?=[./])/.exec(picture.url)?.[1] ?? 0) ||
  numberOf(picture);
