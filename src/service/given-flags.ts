/** Flags that an operator gives to every Node of this desk. Those of a command line count more than they. */
const everywhere = (): readonly string[] => (process.env["NODE_OPTIONS"] ?? "").split(/\s+/);

/** V8 takes both for one. */
const nameOf = (flag: string): string => flag.replace(/=.*$/s, "").replaceAll("_", "-");

const isAmong = (flag: string, given: readonly string[]): boolean =>
  given.some((each) => nameOf(each) === nameOf(flag));

/** Whether an operator has said what a flag says, for this process. */
export const isFlagGiven = (flag: string): boolean =>
  isAmong(flag, [...process.execArgv, ...everywhere()]);

/** The flags of a process of ours that begins with these: what an operator has said of this one counts more. */
export const flagsOfChild = (flags: readonly string[]): readonly string[] => [
  ...flags.filter((flag) => !isAmong(flag, everywhere())),
  ...process.execArgv,
];
