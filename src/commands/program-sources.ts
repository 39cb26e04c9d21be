import { type Command, Option } from "commander";
import { RIGHTS } from "../core/rights/rights.ts";
import { HEALTHS } from "../core/sources/polling/source-health.ts";
import type { Io } from "../service/io.ts";
import { addParts, type CommandPart, type Ending } from "./program-parts.ts";

const YES = new Option("--yes", "do not ask for confirmation").default(false);
const ID = ["<id>", "a source of the configuration"] as const;
const SOURCE_RIGHTS = new Option("--rights <rights>", "how much may be passed on").choices([
  ...RIGHTS,
]);
const CATEGORY = new Option("--category <name...>", "added to each of its articles");
const ONE = "one JSON object";
const LINES = "one JSON line a source";

const PARTS: readonly CommandPart[] = [
  {
    name: "list",
    description: "list the sources with how they are, those that are ill first",
    options: [new Option("--state <state>", "only those in this state").choices([...HEALTHS])],
    json: LINES,
    act: async (options, io) => (await import("./sources-list.ts")).sourcesList(options, io),
  },
  {
    name: "show",
    description: "show how a source is configured, how it is, and what its last polls found",
    arguments: [ID],
    json: ONE,
    act: async (options, io) => (await import("./sources-show.ts")).sourcesShow(options, io),
  },
  {
    name: "add",
    description: "find the feed of an address, show what it gives, and add it to the configuration",
    arguments: [["<url>", "a feed, or a page that announces one"]],
    options: [
      new Option("--id <id>", "its id, for ever (default: of its name)"),
      new Option("--title <title>", "the name shown with its articles"),
      new Option("--every <duration>", "smallest interval between polls, such as 15m"),
      SOURCE_RIGHTS,
      new Option("--full-text <when>", "when pages are fetched").choices([
        "auto",
        "always",
        "never",
      ]),
      CATEGORY,
      YES,
    ],
    json: ONE,
    act: async (options, io) => (await import("./sources-add.ts")).sourcesAdd(options, io),
  },
  {
    name: "remove",
    description: "take a source out of the configuration; its articles stay",
    arguments: [ID],
    json: ONE,
    act: async (options, io) => (await import("./sources-edit.ts")).sourcesRemove(options, io),
  },
  {
    name: "rename",
    description: "give a source another id; its articles and all that is known of it stay",
    arguments: [
      ["<from>", "a source of the configuration"],
      ["<to>", "its id from now on"],
    ],
    json: ONE,
    act: async (options, io) => (await import("./sources-edit.ts")).sourcesRename(options, io),
  },
  {
    name: "pause",
    description: "poll a source no more, whatever the configuration says",
    arguments: [ID],
    json: ONE,
    act: async (options: object, io) =>
      (await import("./sources-pause.ts")).sourcesPause(
        { ...(options as { id: string; json: boolean }), paused: true },
        io,
      ),
  },
  {
    name: "resume",
    description: "poll a source again, whatever the configuration says",
    arguments: [ID],
    json: ONE,
    act: async (options: object, io) =>
      (await import("./sources-pause.ts")).sourcesPause(
        { ...(options as { id: string; json: boolean }), paused: false },
        io,
      ),
  },
  {
    name: "poll",
    description: "poll sources now, due or not",
    arguments: [["<source...>", "sources of the configuration"]],
    json: LINES,
    act: async (options: object, io) =>
      (await import("./ingest.ts")).ingest(
        { ...(options as { source: string[]; json: boolean }), all: false },
        io,
      ),
  },
  {
    name: "test",
    description: "read a source once and show its newest articles; nothing is stored",
    arguments: [["<source>", "a source of the configuration, or an address"]],
    json: ONE,
    act: async (options, io) => (await import("./sources-test.ts")).sourcesTest(options, io),
  },
  {
    name: "import",
    description: "add the feeds of an OPML list to the configuration",
    arguments: [["<file>", "an OPML list"]],
    options: [SOURCE_RIGHTS, CATEGORY, YES],
    json: ONE,
    act: async (options, io) => (await import("./sources-exchange.ts")).sourcesImport(options, io),
  },
  {
    name: "export",
    description: "print the feeds that are sources as an OPML list",
    act: async (options, io) => (await import("./sources-exchange.ts")).sourcesExport(options, io),
  },
  {
    name: "forget",
    description: "take the articles of a source that left the configuration out of publication",
    arguments: [["<id>", "a source that is not in the configuration"]],
    options: [
      new Option(
        "--keep",
        "keep its articles published, and forget only how it was polled",
      ).default(false),
      YES,
    ],
    json: ONE,
    act: async (options, io) => (await import("./sources-forget.ts")).sourcesForget(options, io),
  },
];

export function addSources(program: Command, io: Io, ending: Ending): void {
  const sources = program
    .command("sources")
    .description("add, change, test and list the sources, and what is kept of them");
  addParts(sources, PARTS, { io, ending });
}
