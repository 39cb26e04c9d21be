/** Hints from other processes that something was published. Each may be missed: the database is the truth. */
export type HintHearing = {
  /** Whether hints come now, as far as is known. */
  readonly isHearing: () => boolean;
  readonly stop: () => Promise<void>;
};

/** Where no hints come: whoever follows must look often enough. */
export const NOT_HEARING: HintHearing = { isHearing: () => false, stop: async () => {} };
