import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import type { BackupOptions } from "./backup.ts";
import { type Ending, given, type Options } from "./program-parts.ts";

/** What keeps a desk safe: backups. */
export function addStorage(program: Command, io: Io, ending: Ending): void {
  program
    .command("backup")
    .description("make a verified copy of the database, also while a service runs")
    .option("--to <folder>", "where (default: backups, beside the configuration)")
    .option("--json", "one JSON object", false)
    .action((_: Options, command: Command) =>
      ending(import("./backup.ts").then(({ backup }) => backup(given<BackupOptions>(command), io))),
    );
}
