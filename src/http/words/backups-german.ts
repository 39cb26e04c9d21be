import type { FailurePhrase } from "./failures-german.ts";

/** That backups fail or are late (publish/pages/backup-status.ts). @param duration translates one. */
export const germanBackups = (duration: (text: string) => string): readonly FailurePhrase[] => [
  [
    /^Backups fail since (\S+): (.+)\. (There is no backup|The last backup is of \S+)\. .+$/s,
    (since, why, last) =>
      `Seit ${since} schlagen Sicherungen fehl: ${why}. ${lastBackup(last ?? "")}. Es wird binnen einer Stunde wieder versucht`,
  ],
  [
    /^No backup was made for (.+)\. (There is no backup|The last backup is of \S+)\. .+$/s,
    (age, last) =>
      `Seit ${duration(age ?? "")} wurde keine Sicherung gemacht. ${lastBackup(last ?? "")}. Sehen Sie ins Protokoll der Aufnahme, oder machen Sie eine: offprint backup`,
  ],
];

const lastBackup = (text: string): string =>
  text
    .replace("There is no backup", "Es gibt keine Sicherung")
    .replace("The last backup is of", "Die letzte Sicherung ist von");
