import { anyOf } from "../../core/bylines/author-patterns.ts";
import { looksLikeName } from "../../core/bylines/person-names.ts";
import { endsWithBy } from "./byline-words.ts";
import { isElement, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { mostNamed, namesInLine } from "./names-in-line.ts";
import { lineOf } from "./page-facts.ts";
import type { ShownBlock } from "./shown-page.ts";

/** Names that publishers give to the elements of bylines. */
export const AUTHOR: ReadonlySet<string> = new Set(
  "byline author authors autor autoren autorin auteur auteurs autore writer writers vcard contributor contributors poster verfasser authorname bylines redakteur signature journalist".split(
    " ",
  ),
);
const AUTHOR_PAGE =
  /\/(?:authors?|autor(?:en|in|es)?|auteurs?|autori|redakteur|redaktion|journalist|journalistes?|people|profiles?|profil|staff|contributors?|writers?|reporters?|by|team|member|user|users|perfil|firmas?)\/[^/]+|[?&](?:author|autor|userid|uid)=\w/i;

/**
 * The names in a block: those in the innermost marked elements, in the link behind "by", in what follows "by", or in the
 * pieces of the block. The first of these whose names all read as people counts, else the first with any name.
 */
export function peopleOf(
  { nodes, text }: ShownBlock,
  marked: readonly PageElement[],
  by: string | null,
): string[] {
  const inner = marked.filter(
    (element) => !marked.some((other) => other !== element && isWithin(other, element)),
  );
  const pieces = nodes.flatMap((node) => piecesOf(node));
  const certain = [
    inner.flatMap((element) => namesInLine(lineOf(element))),
    linkedBehindBy(pieces),
    by === null ? [] : namesInLine(by),
  ];
  const parts = pieces.flatMap((piece) => piece.text.split(/\s[|•·–—-]\s/));
  const otherwise = [
    parts.flatMap(namesInLine).filter(looksLikeName),
    parts.length === 1 ? namesInLine(text) : [],
  ];
  const isFound = (names: readonly string[]): boolean => names.length > 0;
  const arePeople = (names: readonly string[]): boolean =>
    isFound(names) && names.every(looksLikeName);
  const people = certain.find(arePeople) ?? (by === null ? otherwise.find(arePeople) : undefined);
  return mostNamed(people ?? [...certain, ...otherwise].find(isFound) ?? []);
}

/** A text between the borders of inline elements. */
export type Piece = { readonly text: string; readonly isLinked: boolean };

export function piecesOf(node: PageNode, isInLink = false): Piece[] {
  const isLinked = isInLink || (isElement(node) && node.tagName === "A");
  if (isElement(node) && node.childNodes.some(isElement))
    return node.childNodes.flatMap((child) => piecesOf(child, isLinked));
  if (node.nodeType !== TEXT_NODE && !isElement(node)) return []; // a comment
  const text = node.textContent.replace(/\s+/g, " ").trim();
  return text === "" ? [] : [{ text, isLinked }];
}

/** Index of the link right behind "by", which holds the name ("by <a>Anna</a> in <a>News</a>"); -1 without one. */
const firstBehindBy = (pieces: readonly Piece[]): number =>
  pieces.findIndex(({ isLinked }, index) => isLinked && endsWithBy(pieces[index - 1]?.text ?? ""));

const AND = new RegExp(`^(?:,|;|/|&|${anyOf("and")})$`, "iu");

function linkedBehindBy(pieces: readonly Piece[]): string[] {
  const first = firstBehindBy(pieces);
  if (first < 0) return [];
  const names = namesInLine(pieces[first]?.text ?? "");
  for (let at = first + 1; AND.test(pieces[at]?.text ?? "") && pieces[at + 1]?.isLinked; at += 2)
    names.push(...namesInLine(pieces[at + 1]?.text ?? ""));
  return names;
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element.parentNode; at; at = at.parentNode)
    if (at === outer) return true;
  return false;
}

/** Inline elements that are marked as an author. */
export function markedIn(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter(isElement).flatMap((element) => {
    const inside = markedIn(element.childNodes);
    return isMarked(element) ? [element, ...inside] : inside;
  });
}

function isMarked(element: PageElement): boolean {
  if (isAuthorLink(element)) return true;
  const words = nameWords(element);
  return words.some((word) => AUTHOR.has(word)) || words.includes("fn");
}

/** Whether a link stands right behind an avatar: it names the account's owner. */
function isBehindAvatar(element: PageElement): boolean {
  if (element.tagName !== "A") return false;
  const previous = element.previousElementSibling;
  return previous?.tagName === "IMG" && nameWords(previous).includes("avatar");
}

export function isAuthorLink(element: PageElement): boolean {
  if (isBehindAvatar(element)) return true;
  if (/(?:^|\s)(?:author|name)(?:\s|$)/.test(element.getAttribute("itemprop") ?? "")) return true;
  if (element.tagName !== "A") return false;
  if (/(?:^|\s)author(?:\s|$)/.test(element.getAttribute("rel") ?? "")) return true;
  return AUTHOR_PAGE.test((element.getAttribute("href") ?? "").slice(0, 500));
}
