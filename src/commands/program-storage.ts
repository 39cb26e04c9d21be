import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import type { BackupOptions } from "./backup.ts";
import type { DoctorOptions } from "./doctor.ts";
import type { ExportOptions } from "./export.ts";
import type { ImportOptions } from "./import.ts";
import { type Ending, given, type Options } from "./program-parts.ts";
import type { RestoreOptions } from "./restore.ts";

/** What keeps a desk safe: backups, exports, and somebody who looks. */
export function addStorage(program: Command, io: Io, ending: Ending): void {
  addBackup(program, io, ending);
  addRestore(program, io, ending);
  addExport(program, io, ending);
  addImport(program, io, ending);
  addDoctor(program, io, ending);
}

function addExport(program: Command, io: Io, ending: Ending): void {
  program
    .command("export")
    .description("write everything that the desk knows as JSON Lines, also while a service runs")
    .option("--to <file>", "a file that does not exist (default: standard output)")
    .action((_: Options, command: Command) =>
      ending(
        import("./export.ts").then(({ runExport }) => runExport(given<ExportOptions>(command), io)),
      ),
    );
}

function addImport(program: Command, io: Io, ending: Ending): void {
  program
    .command("import")
    .description("write an export into an empty database, and compare both")
    .argument("<file>", "what offprint export wrote")
    .option("--restart", "take away what an import left that was not finished", false)
    .option("--json", "one JSON line a table, and one at the end", false)
    .action((file: string, _: Options, command: Command) =>
      ending(
        import("./import.ts").then(({ runImport }) =>
          runImport({ ...given<Omit<ImportOptions, "file">>(command), file }, io),
        ),
      ),
    );
}

function addDoctor(program: Command, io: Io, ending: Ending): void {
  program
    .command("doctor")
    .description("look for what may keep the desk from its work, and say what to do")
    .option("--json", "one JSON line a finding", false)
    .action((_: Options, command: Command) =>
      ending(import("./doctor.ts").then(({ doctor }) => doctor(given<DoctorOptions>(command), io))),
    );
}

function addBackup(program: Command, io: Io, ending: Ending): void {
  program
    .command("backup")
    .description("make a verified copy of the database, also while a service runs")
    .option(
      "--to <folder>",
      "where (default: as configured, else backups beside the configuration)",
    )
    .option("--json", "one JSON object", false)
    .action((_: Options, command: Command) =>
      ending(import("./backup.ts").then(({ backup }) => backup(given<BackupOptions>(command), io))),
    );
}

function addRestore(program: Command, io: Io, ending: Ending): void {
  program
    .command("restore")
    .description("put a backup in the place of the database, which stays under another name")
    .argument("<file>", "a backup")
    .option("--yes", "do not ask for confirmation", false)
    .option("--json", "one JSON object", false)
    .action((file: string, _: Options, command: Command) =>
      ending(
        import("./restore.ts").then(({ runRestore }) =>
          runRestore({ ...given<Omit<RestoreOptions, "file">>(command), file }, io),
        ),
      ),
    );
}
