import { isCaptionName } from "../markup/captions.ts";
import { isBoxName, isPlayerFrame, isPlayerUrl, MOST_BOX_WORDS } from "../markup/players.ts";
import { collapse, collectBlocks, countWords, isBlockLike } from "./blocks.ts";
import { isElement, type PageElement, type PageNode } from "./dom.ts";
import { nameWords } from "./element-names.ts";

/*
 * Extractors measure text, so they drop galleries, recordings and the links that consent boxes leave of players. All are
 * rewritten so that they stay: a gallery as one figure after another, a recording as a figure, a player's link as an `iframe`.
 */

const GALLERY = new Set(
  "gallery galleries galerie slideshow swiper slick carousel slider bildergalerie fotostrecke lightbox diaporama galeria galleria".split(
    " ",
  ),
);
const LEAST_PICTURES = 2;
/** Words of a picture's caption, on average; an element with more text is no gallery. */
const MOST_WORDS = 40;

/** Rewrites galleries, captions and player links so that the extractor keeps them, in place. */
export function keepPicturesAndPlayers(elements: readonly PageElement[]): void {
  for (const element of elements) if (element.parentNode !== null) keepOne(element);
}

function keepOne(element: PageElement): void {
  if (isGallery(element)) replaceBy(element, figuresOf(element));
  else if (isCaptionDivision(element)) replaceBy(element, [asParagraph(element)]);
  else if (isPlayerBox(element)) replaceBy(element, [...element.childNodes].map(asFrame));
  else if (isWordlessRecording(element)) {
    const copy = element.cloneNode(true);
    replaceBy(aloneIn(element), [figureOf(copy, "")]);
  } else if (isOnlyFrame(element)) replaceBy(element, [...element.childNodes]);
}

/** A sound or film without words, and not among words: extractors take it and what holds it for empty. */
const isWordlessRecording = ({ tagName, parentNode: parent, textContent }: PageElement): boolean =>
  (tagName === "AUDIO" || tagName === "VIDEO") &&
  collapse(textContent) === "" &&
  parent !== null &&
  parent.tagName !== "FIGURE" &&
  (!INLINE.has(parent.tagName) || collapse(parent.textContent) === "");

const INLINE = new Set(["P", "SPAN", "A", "EM", "STRONG", "LI"]);

/** The outermost element in which a recording stands alone. */
function aloneIn(recording: PageElement): PageElement {
  let at = recording;
  for (let { parentNode: up } = at; up && HOLDING.has(up.tagName); { parentNode: up } = at) {
    if (up.children.length > 1 || collapse(up.textContent) !== "") break;
    at = up;
  }
  return at;
}

const HOLDING = new Set(["P", "DIV", "SPAN", "CENTER"]);

/** Whether a player's frame is written for readers without scripts alone: a script makes it of the empty box before. */
function isOnlyFrame({ tagName, children, previousElementSibling: before }: PageElement): boolean {
  const [frame, ...others] = children;
  if (tagName !== "NOSCRIPT" || frame?.tagName !== "IFRAME" || others.length > 0) return false;
  const isWritten = before?.tagName === "IFRAME" || before?.getElementsByTagName("IFRAME").length;
  return !isWritten && isPlayerFrame(frame.getAttribute("src") ?? "");
}

/** A `div` of a caption with inline content only: Readability makes a paragraph without a class of it. */
const isCaptionDivision = (element: PageElement): boolean =>
  element.tagName === "DIV" &&
  isCaptionName(element.getAttribute("class") ?? "") &&
  element.getElementsByTagName("IMG").length === 0 &&
  !element.children.some(isBlockLike);

function asParagraph(division: PageElement): PageElement {
  const paragraph = division.ownerDocument.createElement("p");
  for (const { name, value } of division.attributes) paragraph.setAttribute(name, value);
  for (const child of [...division.childNodes]) paragraph.appendChild(child);
  return paragraph;
}

function isGallery(element: PageElement): boolean {
  if (!HOLDERS.has(element.tagName)) return false;
  const isNamed = nameWords(element).some((word) => GALLERY.has(word));
  if (!isNamed && !isRowOfFigures(element)) return false;
  const pictures = picturesIn(element).length;
  if (pictures < LEAST_PICTURES || isElsewhere(element)) return false;
  if (countWords(collapse(element.textContent)) > MOST_WORDS * pictures) return false;
  // Teasers are galleries of links to pages.
  return [...element.getElementsByTagName("A")].every(leadsToPicture);
}

