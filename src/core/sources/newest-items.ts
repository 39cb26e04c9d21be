/** Takes a document's items in their order, and keeps the newest. Reading is idempotent. */
export type NewestItems<T> = {
  /** `at`: when it was published, else updated; `null` when it says neither. */
  readonly add: (item: T, at: number | null) => void;
  /** In the order of the document. */
  readonly items: () => readonly T[];
  readonly leftOut: () => number;
};

type PlacedItem<T> = { readonly item: T; readonly place: number; readonly at: number | null };

/**
 * The newest `size` items by date. An item without a date is as new as the dated one before it. Of equally new ones
 * those at the end are kept where the dates of the document rise, else those at its beginning, where publishers put
 * what is new. At most twice as many items are held at any time.
 */
export function createNewestItems<T>(size: number): NewestItems<T> {
  let held: readonly PlacedItem<T>[] = [];
  let waiting: PlacedItem<T>[] = [];
  let count = 0;
  let last: number | null = null;
  let rises = 0;
  const prune = (): void => {
    held = newest([...held, ...waiting], size, rises > 0);
    waiting = [];
  };
  return {
    add: (item, own) => {
      if (own !== null && last !== null) rises += Math.sign(own - last);
      last = own ?? last;
      waiting.push({ item, place: count, at: last });
      count += 1;
      if (waiting.length >= size) prune();
    },
    items: () => {
      prune();
      return held.map(({ item }) => item);
    },
    leftOut: () => Math.max(0, count - size),
  };
}

function newest<T>(
  all: readonly PlacedItem<T>[],
  size: number,
  isRising: boolean,
): readonly PlacedItem<T>[] {
  if (all.length <= size) return all;
  const first = all.find(({ at }) => at !== null)?.at ?? 0;
  const direction = isRising ? -1 : 1;
  return all
    .toSorted((a, b) => (b.at ?? first) - (a.at ?? first) || direction * (a.place - b.place))
    .slice(0, size)
    .toSorted((a, b) => a.place - b.place);
}
