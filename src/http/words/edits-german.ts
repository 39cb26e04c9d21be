import type { FailurePhrase } from "./failures-german.ts";

/** What is said of sources that are added, changed, paused and looked at (desk/, config/yaml, core/sources). */
export const GERMAN_EDITS: readonly FailurePhrase[] = [
  [/^paused by an order$/, () => "auf Anordnung pausiert"],
  [
    /^the source is paused: resume it first$/,
    () => "die Quelle ist pausiert: Setzen Sie sie zuerst fort",
  ],
  [/^there is no source "(.*)"$/s, (id) => `es gibt keine Quelle „${id}“`],
  [
    /^the source "(.*)" is in the configuration already$/s,
    (id) => `die Quelle „${id}“ steht schon in der Konfiguration`,
  ],
  [
    /^the source "(.*)" is polled at this address already$/s,
    (id) => `die Quelle „${id}“ wird unter dieser Adresse schon abgerufen`,
  ],
  [
    /^the source "(.*)" has no entry of its own in the configuration: one of an OPML list is edited in that list$/s,
    (id) =>
      `die Quelle „${id}“ hat keinen eigenen Eintrag in der Konfiguration: Eine aus einer OPML-Liste wird in der Liste geändert`,
  ],
  [
    /^expected the address of a feed or of a page, such as (\S+)$/,
    (example) => `erwartet wird die Adresse eines Feeds oder einer Seite, etwa ${example}`,
  ],
  [
    /^take user and password out of the address: auth in the configuration names a variable that holds them$/,
    () =>
      "nehmen Sie Namen und Passwort aus der Adresse: auth in der Konfiguration nennt eine Variable, in der sie stehen",
  ],
  [/^none of its items can be read$/, () => "keiner ihrer Einträge ist lesbar"],
  [/^there is nothing in it yet$/, () => "es ist noch nichts darin"],
  [/^the feed is empty$/, () => "der Feed ist leer"],
  [
    /^the file is no valid YAML: correct it first$/,
    () => "die Datei ist kein gültiges YAML: Berichtigen Sie sie zuerst",
  ],
  [
    /^the file is written in a way that only its author can change here \(anchors, several documents, or an entry that shares its lines\): edit it by hand$/,
    () =>
      "die Datei ist so geschrieben, dass nur ihr Verfasser sie hier ändern kann (Anker, mehrere Dokumente oder ein Eintrag, der sich seine Zeilen teilt): Ändern Sie sie von Hand",
  ],
  [
    /^(.+) cannot be written \((\w+)\): edit it where it comes from$/s,
    (file, code) =>
      `${file} lässt sich nicht schreiben (${code}): Ändern Sie sie dort, woher sie kommt`,
  ],
  [
    /^(.+) was edited at this moment: try again$/s,
    (file) => `${file} wurde gerade geändert: Versuchen Sie es noch einmal`,
  ],
  [
    /^the desk keeps articles of a former source "(.*)": choose another id, or take them out first \(offprint sources forget\)$/s,
    (id) =>
      `es gibt noch Artikel einer früheren Quelle „${id}“: Wählen Sie eine andere Kennung, oder nehmen Sie sie zuerst heraus (offprint sources forget)`,
  ],
];
