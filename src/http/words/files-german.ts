import type { FailurePhrase } from "./failures-german.ts";

/** Why files of the site are not written (adapters/static-files, service/static). @param inner translates a reason within. */
export const germanFiles = (inner: (message: string) => string): readonly FailurePhrase[] => [
  ...problems(inner),
  ...writing(inner),
  ...PLACES,
];

const problems = (inner: (message: string) => string): readonly FailurePhrase[] => [
  [
    /^The files of the site cannot be written(?: by (.+?))? since (\S+) \((.+)\)\. They stay as they are.+$/s,
    (node, since, why) =>
      `Die Dateien der Site können ${onNode(node)}seit ${since} nicht geschrieben werden (${inner(why ?? "")}). Sie bleiben, wie sie sind, und es wird wieder versucht`,
  ],
  [
    /^(\d+) of the pages cannot be written as files(?: by (.+?))? since (\S+), because they cannot be rendered \((.+)\)\. Their files stay as they were.+$/s,
    (count, node, since, pages) =>
      `${count} der Seiten können ${onNode(node)}seit ${since} nicht als Dateien geschrieben werden, weil sie sich nicht erzeugen lassen (${(pages ?? "").replace(/ and (\d+) more$/, " und $1 weitere")}). Ihre Dateien bleiben, wie sie waren, und es wird wieder versucht`,
  ],
];

const writing = (inner: (message: string) => string): readonly FailurePhrase[] => [
  [
    /^the process that writes them ended: (.+)$/,
    (reason) => `der Prozess, der sie schreibt, endete: ${reason}`,
  ],
  [
    /^(.+) cannot be written: (.+)$/s,
    (file, why) => `${file} lässt sich nicht schreiben: ${inner(why ?? "")}`,
  ],
  [/^the disk is full\. .+$/, () => "die Platte ist voll; es geht weiter, sobald Platz ist"],
  [
    /^the quota is used up\. .+$/,
    () => "das Kontingent ist verbraucht; es geht weiter, sobald Platz ist",
  ],
  [/^this user may not write there$/, () => "dieser Benutzer darf dort nicht schreiben"],
  [/^the disk is read-only$/, () => "die Platte ist schreibgeschützt"],
];

const PLACES: readonly FailurePhrase[] = [
  [
    /^(.+) is not a file of this desk: move it away.*$/,
    (file) => `${file} ist keine Datei dieses Tisches: Verschieben Sie sie`,
  ],
  [
    /^(.+) is not there, and its files were there before: .+$/s,
    (folder) =>
      `${folder} ist nicht da, und Dateien waren früher dort: Hängen Sie den Datenträger ein, oder legen Sie den Ordner an`,
  ],
  [
    /^(.+) is not as it was: it is opened again$/s,
    (place) => `${place} ist nicht, wie es war: Es wird neu geöffnet`,
  ],
  [
    /^(s3:\/\/\S+) cannot be reached \((.+)\)$/s,
    (bucket, why) => `${bucket} ist nicht zu erreichen (${why})`,
  ],
];

const onNode = (node: string | undefined): string => (node ? `von ${node} ` : "");
