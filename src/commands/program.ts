import { Command, CommanderError, Option } from "commander";
import { type Io, refuse } from "../service/io.ts";
import { ROLES, type ServeOptions } from "../service/roles/role.ts";
import type { ArticlesOptions } from "./articles.ts";
import type { IngestOptions } from "./ingest.ts";
import type { InitOptions } from "./init.ts";
import { INSPECT_KINDS } from "./inspect-kinds.ts";
import { addClusters } from "./program-clusters.ts";
import { addConfig } from "./program-config.ts";
import { addRemoved, addReprocess } from "./program-editing.ts";
import { addFeeds } from "./program-feeds.ts";
import { type Ending, given, type Options, positive } from "./program-parts.ts";
import { addPublish } from "./program-publish.ts";
import { addSources } from "./program-sources.ts";
import { addStorage } from "./program-storage.ts";
import { addStore } from "./program-store.ts";
import type { RunInspectOptions } from "./run-inspect.ts";
import type { WithdrawOptions } from "./withdraw.ts";

/** Exit code for wrong usage; 1 is for failures. */
const WRONG_USAGE = 2;
/** Code of an error that was printed already. */
const REFUSED = "offprint.refused";

/**
 * Runs the command that the arguments name. Each is loaded when it is asked for: `--help` needs no database,
 * and `inspect` of one file no web server.
 * Gives the exit code.
 */
export async function run(argv: readonly string[], io: Io, version: string): Promise<number> {
  let code = 0;
  const ending = async (result: number | Promise<number>): Promise<void> => {
    code = await result;
  };
  const program = describeProgram(io, version);
  // Checks the log settings for every command, also for those that log only what goes wrong.
  program.hook("preAction", async () => {
    const { logSettings } = await import("../service/log-settings.ts");
    const logging = logSettings(io, { terminal: "warn", elsewhere: "info" });
    if (!logging.ok) throw new CommanderError(refuse(logging.error, io), REFUSED, logging.error);
  });
  addInit(program, io, ending);
  addServe(program, io, ending);
  addIngest(program, io, ending);
  addPublish(program, io, ending);
  addInspect(program, io, ending);
  addLists(program, io, ending);
  addClusters(program, io, ending);
  addRemoved(program, io, ending);
  addReprocess(program, io, ending);
  addWithdraw(program, io, ending);
  addFeeds(program, io, ending);
  addSources(program, io, ending);
  addStore(program, io, ending);
  addStorage(program, io, ending);
  addConfig(program, io, ending);
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    if (cause.code === REFUSED) return cause.exitCode;
    return cause.exitCode === 0 ? 0 : WRONG_USAGE;
  }
}

function describeProgram(io: Io, version: string): Command {
  return new Command("offprint")
    .description(
      "A self-hosted syndication desk: takes in articles, publishes RSS, Atom and JSON feeds.",
    )
    .version(version)
    .option(
      "--config <file>",
      "the configuration (default: OFFPRINT_CONFIG, else data/offprint.yaml)",
    )
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(offprint --help says more)")
    .exitOverride();
}

function addInit(program: Command, io: Io, ending: Ending): void {
  program
    .command("init")
    .description("make a commented configuration with the samples, to begin with")
    .option("--empty", "without the samples", false)
    .option("--json", "one JSON object", false)
    .action((_: Options, command: Command) =>
      ending(import("./init.ts").then(({ init }) => init(given<InitOptions>(command), io))),
    );
}

function addServe(program: Command, io: Io, ending: Ending): void {
  program
    .command("serve")
    .description("run the scheduler and the web server until SIGTERM or SIGINT")
    .addOption(new Option("--role <role>", "what to run").choices(ROLES).default("all"))
    .option("--node <name>", "the name of this node in status and log (default: the machine's)")
    .option(
      "--strict",
      "stop when the configuration is broken, even if there is a good copy",
      false,
    )
    .option(
      "--static <place>",
      "also keep everything public as files: in a folder, or s3://bucket/prefix",
    )
    .action((_: Options, command: Command) =>
      ending(
        import("../service/run-service.ts").then(({ serve }) =>
          serve(given<ServeOptions>(command), io),
        ),
      ),
    );
}

function addIngest(program: Command, io: Io, ending: Ending): void {
  program
    .command("ingest")
    .description("poll the due sources once, then exit; a running service is asked to do it")
    .option("--all", "every source, due or not", false)
    .option("--source <id>", "only this source, due or not (repeatable)", collect, [])
    .option("--json", "one JSON line a source", false)
    .action((_: Options, command: Command) =>
      ending(import("./ingest.ts").then(({ ingest }) => ingest(given<IngestOptions>(command), io))),
    );
}

function addInspect(program: Command, io: Io, ending: Ending): void {
  program
    .command("inspect")
    .description("show what we read from files or URLs; nothing is stored")
    .argument("[input...]", "files or URLs")
    .addOption(new Option("--as <kind>", "read as this kind").choices(INSPECT_KINDS))
    .option("--base-url <url>", "base of relative URLs")
    .option("--content-type <type>", "as if served with this Content-Type")
    .option(
      "--files-from <file>",
      "one input a line, PATH[<tab>BASE-URL[<tab>CONTENT-TYPE]]; - for standard input",
    )
    .option("--json", "one JSON line an input", false)
    .action((inputs: string[], _: Options, command: Command) => {
      const options = given<RunInspectOptions>(command);
      if (inputs.length === 0 && !options.filesFrom) command.error("error: no input");
      const { as = null, baseUrl = null, contentType = null, filesFrom = null } = options;
      return ending(
        import("./run-inspect.ts").then(({ runInspect }) =>
          runInspect({ ...options, inputs, as, baseUrl, contentType, filesFrom }, io),
        ),
      );
    });
}

function addLists(program: Command, io: Io, ending: Ending): void {
  program
    .command("articles")
    .description("list what is published, newest first")
    .option("--limit <n>", "at most so many articles", positive)
    .option("--json", "one JSON line an article", false)
    .action((_: Options, command: Command) => {
      const options = given<ArticlesOptions>(command);
      return ending(
        import("./articles.ts").then(({ listArticles }) =>
          listArticles({ ...options, limit: options.limit ?? null }, io),
        ),
      );
    });
}

function addWithdraw(program: Command, io: Io, ending: Ending): void {
  program
    .command("withdraw")
    .description("take a text, with all its copies, out of everything that is published")
    .argument("[article]", "any article that carries the text")
    .option("--reason <text>", "why, for readers")
    .option("--undo", "publish it again", false)
    .option("--list", "list what is withdrawn", false)
    .option("--json", "JSON, one object a line", false)
    .action((article: string | undefined, _: Options, command: Command) => {
      const options = given<WithdrawOptions & { readonly list: boolean }>(command);
      if ((article === undefined) !== options.list) {
        command.error("error: name an article, or give --list");
      }
      const { reason = null } = options;
      return ending(
        import("./withdraw.ts").then(({ runWithdraw }) =>
          runWithdraw({ ...options, article: article ?? null, reason }, io),
        ),
      );
    });
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
