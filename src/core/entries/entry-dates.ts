import { foldName } from "../articles/identity/fold-name.ts";

/** What readers have of an entry: when it changes, they are told. */
export type EntryFace = {
  readonly articleId: string;
  readonly title: string;
  readonly textHash: string;
  readonly address: string | null;
};

/** The dates under an entry's id, whichever of its copies are shown. */
export type EntryDates = {
  /** Its place in the order of entries; fixed once readers can have seen it. */
  readonly enteredAt: number;
  /** Never changes once readers can have seen it. */
  readonly publishedAt: number;
  /** Never falls. */
  readonly updatedAt: number;
  /** `null` while readers cannot have seen it. */
  readonly face: EntryFace | null;
};

/** The article that an entry shows now. */
export type ShownArticle = EntryFace & {
  readonly publishedAt: number;
  readonly updatedAt: number;
  /** Its own place: publishedAt in the first ingest of its source, else when it came, or its hold ends. */
  readonly enteredAt: number;
  readonly receivedAt: number;
  /** Since when it is in this entry. */
  readonly joinedAt: number;
  /** It is not held back for its page. */
  readonly isVisible: boolean;
  /** It just changed in a way that readers are to know of. */
  readonly isTold: boolean;
};

/** The time of a change, and the place (`enteredAt`) of an entry that it lets in. */
export type Moment = { readonly now: number; readonly enterAt: number };

/** The formats write whole seconds: two changes within one must not carry one date. */
export const STEP_MS = 1000;

/** A date that readers take for newer than one that they have. */
export const laterThan = (before: number, now: number): number => Math.max(now, before + STEP_MS);

/**
 * The dates of an entry after a change. `publishedAt` is the date that it was first shown with: neither another lead nor a
 * new date of the publisher's moves it. `updatedAt` becomes now when title, text or address differ from what readers have.
 * A text that differs by our own rules alone is no change unless it is told (decide-revision.ts).
 */
export function settleDates(
  stored: EntryDates,
  shown: ShownArticle,
  { now, enterAt }: Moment,
): EntryDates {
  const { articleId, title, textHash, address } = shown;
  const face = shown.isVisible ? { articleId, title, textHash, address } : stored.face;
  if (stored.face === null) {
    const updatedAt = Math.max(shown.updatedAt, shown.publishedAt, stored.updatedAt);
    const enteredAt =
      face === null ? stored.enteredAt : entranceOf(stored, shown, { now, enterAt });
    return { enteredAt, publishedAt: shown.publishedAt, updatedAt, face };
  }
  if (!shown.isVisible || !isChange(stored.face, shown)) return { ...stored, face };
  return { ...stored, updatedAt: laterThan(stored.updatedAt, now), face };
}

/**
 * An entry enters when it is first shown, or readers would find it below the fold. This includes an entry whose page was
 * awaited, and one that a split, a veto or an edit of its text separates from another. Articles of a source's first
 * ingest are placed by their dates.
 */
function entranceOf(stored: EntryDates, shown: ShownArticle, { now, enterAt }: Moment): number {
  const { receivedAt, joinedAt } = shown;
  const isFromElsewhere = receivedAt < now && joinedAt >= now;
  const place = Math.max(stored.enteredAt, shown.enteredAt);
  return isFromElsewhere || place >= receivedAt ? enterAt : place;
}

function isChange(before: EntryFace, shown: ShownArticle): boolean {
  if (shown.isTold || spelled(before.address) !== spelled(shown.address)) return true;
  const isOther = before.articleId !== shown.articleId;
  return isOther && (before.title !== shown.title || before.textHash !== shown.textHash);
}

/** One spelling of an address: publishers alternate between spellings, and some change a counter in it with each poll. */
export const spelled = (address: string | null): string =>
  address === null ? "" : foldName(address);
