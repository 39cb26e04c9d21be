import { tokens } from "../../core/text/tokens.ts";
import { isSentence } from "./block-context.ts";
import { type Block, collectBlocks } from "./blocks.ts";
import { elementsOf, type PageDocument, type PageElement } from "./dom.ts";
import { type PageSentence, sentencesOf } from "./lost-sentences.ts";
import type { OtherArticles } from "./other-articles.ts";
import { type OwnContainer, ownContainer, pathOf } from "./own-container.ts";
import { isFurniture } from "./page-furniture.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** What a page shows before the extractor changes it; the extraction is measured against it. */
export type Survey = {
  /** Without the page's other articles. */
  readonly shown: ShownPage;
  /** The paragraph above the article that the page also gives as its description, or `null`. */
  readonly standfirst: string | null;
  /** Words in the sentences of the page's only `article`, or its `main`; 0 without either. */
  readonly mainWords: number;
  /** Sentences under the headline; those that the extractor loses are put back. */
  readonly sentences: readonly PageSentence[];
  /** Where the article of the headline stands, or `null`. */
  readonly own: OwnContainer | null;
  /** The page's other articles: their ways down from the root of the document, and their blocks. */
  readonly others: {
    readonly paths: readonly (readonly number[])[];
    readonly blocks: readonly ShownBlock[];
  };
};

/** What is known of a page when it is surveyed. */
export type SurveyGiven = {
  readonly shown: ShownPage;
  readonly headline: Headline;
  readonly descriptions: readonly string[];
  readonly others: OtherArticles;
  /** Whether an editor wants a line to stay in the text. */
  readonly isKept: (text: string) => boolean;
};

/** A standfirst is a sentence or two. */
const STANDFIRST = { leastWords: 6, mostWords: 120 };

export function surveyPage(
  document: PageDocument,
  { shown: whole, headline: known, descriptions, others, isKept }: SurveyGiven,
): Survey {
  const { shown, headline, blocks } = withoutOthers(whole, known, { others, isKept });
  const isMain = mainTest(document);
  const own = ownContainer(shown, headline, others);
  const beside = new Set(own?.isArticle ? own.others : []);
  return {
    shown,
    standfirst: standfirstIn(shown.blocks, descriptions),
    mainWords: sentenceWords(shown.blocks.filter(isMain)),
    sentences: sentencesOf(shown, headline, {
      keeps: isKept,
      own: own?.sentences ?? [],
    }).filter(({ text }) => !beside.has(text)),
    own,
    others: { paths: others.elements.map(pathOf), blocks },
  };
}

/** What the page shows beside its other articles, and the blocks of these; a line that an editor keeps is none of them. */
function withoutOthers(
  shown: ShownPage,
  { at, prose }: Headline,
  { others, isKept }: Pick<SurveyGiven, "others" | "isKept">,
): { shown: ShownPage; headline: Headline; blocks: readonly ShownBlock[] } {
  const elements = new Set(others.elements);
  const isOther = ({ around, text }: ShownBlock): boolean =>
    around.some((element) => elements.has(element)) && !isKept(text);
  const blocks = shown.blocks.filter((block) => !isOther(block));
  const indexOf = (index: number): number => {
    const block = shown.blocks[index];
    return block === undefined ? index : blocks.indexOf(block);
  };
  return {
    shown: { ...shown, blocks },
    headline: { at: indexOf(at), prose: indexOf(prose) },
    blocks: shown.blocks.filter(isOther),
  };
}

/** Returns a test whether a block stands in the main part of a page, and not among furniture. */
function mainTest(document: PageDocument): (block: Block) => boolean {
  const main = mainOf(document);
  // Cached by element, because many blocks stand in the same elements.
  const known = new Map<PageElement, boolean>();
  const isAmongFurniture = (element: PageElement): boolean => {
    const judged = known.get(element) ?? isFurniture(element);
    known.set(element, judged);
    return judged;
  };
  return ({ around }) => main !== null && around.includes(main) && !around.some(isAmongFurniture);
}

/** Words in the sentences of an extracted article. */
export const proseWords = (root: PageElement): number => sentenceWords(collectBlocks(root));

const sentenceWords = (blocks: readonly Block[]): number =>
  blocks.filter(isSentence).reduce((sum, { words }) => sum + words, 0);

/** The only `article`, else the first `main`, else `null`, as pageBody chooses. */
function mainOf(document: PageDocument): PageElement | null {
  const elements = elementsOf(document);
  const articles = elements.filter(({ tagName }) => tagName === "ARTICLE");
  if (articles.length === 1) return articles[0] ?? null;
  return elements.find(({ tagName }) => tagName === "MAIN") ?? null;
}

const ELSEWHERE = new Set(["NAV", "FOOTER", "ASIDE", "LI", "FIGCAPTION", "TABLE"]);

/** Publishers put the standfirst beside the headline, where extractors do not look for text. */
function standfirstIn(blocks: readonly Block[], descriptions: readonly string[]): string | null {
  const told = descriptions.map((text) => tokens(text.slice(0, 1_000))).filter(isLong);
  const found = blocks.find((block) => {
    if (block.words < STANDFIRST.leastWords || block.words > STANDFIRST.mostWords) return false;
    if (block.linkedShare > 0.3 || block.around.some(({ tagName }) => ELSEWHERE.has(tagName)))
      return false;
    const words = tokens(block.text);
    return told.some((description) => beginAlike(words, description));
  });
  return found?.text ?? null;
}

const isLong = (words: readonly string[]): boolean => words.length >= STANDFIRST.leastWords;

/** Whether two texts begin alike, up to two words before the end of the shorter one, which may be cut. */
function beginAlike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length) - 2;
  if (length < STANDFIRST.leastWords - 2) return false;
  return a.slice(0, length).join(" ") === b.slice(0, length).join(" ");
}
