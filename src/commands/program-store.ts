import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import { type Ending, given, type Options } from "./program-parts.ts";
import type { StoreCopyOptions } from "./store-copy.ts";

export function addStore(program: Command, io: Io, ending: Ending): void {
  const store = program.command("store").description("move a desk to another database");
  store
    .command("copy")
    .description(
      "copy everything into an empty database, of SQLite or PostgreSQL, and compare both; goes on with a copy that was interrupted",
    )
    .requiredOption("--from <database>", "a path, or postgres://user@host:5432/name")
    .requiredOption("--to <database>", "a file that does not exist, or an empty database")
    .option("--verify", "only compare the two", false)
    .option("--restart", "begin a copy anew that was interrupted", false)
    .option("--json", "one JSON line a table, and one at the end", false)
    .action((_: Options, command: Command) =>
      ending(
        import("./store-copy.ts").then(({ storeCopy }) =>
          storeCopy(given<StoreCopyOptions>(command), io),
        ),
      ),
    );
}
