/** Our own words on the pages for the operator and the editor. */
export type AdminTexts = {
  readonly title: string;
  readonly inOrder: string;
  /** @param count sources whose last poll failed and which are tried again. */
  readonly inOrderBut: (count: number) => string;
  readonly needed: (count: number) => string;
  readonly lastPass: string;
  readonly noPass: string;
  readonly needsPerson: string;
  readonly sources: string;
  readonly source: string;
  readonly lastPoll: string;
  readonly nextPoll: string;
  readonly never: string;
  readonly none: string;
  readonly waitingPages: (count: number) => string;
  readonly newest: string;
  readonly removedCount: (count: number) => string;
  readonly commonLines: string;
  readonly commonWhat: string;
  readonly noCommon: string;
  /** How many houses have a line, and since when the cleaner removes it. */
  readonly commonWhy: (owners: number, since: string) => string;
  readonly commonUntil: string;

  readonly articleTitle: string;
  readonly backToStatus: string;
  readonly asPublished: string;
  readonly failed: string;
  readonly withdrawn: string;
  readonly withdraw: string;
  readonly withdrawWhat: string;
  readonly withdrawWhy: string;
  readonly restore: string;
  readonly split: string;
  readonly merge: string;
  readonly mergeWhat: string;
  readonly mergeOther: string;
  readonly removed: string;
  readonly removedWhat: string;
  readonly nothingRemoved: string;
  readonly keep: string;
  readonly keepAll: string;
  readonly kept: string;
  readonly keptWhat: string;
  readonly rights: string;
  readonly rightsWords: Readonly<Record<"full" | "excerpt" | "link", string>>;
  readonly lowered: string;
  readonly notLowered: string;
  readonly signals: SignalTexts;
  readonly page: string;
  readonly pageStates: PageTexts;
  readonly metadata: string;
  readonly metadataWhat: string;
  readonly allFromItem: string;
  readonly derived: string;
  readonly copies: string;
  readonly noCopies: string;
  readonly compare: string;
  readonly text: string;
  readonly noText: string;
  /** What each rule of the cleaner takes out, by the name of the rule. */
  readonly rules: Readonly<Record<string, string>>;
};

/** What a publisher says of the use of a page (core/rights/usage-terms.ts). */
export type SignalTexts = {
  readonly archive: string;
  readonly snippet: string;
  readonly shortened: (characters: string) => string;
  readonly paywall: string;
  readonly licence: string;
  readonly mining: string;
  readonly other: string;
};

type PageTexts = {
  readonly none: string;
  readonly done: string;
  readonly unused: string;
  readonly waiting: string;
  readonly failed: string;
  readonly held: string;
};
