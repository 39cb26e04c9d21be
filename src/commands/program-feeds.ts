import { type Command, Option } from "commander";
import { RIGHTS } from "../core/rights/rights.ts";
import type { Io } from "../service/io.ts";
import type { FeedsOptions } from "./feeds.ts";
import {
  addParts,
  type CommandPart,
  type Ending,
  given,
  type Options,
  positive,
} from "./program-parts.ts";

const PARTS: readonly CommandPart[] = [
  {
    name: "preview",
    description:
      "show what a feed would hold by the file as it stands, and why it leaves texts out",
    arguments: [["<id>", "a feed of the configuration"]],
    options: [
      new Option("--limit <n>", "show at most so many texts that are left out")
        .argParser(positive)
        .default(50),
    ],
    json: "one JSON object",
    act: async (options, io) => (await import("./feeds-preview.ts")).feedsPreview(options, io),
  },
  {
    name: "add",
    description: "add a feed to the configuration",
    arguments: [["<id>", "its id, part of its addresses for ever"]],
    options: [
      new Option("--title <title>", "the name that readers see"),
      new Option("--items <n>", "most entries").argParser(positive),
      new Option("--content <rights>", "at most this much of a text").choices([...RIGHTS]),
      new Option("--source <id...>", "only from these sources"),
      new Option("--category <name...>", "only in these categories"),
      new Option("--language <tag...>", "only in these languages"),
      new Option("--match <words>", 'only with all these words and "phrases"'),
      new Option("--exclude <words>", 'not with all these words and "phrases"'),
    ],
    json: "one JSON object",
    act: async (options, io) => (await import("./feeds-edit.ts")).feedsAdd(options, io),
  },
  {
    name: "remove",
    description: "take a feed out of the configuration",
    arguments: [["<id>", "a feed of the configuration"]],
    json: "one JSON object",
    act: async (options, io) => (await import("./feeds-edit.ts")).feedsRemove(options, io),
  },
];

export function addFeeds(program: Command, io: Io, ending: Ending): void {
  const feeds = program
    .command("feeds")
    .description("list the feeds, with what each has now; preview, add and remove them")
    .option("--json", "one JSON line a feed", false)
    .action((_: Options, command: Command) =>
      ending(
        import("./feeds.ts").then(({ feeds: list }) => list(given<FeedsOptions>(command), io)),
      ),
    );
  addParts(feeds, PARTS, { io, ending });
}
