/** The right of one poll to hold drafts in memory. */
export type DraftSlot = {
  /** Waits until this poll may draft, first come, first served; at once when it has the right already. */
  readonly take: () => Promise<void>;
  /** Gives the right back: the drafts are stored or given up. Does nothing without the right. */
  readonly release: () => void;
};

/**
 * Bounds how many polls hold drafts at once. Readers draft faster than one writer stores: without a bound, the drafts of
 * all polls at once wait for it.
 */
export function createDraftSlots(size: number): () => DraftSlot {
  const waiting: (() => void)[] = [];
  let free = size;
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const release = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return () => {
    let isHeld = false;
    return {
      async take() {
        if (isHeld) return;
        await take();
        isHeld = true;
      },
      release() {
        if (isHeld) release();
        isHeld = false;
      },
    };
  };
}
