import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "../service/io.ts";
import { type Ending, given, type Options } from "./program-parts.ts";
import type { RemovedOptions } from "./removed.ts";
import type { ReprocessOptions } from "./reprocess.ts";

export function addReprocess(program: Command, io: Io, ending: Ending): void {
  program
    .command("reprocess")
    .description("apply the present rules again to everything that was received")
    .option("--source <id>", "only what came from this source")
    .option("--json", "one JSON line a source, and one for all", false)
    .action((_: Options, command: Command) =>
      ending(
        import("./reprocess.ts").then(({ runReprocess }) =>
          runReprocess(given<ReprocessOptions>(command), io),
        ),
      ),
    );
}

type RemovedFlags = Omit<RemovedOptions, "article" | "keep"> & {
  readonly keep?: readonly number[];
  readonly keepAll: boolean;
};

export function addRemoved(program: Command, io: Io, ending: Ending): void {
  program
    .command("removed")
    .description(
      "show what was removed from an article and why, and where its other values are from",
    )
    .argument("<article>", "an article")
    .option("--keep <line...>", "keep these lines in it from now on, by their numbers", lineNumber)
    .option("--keep-all", "keep all of its removed lines from now on", false)
    .option("--undo", "take back all kept lines of it", false)
    .option("--json", "one JSON object", false)
    .action((article: string, _: Options, command: Command) => {
      const { keep = [], keepAll, ...options } = given<RemovedFlags>(command);
      if (Number(keep.length > 0) + Number(keepAll) + Number(options.undo) > 1) {
        command.error("error: give one of --keep, --keep-all and --undo");
      }
      return ending(
        import("./removed.ts").then(({ removed }) =>
          removed({ ...options, article, keep: keepAll ? "all" : keep }, io),
        ),
      );
    });
}

function lineNumber(value: string, before: readonly number[] = []): readonly number[] {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError("expected the number of a line.");
  }
  return [...before, number];
}
