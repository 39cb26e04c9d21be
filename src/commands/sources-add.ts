import type { Config } from "../config/config.ts";
import { err, type Result } from "../core/result.ts";
import type { EntryValues } from "../core/settings/configuration-edit.ts";
import { bareSource, typedAddress } from "../core/sources/bare-source.ts";
import type { SourcePreview } from "../core/sources/source-preview.ts";
import { suggestId } from "../core/sources/suggest-id.ts";
import { orderEdit } from "../service/editing/order-edit.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { type ReadOnce, readingOnce } from "../service/reading/read-once.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { askFor, confirm } from "./ask.ts";
import { previewText } from "./preview-text.ts";
import { write } from "./write.ts";

export type SourcesAddOptions = CommonOptions & {
  /** Of a feed, or of a page that announces one. */
  readonly url: string;
  readonly id?: string;
  readonly title?: string;
  readonly every?: string;
  readonly rights?: string;
  readonly fullText?: string;
  readonly category?: readonly string[];
  /** Nobody is asked: the first feed of a page is taken. */
  readonly yes: boolean;
  readonly json: boolean;
};

/** Finds the feed of an address, shows what it gives, and writes it into the configuration. Gives the exit code. */
export async function sourcesAdd(options: SourcesAddOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const config = loaded.value;
  const typed = typedAddress(options.url);
  if (!typed.ok) return refuse(typed.error, io);
  const found = await readingOnce(config, (read) => choose(typed.value, { read, options, io }));
  if (found.problem !== null && found.address === null) return refuse(found.problem, io);
  const entry = entryOf(typed.value, found, { options, config });
  if (!options.json) await write(io.stderr, `${previewText(found)}\n`);
  const agreed = await agree(entry, found, { options, config, io });
  if (!agreed.ok) return refuse(agreed.error, io);
  const edited = await orderEdit(
    { config, io },
    { kind: "add", list: "sources", entries: [entry] },
  );
  if (!edited.ok) return refuse(edited.error, io);
  const { file } = edited.value;
  const line = options.json
    ? JSON.stringify({ ...entry, file, preview: found })
    : `${entry["id"]} is a source from now on (${file})`;
  await write(io.stdout, `${line}\n`);
  return 0;
}

type Choosing = {
  readonly read: ReadOnce;
  readonly options: SourcesAddOptions;
  readonly io: Io;
};

/** The feed of the address; where its page announces several and somebody can be asked, the one that is chosen. */
async function choose(url: string, { read, options, io }: Choosing): Promise<SourcePreview> {
  const first = await read(bareSource(url));
  const { announced, address } = first;
  if (announced.length < 2 || options.yes || options.json || !io.stdin.isTTY) return first;
  const listed = announced.map((feed, n) => `  ${n + 1}) ${feed.title ?? ""}  ${feed.url}`);
  await write(io.stderr, `The page announces these feeds:\n${listed.join("\n")}\n`);
  const number = Number((await askFor("Which one? [1] ", io)) || "1");
  const chosen = announced[number - 1]?.url;
  if (chosen === undefined)
    return { ...first, address: null, problem: "there is no feed of that number" };
  return chosen === address ? first : read(bareSource(chosen));
}

type Adding = { readonly options: SourcesAddOptions; readonly config: Config };

/** The entry as it is written: what nobody asked for is left to the defaults. */
function entryOf(typed: string, found: SourcePreview, { options, config }: Adding): EntryValues {
  const url = found.address ?? typed;
  const taken = new Set(config.sources.map(({ id }) => id));
  const { title, every, rights, fullText, category } = options;
  const given = { title, every, rights, fullText, categories: category };
  return {
    id: options.id ?? suggestId(title ?? found.title, url, taken),
    url,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

async function agree(
  entry: EntryValues,
  { problem }: SourcePreview,
  { options, config, io }: Adding & { readonly io: Io },
): Promise<Result<null, string>> {
  const same = config.sources.find(
    (source) => source.kind === "remote" && source.url === entry["url"],
  );
  if (same !== undefined) return err(`"${same.id}" is polled at ${entry["url"]} already`);
  const agreed = await confirm(`${entry["id"]} becomes a source`, options, io);
  return agreed.ok || problem === null ? agreed : err(`${problem}; ${agreed.error}`);
}
