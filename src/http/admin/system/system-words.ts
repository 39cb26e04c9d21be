import type { Asker, OrderKind } from "../../../core/orders/order.ts";
import type { PageLanguage } from "../../words/language.ts";

/** Our own words on the page about the machinery of the desk. */
export type SystemWords = {
  readonly title: string;
  readonly version: string;
  readonly database: string;
  readonly backup: string;
  readonly noBackup: string;
  readonly verified: string;
  readonly unverified: string;
  readonly nextBackup: string;
  readonly nodes: string;
  readonly noNodes: string;
  readonly works: string;
  readonly overdue: string;
  readonly lastPass: string;
  readonly configuration: (revision: number, owner: string | null) => string;
  readonly journal: string;
  readonly journalWhat: string;
  readonly nothingYet: string;
  readonly askers: Readonly<Record<Asker, string>>;
  readonly states: Readonly<Record<"waiting" | "done" | "refused" | "failed", string>>;
  readonly orders: Readonly<Record<OrderKind, string>>;
  readonly undone: string;
  readonly undo: string;
};

const ENGLISH: SystemWords = {
  title: "System",
  version: "Program",
  database: "Database",
  backup: "Last backup",
  noBackup: "None was made.",
  verified: "compared with the database",
  unverified: "not verified",
  nextBackup: "next",
  nodes: "Nodes",
  noNodes: "No pass over the sources has finished yet.",
  works: "Working",
  overdue: "Overdue",
  lastPass: "last pass",
  configuration: (revision, owner) =>
    `Revision ${revision} of the configuration counts${owner === null ? "; nobody owns it now" : `; ${owner} owns it`}.`,
  journal: "What was ordered",
  journalWhat: "By people and commands, in the last 90 days; the latest first.",
  nothingYet: "Nothing yet.",
  askers: { command: "command", admin: "browser", ingest: "ingest", schedule: "schedule" },
  states: { waiting: "under way", done: "done", refused: "refused", failed: "failed" },
  orders: {
    pass: "Polled",
    "keep-lines": "Kept lines of an article",
    "forget-kept-lines": "Gave up kept lines of an article",
    "edit-clusters": "Rearranged stories",
    withdraw: "Withdrew an article",
    restore: "Published an article again",
    "forget-source": "Forgot a source",
    "edit-configuration": "Edited the configuration",
    "pause-source": "Paused or resumed a source",
    "preview-source": "Looked at a source",
    revise: "Drafted articles again",
    reprocess: "Applied the rules again",
    "back-up": "Made a backup",
    "note-backup": "Noted a backup",
  },
  undone: "taken back",
  undo: "Undo",
};

const GERMAN: SystemWords = {
  title: "System",
  version: "Programm",
  database: "Datenbank",
  backup: "Letzte Sicherung",
  noBackup: "Es gibt keine.",
  verified: "mit der Datenbank verglichen",
  unverified: "nicht geprüft",
  nextBackup: "nächste",
  nodes: "Knoten",
  noNodes: "Es ist noch kein Durchgang durch die Quellen zu Ende.",
  works: "In Ordnung",
  overdue: "Überfällig",
  lastPass: "letzter Durchgang",
  configuration: (revision, owner) =>
    `Es gilt Stand ${revision} der Konfiguration${owner === null ? "; niemand besitzt sie derzeit" : `; sie gehört ${owner}`}.`,
  journal: "Was angeordnet wurde",
  journalWhat: "Von Menschen und Befehlen, in den letzten 90 Tagen; das Jüngste zuerst.",
  nothingYet: "Noch nichts.",
  askers: { command: "Befehl", admin: "Browser", ingest: "Aufnahme", schedule: "Zeitplan" },
  states: { waiting: "läuft", done: "erledigt", refused: "abgelehnt", failed: "fehlgeschlagen" },
  orders: {
    pass: "Abgerufen",
    "keep-lines": "Zeilen eines Artikels behalten",
    "forget-kept-lines": "Behaltene Zeilen eines Artikels aufgegeben",
    "edit-clusters": "Meldungen umgestellt",
    withdraw: "Artikel zurückgezogen",
    restore: "Artikel wieder veröffentlicht",
    "forget-source": "Quelle vergessen",
    "edit-configuration": "Konfiguration geändert",
    "pause-source": "Quelle angehalten oder fortgesetzt",
    "preview-source": "Quelle angesehen",
    revise: "Artikel neu verfasst",
    reprocess: "Regeln neu angewandt",
    "back-up": "Gesichert",
    "note-backup": "Sicherung vermerkt",
  },
  undone: "zurückgenommen",
  undo: "Rückgängig",
};

export const SYSTEM_WORDS: Readonly<Record<PageLanguage, SystemWords>> = {
  de: GERMAN,
  en: ENGLISH,
};