/** Whether an element holds nothing but figures. */
const isRowOfFigures = ({ children, childNodes }: PageElement): boolean =>
  children.length >= LEAST_PICTURES &&
  children.every(({ tagName }) => tagName === "FIGURE") &&
  childNodes.every((node) => isElement(node) || node.textContent.trim() === "");

/** The pictures in an element, without their second copies for readers without scripts. */
const picturesIn = (element: PageElement): PageElement[] =>
  [...element.getElementsByTagName("IMG")].filter(
    ({ parentNode }) => parentNode?.tagName !== "NOSCRIPT",
  );

const HOLDERS = new Set(["DIV", "SECTION", "UL", "OL", "DL"]);

const leadsToPicture = (link: PageElement): boolean =>
  /^(?:$|#|javascript:)|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(
    link.getAttribute("href") ?? "",
  ) || leadsToAttachment(link);

/**
 * Whether a link leads to the page that WordPress makes for a picture, by the address of that page or by what WordPress
 * writes: the link's `rel`, the picture's number, or the item of a `[gallery]`, which lists pictures only.
 */
const leadsToAttachment = (link: PageElement): boolean =>
  /[?&]attachment_id=\d|\/attachment\//.test(link.getAttribute("href") ?? "") ||
  /\battachment\b/.test(link.getAttribute("rel") ?? "") ||
  /\bgallery-icon\b/.test(link.parentNode?.getAttribute("class") ?? "") ||
  [...link.getElementsByTagName("IMG")].some(
    (picture) => picture.getAttribute("data-attachment-id") !== null,
  );

function isElsewhere(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentNode) {
    if (["NAV", "ASIDE", "FOOTER", "HEADER", "FIGURE"].includes(at.tagName)) return true;
  }
  return false;
}

/**
 * A figure for each picture. Its caption is the text of the largest element that holds no other picture; text that
 * several pictures share goes to the last of them.
 */
function figuresOf(gallery: PageElement): PageElement[] {
  const pictures = picturesIn(gallery);
  const held = countAround(pictures, gallery);
  return pictures.map((picture) => {
    let slide = picture;
    for (const element of elementsBetween(picture, gallery)) {
      const left = held.get(element) ?? 1;
      if (left === 1) slide = element;
      held.set(element, left - 1);
    }
    const caption = wordsOf(slide);
    const link = picture.parentNode?.tagName === "A" ? picture.parentNode : picture;
    slide.remove();
    return figureOf(link, caption);
  });
}

/** The text of a slide, with a blank between its blocks. */
const wordsOf = (slide: PageElement): string =>
  collectBlocks(slide)
    .flatMap(({ text }) => (text === "" ? [] : [text]))
    .join(" ");

function figureOf(link: PageElement, caption: string): PageElement {
  const figure = link.ownerDocument.createElement("figure");
  figure.appendChild(link);
  if (caption === "") return figure;
  const words = link.ownerDocument.createElement("figcaption");
  words.textContent = caption;
  figure.appendChild(words);
  return figure;
}

/** How many of the pictures each element below a gallery holds. */
function countAround(
  pictures: readonly PageElement[],
  gallery: PageElement,
): Map<PageElement, number> {
  const held = new Map<PageElement, number>();
  for (const element of pictures.flatMap((picture) => elementsBetween(picture, gallery)))
    held.set(element, (held.get(element) ?? 0) + 1);
  return held;
}

function elementsBetween(picture: PageElement, gallery: PageElement): PageElement[] {
  const elements: PageElement[] = [];
  for (let at = picture.parentNode; at && at !== gallery; at = at.parentNode) elements.push(at);
  return elements;
}

export const leadsToPlayer = (element: PageElement): boolean =>
  (element.tagName === "A" && isPlayerUrl(element.getAttribute("href") ?? "")) ||
  element.children.some(leadsToPlayer);

/** Whether an element stands in place of a player until its reader consents. */
const isPlayerBox = (element: PageElement): boolean =>
  element.tagName === "DIV" &&
  isBoxName(nameWords(element)) &&
  countWords(collapse(element.textContent)) <= MOST_BOX_WORDS &&
  leadsToPlayer(element) &&
  !isElsewhere(element);

/** Replaces a link by the frame that it stands for: the cleaner takes a frame's link for no label. */
function asFrame(node: PageNode): PageNode {
  if (!isElement(node) || node.tagName !== "A") return node;
  const frame = node.ownerDocument.createElement("iframe");
  frame.setAttribute("src", node.getAttribute("href") ?? "");
  return frame;
}

function replaceBy(element: PageElement, nodes: readonly PageNode[]): void {
  const parent = element.parentNode;
  if (!parent) return;
  for (const node of nodes) parent.insertBefore(node, element);
  element.remove();
}
