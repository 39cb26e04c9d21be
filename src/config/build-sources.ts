import { dirname, resolve } from "node:path";
import type { Result } from "../core/result.ts";
import type { SourceCredentials } from "../core/settings/credentials.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import { withoutSecrets } from "../core/urls/public-address.ts";
import type { ConfigProblem } from "./config.ts";
import { credentialsOf, withoutUserinfo } from "./credentials.ts";
import { formerOutlineId, type OpmlList, type OpmlOutline, outlineId } from "./opml-sources.ts";
import { durationMs, type SourceInput } from "./schema.ts";
import { type Passwords, passwordKey } from "./without-password.ts";

/** The contract's smallest interval: a look at a folder costs little, so there is one on every tick. */
const EVERY_FOLDER_MS = 1000;
const EVERY_REMOTE_MS = 15 * 60_000;

export type SourcesContext = {
  readonly file: string;
  readonly at: (path: readonly PropertyKey[], message: string) => ConfigProblem;
  readonly readOpml: (file: string) => Result<OpmlList, string>;
  readonly variable: (name: string) => Result<string | undefined, string>;
  /** Of addresses that stand in the configuration without theirs. */
  readonly passwords: Passwords;
  /** Why a folder cannot be a source now, or `null`. */
  readonly folderProblem: (folder: string) => string | null;
};

export type BuiltSources = {
  readonly sources: readonly SourceDefinition[];
  readonly credentials: readonly SourceCredentials[];
  /** Ids that sources of lists had under 0.1.0, with those that they have now. */
  readonly formerIds: ReadonlyMap<string, string>;
  readonly problems: readonly ConfigProblem[];
  /** What is valid but may be a mistake. */
  readonly warnings: readonly ConfigProblem[];
};

/** A source as the file has it, or an outline of a list that the file names. */
type NamedDefinition = Exclude<SourceInput, { opml: string }>;
/** A source with its place in the file. */
type PlacedSource = {
  readonly source: NamedDefinition;
  readonly path: readonly PropertyKey[];
  readonly isOutline: boolean;
};

/** Every source that the file names, those of its lists included, with what is noticed about each. */
export function buildSources(
  inputs: readonly SourceInput[],
  context: SourcesContext,
): BuiltSources {
  const problems: ConfigProblem[] = [];
  const warnings: ConfigProblem[] = [];
  const credentials: SourceCredentials[] = [];
  const placed = inputs.flatMap((source, index) => {
    const path = ["sources", index];
    if (!("opml" in source)) return [{ source: known(source, context), path, isOutline: false }];
    const list = context.readOpml(source.opml);
    if (list.ok)
      warnings.push(...leftOut(list.value).map((text) => context.at([...path, "opml"], text)));
    else problems.push(context.at([...path, "opml"], list.error));
    if (!list.ok) return [];
    return outlinesOf(source, list.value).map((outline) => {
      return { source: known(outline, context), path, isOutline: true };
    });
  });
  for (const each of placed) {
    const found = examine(each, context, warnings);
    if (found !== null) credentials.push(found);
  }
  warnings.push(...repeatedAddresses(placed, context));
  const sources = placed.map(({ source }) => definitionOf(source, context));
  return { sources, credentials, formerIds: formerIdsOf(placed), problems, warnings };
}

/** A source under the address with its password, if that is known. */
function known(source: NamedDefinition, { passwords }: SourcesContext): NamedDefinition {
  if (!("url" in source)) return source;
  const { href } = new URL(source.url);
  const own = passwords.get(passwordKey(source.id, href));
  return { ...source, url: own ?? passwords.get(passwordKey(null, href)) ?? source.url };
}

function outlinesOf(
  { opml: _, ...options }: Extract<SourceInput, { opml: string }>,
  { outlines }: OpmlList,
): readonly NamedDefinition[] {
  return distinct(outlines).map(({ url, title }) => ({
    ...options,
    // Exporters that know no title write the address.
    title: title === null ? options.title : withoutSecrets(title),
    id: outlineId(url),
    url,
  }));
}

