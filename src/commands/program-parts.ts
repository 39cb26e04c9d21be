import { type Command, InvalidArgumentError, type Option } from "commander";
import type { Io } from "../service/io.ts";

/** Takes the exit code of a command. */
export type Ending = (result: number | Promise<number>) => Promise<void>;
export type Options = Readonly<Record<string, never>>;

/** The options of a command and those of the program, wherever they stood. */
export const given = <T>(command: Command): T => command.optsWithGlobals() as T;

/** A whole number from 1, as an option has it. */
export function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError("expected a whole number from 1.");
  }
  return number;
}

/** A command of a group, such as `sources list`. */
export type CommandPart = {
  readonly name: string;
  readonly description: string;
  /** Name and description of each argument. */
  readonly arguments?: readonly (readonly [string, string])[];
  readonly options?: readonly Option[];
  /** The option `--json`; absent: none. */
  readonly json?: string;
  /** Loaded when it is asked for. */
  readonly act: (options: never, io: Io) => Promise<number>;
};

/** The given options of a command with its arguments by their names. */
const named = <T>(command: Command): T => {
  const names = command.registeredArguments.map((argument) => argument.name());
  const values = Object.fromEntries(names.map((name, n) => [name, command.processedArgs[n]]));
  return { ...given<object>(command), ...values } as T;
};

/** Adds commands to a group. */
export function addParts(
  group: Command,
  parts: readonly CommandPart[],
  { io, ending }: { readonly io: Io; readonly ending: Ending },
): void {
  for (const { name, description, arguments: taken = [], options = [], json, act } of parts) {
    const command = group.command(name).description(description);
    for (const [argument, what] of taken) command.argument(argument, what);
    for (const option of options) command.addOption(option);
    if (json !== undefined) command.option("--json", json, false);
    command.action(() => ending(act(named<never>(command), io)));
  }
}
