import type { Config } from "../config/config.ts";
import type { EntryValues } from "../core/settings/configuration-edit.ts";
import { suggestId } from "../core/sources/suggest-id.ts";
import { orderEdit } from "../service/editing/order-edit.ts";
import { listSources, type ReadList, readList } from "../service/exchange-lists.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { confirm } from "./ask.ts";
import { write } from "./write.ts";

/** Prints the feeds that are sources as an OPML list. Gives the exit code. */
export async function sourcesExport(options: CommonOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  await write(io.stdout, `${listSources(loaded.value)}\n`);
  return 0;
}

export type SourcesImportOptions = CommonOptions & {
  /** An OPML list. */
  readonly file: string;
  readonly rights?: string;
  readonly category?: readonly string[];
  readonly yes: boolean;
  readonly json: boolean;
};

/** Writes each feed of an OPML list into the configuration as a source of its own, but for those that are there. Gives the exit code. */
export async function sourcesImport(options: SourcesImportOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const config = loaded.value;
  const list = readList(options.file);
  if (!list.ok) return refuse(list.error, io);
  const { outlines, beyond, unusable } = list.value;
  const entries = newEntries(outlines, config, options);
  const told = {
    added: entries.map(({ id }) => id),
    present: outlines.length - entries.length,
    leftOut: beyond + unusable.count,
  };
  if (entries.length > 0) {
    const plan = `sources that are added: ${entries.length}, that are there already: ${told.present}, that cannot be polled: ${told.leftOut}`;
    const agreed = await confirm(plan, options, io);
    if (!agreed.ok) return refuse(agreed.error, io);
    const edited = await orderEdit({ config, io }, { kind: "add", list: "sources", entries });
    if (!edited.ok) return refuse(edited.error, io);
  }
  await write(io.stdout, `${options.json ? JSON.stringify(told) : inWords(told)}\n`);
  return 0;
}

function newEntries(
  outlines: ReadList["outlines"],
  { sources }: Config,
  { rights, category }: SourcesImportOptions,
): readonly EntryValues[] {
  const ids = new Set(sources.map(({ id }) => id));
  const known = new Set(
    sources.flatMap((source) => (source.kind === "remote" ? [source.url] : [])),
  );
  const entries: EntryValues[] = [];
  for (const { url, title } of outlines) {
    if (known.has(url)) continue;
    known.add(url);
    const id = suggestId(title, url, ids);
    ids.add(id);
    entries.push({
      id,
      url,
      ...(title === null ? {} : { title }),
      ...(rights === undefined ? {} : { rights }),
      ...(category === undefined ? {} : { categories: category }),
    });
  }
  return entries;
}

const inWords = ({
  added,
  present,
  leftOut,
}: {
  readonly added: readonly unknown[];
  readonly present: number;
  readonly leftOut: number;
}): string =>
  `${added.length} sources added, ${present} were there already, ${leftOut} left out (no address that can be polled)`;
