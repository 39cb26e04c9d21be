import type { AdminTexts } from "./admin-texts.ts";

const format = new Intl.NumberFormat("en-GB");

export const ADMIN_ENGLISH: AdminTexts = {
  title: "Administration",
  inOrder: "Everything is in order",
  inOrderBut: (count) =>
    count === 1
      ? "Nothing needs you; the last poll of 1 source failed and is tried again"
      : `Nothing needs you; the last polls of ${format.format(count)} sources failed and are tried again`,
  needed: (count) =>
    count === 1 ? "1 thing needs you" : `${format.format(count)} things need you`,
  lastPass: "Last pass:",
  noPass: "No pass over the sources has finished yet.",
  needsPerson: "What needs a person",
  sources: "Sources",
  source: "Source",
  lastPoll: "Last poll",
  nextPoll: "Next poll and why",
  never: "Not yet.",
  none: "None",
  outcomes: { ok: "Working", unchanged: "Unchanged", failed: "Failed", none: "Waiting" },
  states: {
    unsteady: "Failed last time",
    failing: "Failed",
    waiting: "Waiting",
    paused: "Paused",
  },
  waitingPages: (count) =>
    count === 1
      ? "1 page waits to be fetched."
      : `${format.format(count)} pages wait to be fetched.`,
  newest: "Newest articles",
  removedCount: (count) =>
    count === 0
      ? "nothing removed"
      : `${format.format(count)} ${count === 1 ? "line" : "lines"} removed`,

  articleTitle: "What was done with this article",
  backToStatus: "To the overview",
  asPublished: "As it is published",
  failed: "Not carried out:",
  withdrawn: "Withdrawn",
  removed: "Removed",
  removedWhat:
    "The cleaner took these lines out. What you keep is back in the article at once, and stays there.",
  nothingRemoved: "Nothing was removed.",
  keep: "Keep this line",
  keepAll: "Keep all",
  kept: "Kept by an editor",
  keptWhat: "These lines stay in the article, whatever the rules say.",
  forget: "Take all of it back",
  readOnly:
    "Nothing can be changed here, for the service that takes articles in runs elsewhere. There, “offprint removed” does it.",
  rights: "Rights",
  rightsWords: {
    full: "The whole text may be passed on.",
    excerpt: "Only an excerpt may be passed on.",
    link: "Only title and link may be passed on.",
  },
  lowered: "The page itself asks for it:",
  signals: {
    archive: "Copies of the page are not wanted",
    snippet: "None of the text is to be shown",
    shortened: (characters) => `At most ${characters} characters of the text are to be shown`,
    paywall: "The article is behind a paywall",
    licence: "A licence of its own (RSL) rules its use",
    mining: "Text and data mining is reserved",
    other: "Its use is restricted",
  },
  notLowered: "As the configuration has it for the source.",
  page: "The page of the article",
  pageStates: {
    none: "It was not needed: the feed brought the text.",
    done: "Fetched; the text is taken from it.",
    unused: "Fetched, and not used:",
    waiting: "Waits for the next attempt:",
    failed: "Given up until the article changes:",
    held: "Held back until then:",
  },
  metadata: "Where the values come from",
  metadataWhat: "What is not named here was in the source like that.",
  allFromItem: "All values were in the source like that.",
  derived: "worked out by us",
  copies: "The same text elsewhere",
  noCopies: "No other source has this text.",
  compare: "both side by side:",
  text: "The text",
  noText: "The article has no text.",
  rules: {
    "advert-label": "label of an advertisement",
    "app-promotion": "promotion of an app",
    "appeared-first": "note on where the text appeared first",
    "comment-prompt": "call to comment",
    "copyright-line": "copyright line",
    credit: "picture credit",
    "date-line": "line with the date",
    "dropped-by-editor": "stands under “drop” in the configuration",
    "follow-us": "call to follow",
    newsletter: "promotion of a newsletter",
    "paywall-prompt": "note on a subscription",
    promotion: "promotion",
    "read-also": "note on other articles",
    "read-more": "“read more”",
    "reading-time": "reading time",
    repeated: "stands in many articles of this source",
    "repeated-title": "the headline again",
    "script-notice": "note on JavaScript or cookies",
    "self-promotion": "self-promotion",
    "share-label": "label for sharing",
    "share-list": "list of networks for sharing",
    "tool-label": "label of a button",
  },
};
