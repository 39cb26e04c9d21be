import { existsSync, readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { err, type Result } from "../core/result.ts";
import { type ReadPicture, readPictureFile } from "./branding-of.ts";
import { buildConfig } from "./build-config.ts";
import type { Config, ConfigProblem } from "./config.ts";
import { type Environment, fromEnvironment } from "./environment.ts";
import { lastGoodPath } from "./last-good.ts";
import type { OpmlList } from "./opml-sources.ts";
import { type ReadText, readText } from "./read-text.ts";
import { checkShape } from "./schema.ts";
import { NO_PASSWORDS, type Passwords } from "./without-password.ts";
import { parseYamlDocument } from "./yaml/read-yaml.ts";

/** The default configuration, below the folder that the command runs in. */
const DEFAULT_FILE = "data/offprint.yaml";

export type LoadOptions = {
  /** As given by `--config`. */
  readonly file: string | undefined;
  readonly environment: Environment;
  /** What an OPML text lists; the error is the end of a sentence. */
  readonly readOpml: (text: string) => Result<OpmlList, string>;
  readonly isCronExpression: (expression: string) => boolean;
  /** Where the texts come from; default: the files themselves. */
  readonly readText?: ReadText;
  /** Where pictures come from; default: the files themselves. */
  readonly readPicture?: ReadPicture;
  /** Why a folder cannot be a source now, or `null`; default: looks at the folder. */
  readonly folderProblem?: (folder: string) => string | null;
  /** Of the site where the configuration has none; default: made of the port. */
  readonly fallbackUrl?: string;
  /** What sources that stand there without their passwords are polled with; default: none. */
  readonly passwords?: Passwords;
};

export type Loaded = Result<Config, readonly ConfigProblem[]>;

/** The file that counts: `--config`, else OFFPRINT_CONFIG, else data/offprint.yaml. */
export function configFile({
  file,
  environment,
}: Pick<LoadOptions, "file" | "environment">): string {
  return resolve(file ?? environment["OFFPRINT_CONFIG"] ?? DEFAULT_FILE);
}

/** Reads and checks the configuration and all that it names; every problem is reported at once. */
export function loadConfig(options: LoadOptions): Loaded {
  const file = configFile(options);
  const text = (options.readText ?? readText)(file);
  if (!text.ok) {
    return err([{ file, line: null, key: "", message: `${text.error}${remedyFor(file)}` }]);
  }

  const document = parseYamlDocument(text.value);
  if (document.problems.length > 0) {
    return err(document.problems.map(({ line, message }) => ({ file, line, key: "", message })));
  }
  const at = (path: readonly PropertyKey[], message: string): ConfigProblem => ({
    file,
    line: document.lineOf(path),
    key: keyOf(path),
    message,
  });
  const shape = checkShape(document.value);
  if (!shape.ok) return err(shape.problems.map(({ path, message }) => at(path, message)));

  return buildConfig(shape.value, {
    file,
    at,
    readOpml: (name) => readOpmlFile(resolve(dirname(file), name), options),
    variable: (name) => fromEnvironment(options.environment, name),
    folderProblem: options.folderProblem ?? folderProblem,
    readPicture: options.readPicture ?? readPictureFile,
    fallbackUrl: options.fallbackUrl,
    passwords: options.passwords ?? NO_PASSWORDS,
    isCronExpression: options.isCronExpression,
  });
}

function remedyFor(file: string): string {
  if (existsSync(file)) return "";
  const copy = lastGoodPath(file);
  return existsSync(copy) ? `: its last good copy is ${copy}` : ': "offprint init" makes one';
}

function readOpmlFile(path: string, options: LoadOptions): Result<OpmlList, string> {
  const text = (options.readText ?? readText)(path);
  if (!text.ok) return text;
  const list = options.readOpml(text.value);
  return list.ok ? list : err(`${path} ${list.error}`);
}

function folderProblem(folder: string): string | null {
  try {
    readdirSync(folder);
    return null;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code === "ENOENT"
      ? `there is no folder ${folder}`
      : `${folder} cannot be read (${code})`;
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.join("").replace(/^\./, "");
}
