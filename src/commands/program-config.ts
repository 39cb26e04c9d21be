import type { Command } from "commander";
import type { Io } from "../service/io.ts";
import type { ConfigOptions } from "./config.ts";
import { type Ending, given } from "./program-parts.ts";

type Act = (options: ConfigOptions) => Promise<number>;

export function addConfig(program: Command, io: Io, ending: Ending): void {
  const config = program
    .command("config")
    .description("check the configuration, say which one counts, print its schema");
  const add = (name: string, description: string, act: Act): void => {
    config
      .command(name)
      .description(description)
      .option("--json", "one JSON object", false)
      .action((_: object, command: Command) => ending(act(given<ConfigOptions>(command))));
  };
  add(
    "check",
    "say whether the configuration is valid, or what is wrong in which line",
    async (options) => (await import("./config.ts")).configCheck(options, io),
  );
  add(
    "show",
    "say which configuration counts on this node, and what its file says otherwise",
    async (options) => (await import("./config-sharing.ts")).configShow(options, io),
  );
  add(
    "own",
    "let the file of this node count for all nodes of its PostgreSQL from now on",
    async (options) => (await import("./config-sharing.ts")).configOwn(options, io),
  );
  add("schema", "print the JSON Schema of the configuration", async () =>
    (await import("./config.ts")).printConfigSchema(io),
  );
}
