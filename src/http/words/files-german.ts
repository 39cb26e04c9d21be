import type { FailurePhrase } from "./failures-german.ts";

/** Why files of the site are not written (adapters/static-files, service/static). @param inner translates a reason within. */
export const germanFiles = (inner: (message: string) => string): readonly FailurePhrase[] => [
  [
    /^The files of the site cannot be written \((.+)\)\. They stay as they are.+$/s,
    (why) =>
      `Die Dateien der Site können nicht geschrieben werden (${inner(why ?? "")}). Sie bleiben, wie sie sind, und es wird wieder versucht`,
  ],
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
  [
    /^(.+) is not a file of this desk: move it away.*$/,
    (file) => `${file} ist keine Datei dieses Tisches: Verschieben Sie sie`,
  ],
];
