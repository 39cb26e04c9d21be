import { err, ok, type Result } from "../../core/result.ts";
import type { ConfigurationEdit, EditedList } from "../../core/settings/configuration-edit.ts";

/** A configuration as its file spells it. */
export type ConfigurationValue = Readonly<Record<string, unknown>>;
type ConfigurationEntry = Readonly<Record<string, unknown>>;

/** What a configuration says after an edit; the error is a sentence. */
export function editValue(
  value: ConfigurationValue,
  edit: ConfigurationEdit,
): Result<ConfigurationValue, string> {
  if (edit.kind === "rename-source") return renameSource(value, edit);
  const { list } = edit;
  const entries = entriesOf(value, list);
  if (edit.kind === "add") {
    const taken = edit.entries.find(({ id }) => entries.some((entry) => entry["id"] === id));
    const urls = new Set<unknown>(
      edit.entries.flatMap(({ url }) => (url === undefined ? [] : [url])),
    );
    const same = entries.find(({ url }) => urls.has(url));
    if (taken === undefined && same !== undefined) {
      return err(`the source "${same["id"]}" is polled at this address already`);
    }
    return taken === undefined
      ? ok({ ...value, [list]: [...entries, ...edit.entries] })
      : err(`${NAMES[list]} "${taken["id"]}" is in the configuration already`);
  }
  const { id } = edit;
  if (!entries.some((entry) => entry["id"] === id)) return err(missing(list, id));
  const next =
    edit.kind === "remove"
      ? entries.filter((entry) => entry["id"] !== id)
      : entries.map((entry) => (entry["id"] === id ? withValues(entry, edit.values) : entry));
  return ok({ ...value, [list]: next });
}

const withValues = (entry: ConfigurationEntry, values: ConfigurationEntry): ConfigurationEntry =>
  Object.fromEntries(
    Object.entries({ ...entry, ...values }).filter(
      ([key, value]) => !(key in values && value === null),
    ),
  );

function renameSource(
  value: ConfigurationValue,
  { from, to }: Extract<ConfigurationEdit, { kind: "rename-source" }>,
): Result<ConfigurationValue, string> {
  const sources = entriesOf(value, "sources");
  if (!sources.some(({ id }) => id === from)) return err(missing("sources", from));
  if (sources.some(({ id }) => id === to)) {
    return err(`the source "${to}" is in the configuration already`);
  }
  const named = (id: unknown): unknown => (id === from ? to : id);
  const renamed = sources.map((source) => {
    return "id" in source ? { ...source, id: named(source["id"]) } : source;
  });
  if (!Array.isArray(value["feeds"])) return ok({ ...value, sources: renamed });
  const feeds = entriesOf(value, "feeds").map((feed) => ({
    ...feed,
    ...(Array.isArray(feed["prefer"]) ? { prefer: feed["prefer"].map(named) } : {}),
    ...(isNaming(feed["where"])
      ? { where: { ...feed["where"], sources: feed["where"].sources.map(named) } }
      : {}),
  }));
  return ok({ ...value, sources: renamed, feeds });
}

/** Whether the filter of a feed names sources. */
const isNaming = (where: unknown): where is { readonly sources: readonly unknown[] } =>
  typeof where === "object" && where !== null && "sources" in where && Array.isArray(where.sources);

const entriesOf = (value: ConfigurationValue, list: EditedList): readonly ConfigurationEntry[] =>
  Array.isArray(value[list]) ? (value[list] as readonly ConfigurationEntry[]) : [];

const NAMES: Readonly<Record<EditedList, string>> = { sources: "the source", feeds: "the feed" };

const missing = (list: EditedList, id: string): string =>
  `${NAMES[list]} "${id}" has no entry of its own in the configuration${list === "sources" ? IN_A_LIST : ""}`;

const IN_A_LIST = ": one of an OPML list is edited in that list";
