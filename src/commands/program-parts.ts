import type { Command } from "commander";

/** Takes the exit code of a command. */
export type Ending = (result: number | Promise<number>) => Promise<void>;
export type Options = Readonly<Record<string, never>>;

/** The options of a command and those of the program, wherever they stood. */
export const given = <T>(command: Command): T => command.optsWithGlobals() as T;
