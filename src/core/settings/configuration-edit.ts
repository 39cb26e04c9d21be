/** The lists of the configuration whose entries have ids. */
export type EditedList = "sources" | "feeds";

/** Keys and values of an entry, spelt as in the file: `{ id: "nume", url: "https://…", every: "15m" }`. */
export type EntryValues = Readonly<Record<string, unknown>>;

/** What an editor or a command changes in the configuration. Plain data: it is kept as JSON. */
export type ConfigurationEdit =
  /** At the end of the list. */
  | { readonly kind: "add"; readonly list: EditedList; readonly entries: readonly EntryValues[] }
  | { readonly kind: "remove"; readonly list: EditedList; readonly id: string }
  /** Keys that are not named stay as they are; `null` takes a key out. */
  | {
      readonly kind: "change";
      readonly list: EditedList;
      readonly id: string;
      readonly values: EntryValues;
    }
  /** Also where feeds name the source. */
  | { readonly kind: "rename-source"; readonly from: string; readonly to: string };

/** A configuration after an edit. */
export type EditedConfiguration = {
  /** The file that was edited, without its folder. */
  readonly file: string;
  /** Whether it said something else before. */
  readonly isChanged: boolean;
};
