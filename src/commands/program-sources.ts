import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import { type Ending, given, type Options } from "./program-parts.ts";
import type { SourcesForgetOptions } from "./sources-forget.ts";

export function addSources(program: Command, io: Io, ending: Ending): void {
  const sources = program.command("sources").description("manage what is kept of sources");
  sources
    .command("forget")
    .description("take the articles of a source that left the configuration out of publication")
    .argument("<id>", "a source that is not in the configuration")
    .option("--keep", "keep its articles published, and forget only how it was polled", false)
    .option("--yes", "do not ask for confirmation", false)
    .option("--json", "one JSON object", false)
    .action((id: string, _: Options, command: Command) =>
      ending(
        import("./sources-forget.ts").then(({ sourcesForget }) =>
          sourcesForget({ ...given<Omit<SourcesForgetOptions, "id">>(command), id }, io),
        ),
      ),
    );
}
