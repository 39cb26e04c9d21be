import { type Change, type Habits, hasOwnText, hasOwnThing } from "./invented-source.ts";

/** What is known of a story beside its last item. */
export type Seen = {
  /** In how many polls its article was seen before. */
  readonly polls: number;
  /** A name of the source was given to two stories, or a story told under it was not known again. */
  readonly areNamesDoubted: boolean;
};

/**
 * Whether what a publisher says of a story is enough to know it again. The rest is nobody's to tell: a headline and a text
 * replaced at once under a name that may be everybody's, and what without a name has one thing in common, or none.
 */
export function isRecognisable(habits: Habits, change: Change, seen: Seen): boolean {
  switch (change) {
    case null:
      return true;
    case "title":
      return isTitleRecognisable(habits, seen);
    case "headline":
      return isHeadlineRecognisable(habits, seen);
    case "text":
      return isTextRecognisable(habits, seen);
    case "new":
      return false;
  }
}

/**
 * A new date is no other date once the article is known to be dated anew with each poll; a day is that of many stories,
 * unless these have their titles.
 */
function datesSay({ dates, title }: Habits, change: Change, { polls }: Seen) {
  const isOneTitle = title === "own" && change !== "headline";
  if (dates === "steady" || (dates === "day" && isOneTitle)) return "same";
  return dates === "each-poll" && polls <= 1 ? "other" : "nothing";
}

const hasOwnName = ({ guid, link }: Habits, { areNamesDoubted }: Seen): boolean =>
  !areNamesDoubted && (guid === "own" || link === "own");

const isNamed = ({ guid, link }: Habits): boolean =>
  link === "section" || link === "own" || guid === "one" || guid === "own";

function isTitleRecognisable(habits: Habits, seen: Seen): boolean {
  if (hasOwnText(habits) || hasOwnThing(habits) || hasOwnName(habits, seen)) return true;
  return datesSay(habits, "title", seen) === "same" && isNamed(habits);
}

function isHeadlineRecognisable(habits: Habits, seen: Seen): boolean {
  const said = datesSay(habits, "headline", seen);
  if (!hasOwnText(habits) && !hasOwnThing(habits)) {
    return said === "same" && habits.link === "own" && !seen.areNamesDoubted;
  }
  if (said === "same") return true;
  const isTold = hasOwnText(habits) || habits.shown === "recording";
  const { guid, link } = habits;
  if (!seen.areNamesDoubted && guid === "own") return isTold || link === "own";
  if (said === "other") return false;
  return guid === "none" || guid === "one" ? isNamed(habits) && isTold : isAtOwnLink(habits, seen);
}

/** Under another guid. */
const isAtOwnLink = (habits: Habits, { areNamesDoubted }: Seen): boolean =>
  habits.link === "own" &&
  !areNamesDoubted &&
  (hasOwnThing(habits) || (hasOwnText(habits) && habits.words === 100));

function isTextRecognisable(habits: Habits, seen: Seen): boolean {
  if (hasOwnName(habits, seen) || hasOwnThing(habits)) return true;
  const said = datesSay(habits, "text", seen);
  if (said === "other") return false;
  return said === "same" || habits.title === "own" || habits.words === 100;
}
