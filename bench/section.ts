import type { Figure } from "./figure.ts";

/** A part of the bench that measures by itself, with budgets of its own. */
export type Section = {
  /** What it is about; heads its table. */
  readonly title: string;
  readonly run: (options: SectionOptions) => Promise<readonly Figure[]>;
};

export type SectionOptions = {
  readonly isQuick: boolean;
  /** At most. */
  readonly rounds: number;
  /** Milliseconds since the start of the bench at which a section that takes rounds as they fit begins no further one. */
  readonly limitMs: number;
  /** Tells a person how far it came. */
  readonly onStep: (what: string) => void;
};
