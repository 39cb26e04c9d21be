import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import { type Ending, given, type Options } from "./program-parts.ts";
import type { PublishOptions } from "./publish.ts";

export function addPublish(program: Command, io: Io, ending: Ending): void {
  program
    .command("publish")
    .description("write everything public as files for a web server, then exit")
    .requiredOption("--to <place>", "a folder, or s3://bucket/prefix; only what changed is written")
    .option("--json", "one JSON object", false)
    .action((_: Options, command: Command) =>
      ending(
        import("./publish.ts").then(({ publish }) => publish(given<PublishOptions>(command), io)),
      ),
    );
}
