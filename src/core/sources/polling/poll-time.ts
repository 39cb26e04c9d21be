/** `reason` says to an operator why the next poll is not sooner. */
export type NextPoll = { readonly at: number; readonly reason: string };
