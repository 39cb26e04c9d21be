import type { Command } from "commander";
import type { EditorAction } from "../core/stories/editing.ts";
import type { Io } from "../service/io.ts";
import type { ClustersOptions } from "./clusters.ts";
import type { ClustersEditOptions } from "./clusters-edit.ts";
import { type Ending, given, type Options } from "./program-parts.ts";

/** `clusters` and what an editor does with them. */
export function addClusters(program: Command, io: Io, ending: Ending): void {
  const clusters = program
    .command("clusters")
    .description("list which articles carry one text, and why")
    .option("--json", "one JSON line a cluster, those of one article too", false)
    .action((_: Options, command: Command) =>
      ending(
        import("./clusters.ts").then(({ clusters: list }) =>
          list(given<ClustersOptions>(command), io),
        ),
      ),
    );
  clusters
    .command("show")
    .description("show a cluster's members beside their lead: what is equal, and what is not")
    .argument("<id>", "a cluster, or an article")
    .option("--json", "one JSON object", false)
    .action((id: string, _: Options, command: Command) =>
      ending(
        import("./clusters-show.ts").then(({ clustersShow }) =>
          clustersShow({ ...given<ClustersOptions>(command), id }, io),
        ),
      ),
    );
  clusters
    .command("compare")
    .description("say by the rules whether two articles are one text, and lay them side by side")
    .argument("<article>", "an article")
    .argument("<other>", "another")
    .option("--json", "one JSON object", false)
    .action((one: string, other: string, _: Options, command: Command) =>
      ending(
        import("./clusters-compare.ts").then(({ clustersCompare }) =>
          clustersCompare({ ...given<ClustersOptions>(command), articles: [one, other] }, io),
        ),
      ),
    );
  addEdits(clusters, io, ending);
}

/** What an editor does by hand. */
function addEdits(clusters: Command, io: Io, ending: Ending): void {
  const describe = (name: string, text: string): Command =>
    clusters
      .command(name)
      .description(text)
      .option("--undo", "undo the last such action, exactly", false)
      .option("--json", "one JSON object", false);
  const edit = (action: EditorAction, command: Command) =>
    ending(
      import("./clusters-edit.ts").then(({ clustersEdit }) =>
        clustersEdit({ ...given<Omit<ClustersEditOptions, "action">>(command), action }, io),
      ),
    );
  for (const [kind, text] of PAIR_ACTIONS) {
    describe(kind, text)
      .argument("<article>", "an article")
      .argument("<other>", "another")
      .action((one: string, other: string, _: Options, command: Command) =>
        edit({ kind, articles: [one, other] }, command),
      );
  }
  describe("split", "take an article out of its cluster, for good")
    .argument("<article>", "an article")
    .action((one: string, _: Options, command: Command) =>
      edit({ kind: "split", articles: [one] }, command),
    );
}

const PAIR_ACTIONS = [
  ["veto", "keep two articles apart, for good; if they share a cluster, the second leaves it"],
  ["merge", "put the cluster of the second article into that of the first, for good"],
] as const;