function formerIdsOf(placed: readonly PlacedSource[]): ReadonlyMap<string, string> {
  const ids = new Set(placed.map(({ source }) => source.id));
  return new Map(
    placed.flatMap(({ source }) => {
      if (!("url" in source) || source.id !== outlineId(source.url)) return [];
      const former = formerOutlineId(source.url);
      return ids.has(former) ? [] : [[former, source.id] as const];
    }),
  );
}

/** Lists repeat addresses across their categories. */
function distinct(outlines: readonly OpmlOutline[]): readonly OpmlOutline[] {
  return [...new Map(outlines.map((outline) => [outline.url, outline])).values()];
}

/** What is left out of a list, in sentences about the whole list. */
function leftOut({ outlines, beyond, unusable }: OpmlList): readonly string[] {
  const taken = `${outlines.length} of its outlines are sources`;
  return [
    ...(beyond > 0 ? [`${taken}, the most that a list may have; ${beyond} more are left out`] : []),
    ...(unusable.count > 0
      ? [
          `outlines without an http or https address in xmlUrl are left out (${unusable.count}): ${unusable.examples.join(", ")}`,
        ]
      : []),
  ];
}

function examine(
  placed: PlacedSource,
  context: SourcesContext,
  warnings: ConfigProblem[],
): SourceCredentials | null {
  const { source } = placed;
  const warn = (key: string, message: string): void => {
    warnings.push(noteOn(placed, { key, message }, context));
  };
  if ("url" in source) return credentialsOf(source, { variable: context.variable, warn });
  const problem = context.folderProblem(folderOf(source, context));
  if (problem !== null) warn("folder", problem);
  return null;
}

type Note = { readonly key: string; readonly message: string };

/** An outline has no line of its own in the file: it is named by the id that it gets. */
function noteOn(
  { source, path, isOutline }: PlacedSource,
  { key, message }: Note,
  { at }: SourcesContext,
): ConfigProblem {
  return isOutline
    ? at([...path, "opml"], `its outline "${source.id}" ${message}`)
    : at([...path, ...key.split(".")], message);
}

/** Warns of sources with one address, which is polled twice then. http or https, or a slash at its end, make no difference. */
function repeatedAddresses(
  placed: readonly PlacedSource[],
  context: SourcesContext,
): readonly ConfigProblem[] {
  const first = new Map<string, string>();
  return placed.flatMap((each) => {
    const { source } = each;
    const address = addressOf(source, context);
    const before = first.get(address);
    if (before === undefined) first.set(address, source.id);
    if (before === undefined || before === source.id) return [];
    const key = "url" in source ? "url" : "folder";
    const message = `repeats the address of "${before}": it is polled twice`;
    return [noteOn(each, { key, message }, context)];
  });
}

function addressOf(source: NamedDefinition, context: SourcesContext): string {
  if (!("url" in source)) return folderOf(source, context);
  const { host, pathname, search } = new URL(source.url);
  return `${host}${pathname.replace(/\/$/, "")}${search}`;
}

const folderOf = (
  { folder }: Extract<NamedDefinition, { folder: string }>,
  { file }: SourcesContext,
): string => resolve(dirname(file), folder);

function definitionOf(source: NamedDefinition, context: SourcesContext): SourceDefinition {
  const { title = null, every } = source;
  const everyMs = every === undefined ? null : durationMs(every);
  if ("folder" in source) {
    const { every: _, ...rest } = source;
    const folder = folderOf(source, context);
    return { ...rest, title, everyMs: everyMs ?? EVERY_FOLDER_MS, kind: "folder", folder };
  }
  const { every: _, auth: __, ...rest } = source;
  const url = withoutUserinfo(source.url);
  return { ...rest, title, everyMs: everyMs ?? EVERY_REMOTE_MS, kind: "remote", url };
}
