import { germanBackups } from "./backups-german.ts";
import { GERMAN_EDITS } from "./edits-german.ts";
import { type FailurePhrase, germanFailures } from "./failures-german.ts";
import { germanFiles } from "./files-german.ts";

/**
 * Translates a reason: the English sentence of logs, of `--json`, and stored with sources and pages. A pattern
 * matches the whole sentence; names, addresses and numbers stay as they are. `null` when no pattern matches.
 */
export function germanReason(message: string): string | null {
  const whole = /^(.*[^.])(\.?)$/s.exec(message);
  if (whole === null) return null;
  const [, said = "", stop = ""] = whole;
  for (const [pattern, german] of RULES) {
    const match = pattern.exec(said);
    if (match !== null) return german(...match.slice(1).map((part) => part ?? "")) + stop;
  }
  return null;
}

/** Translates a reason within a reason; a text that is not ours stays as it is. */
const inner = (message: string): string => germanReason(message) ?? message;

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bdays\b/g, "Tage"],
  [/\bday\b/g, "Tag"],
  [/\bh\b/g, "Std."],
  [/\bmin\b/g, "Min."],
];

const duration = (text: string): string =>
  UNITS.reduce((rest, [english, german]) => rest.replace(english, german), text);

const DAYS: Readonly<Record<string, string>> = {
  Monday: "Montag",
  Tuesday: "Dienstag",
  Wednesday: "Mittwoch",
  Thursday: "Donnerstag",
  Friday: "Freitag",
  Saturday: "Samstag",
  Sunday: "Sonntag",
};

const PLACES: Readonly<Record<string, string>> = {
  "ttl or sy:updatePeriod in the feed": "ttl oder sy:updatePeriod im Feed",
  "Cache-Control or Expires": "Cache-Control oder Expires",
};

/** Kinds of failures (core/sources/errors.ts); numbers and abbreviations need no German. */
const KINDS: Readonly<Record<string, string>> = {
  "bad-url": "Adresse",
  "forbidden-address": "nicht öffentlich",
  timeout: "keine Antwort",
  network: "Verbindung",
  "too-large": "zu groß",
  "too-many-redirects": "Weiterleitungen",
  "bad-encoding": "Kodierung",
  truncated: "unvollständig",
  empty: "leer",
  "not-a-feed": "kein Feed",
  "too-deep": "zu tief verschachtelt",
  crashed: "abgestürzt",
  folder: "Ordner",
  "own-feed": "eigener Feed",
};

/** When the next poll is, and why then (core/sources/polling). */
const POLLING: readonly FailurePhrase[] = [
  [
    /^The publisher says that this feed is gone for good \(410\): it is polled no more$/,
    () => "Das Haus sagt, dass es diesen Feed nicht mehr gibt (410): Er wird nicht mehr abgerufen",
  ],
  [/^not polled yet$/, () => "noch nie abgerufen"],
  [/^paused in the configuration$/, () => "in der Konfiguration pausiert"],
  [/^the source's own interval$/, () => "eigener Abstand der Quelle"],
  [
    /^(.*); then not before (\w+) (\d\d:00 UTC) \(skipHours, skipDays\)$/s,
    (why, day, hour) =>
      `${inner(why ?? "")}; danach nicht vor ${DAYS[day ?? ""] ?? day}, ${hour} (skipHours, skipDays)`,
  ],
  [
    /^every (.+), the source's own interval$/,
    (each) => `alle ${duration(each ?? "")}, eigener Abstand der Quelle`,
  ],
  [
    /^the publisher asked for (.+) \((.+)\)$/,
    (wait, where) => `das Haus bittet um ${duration(wait ?? "")} (${PLACES[where ?? ""] ?? where})`,
  ],
  [
    /^Retry-After: (.+), for the whole host$/,
    (wait) => `Retry-After: ${duration(wait ?? "")}, für den ganzen Server`,
  ],
  [
    /^Retry-After: (.+), asked for by (.+)$/,
    (wait, host) => `Retry-After: ${duration(wait ?? "")}, darum bittet ${host}`,
  ],
  [
    /^(\d+)(?:st|nd|rd|th) failure in a row \((.+)\): backed off to (.+)$/,
    (count, what, wait) =>
      `${count}. Fehlschlag in Folge (${KINDS[what ?? ""] ?? what}): Pause von ${duration(wait ?? "")}`,
  ],
];

/** What became of a page (core/pages, ingest/fetch-page.ts). Stored reasons keep the wording of their version. */
const PAGES: readonly FailurePhrase[] = [
  [
    /^the rest of the article is missing: (.+)$/s,
    (why) => `der Rest des Artikels fehlt: ${inner(why ?? "")}`,
  ],
  [
    /^(\S+) (?:is on another host, or leads to one|leads to another host)$/,
    (url) => `${url} liegt auf einem anderen Rechner oder führt zu einem`,
  ],
  [
    /^(\S+) is not read(?:: the limit for one article is| \(of an article) (\d+) pages (?:at most, )?and (\d+) MB(?:, are\))?$/,
    (url, pages, size) =>
      `${url} wird nicht gelesen (von einem Artikel höchstens ${pages} Seiten und ${size} MB)`,
  ],
  [
    /^the page could not be read: (.+)$/s,
    (why) => `die Seite war nicht lesbar: ${inner(why ?? "")}`,
  ],
  [
    /^the robots\.txt of (\S+) does not let us read it$/,
    (host) => `die robots.txt von ${host} erlaubt es nicht`,
  ],
  [
    /^the robots\.txt of (\S+) could not be read \((.+)\): (?:until then no page there is asked for|no page there is fetched until it can be)$/s,
    (host, why) =>
      `die robots.txt von ${host} war nicht lesbar (${inner(why ?? "")}): bis dahin wird dort keine Seite abgerufen`,
  ],
  [
    /^its address holds (.+), not a page$/,
    (type) =>
      `unter der Adresse steht ${type === "a document without a type" ? "ein Dokument ohne Typ" : type}, keine Seite`,
  ],
  [
    /^(\S+) is published by this Offprint: it is no page of the source$/,
    (url) => `${url} ist von diesem Offprint selbst: keine Seite der Quelle`,
  ],
  [/^its address leads to a home page$/, () => "die Adresse führt auf eine Startseite"],
  [/^its page is no article: "(.*)"$/s, (title) => `die Seite ist kein Artikel: „${title}“`],
  [/^its page is about something else$/, () => "die Seite handelt von etwas anderem"],
  [
    /^its page asks for consent or a subscription$/,
    () => "die Seite verlangt eine Zustimmung oder ein Abonnement",
  ],
  [
    /^its page shows no more without a subscription$/,
    () => "die Seite zeigt ohne Abonnement nicht mehr",
  ],
  [/^its page has no more text than the item$/, () => "die Seite hat nicht mehr Text als der Feed"],
  [
    /^its page shows only the beginning of what it had$/,
    () => "die Seite zeigt nur noch den Anfang dessen, was sie hatte",
  ],
];

/** What needs a person (publish/pages/status.ts). */
const STATUS: readonly FailurePhrase[] = [
  [
    /^The last poll failed(?:: (.+))?$/s,
    (why) => `Der letzte Abruf schlug fehl${why ? `: ${inner(why)}` : ""}`,
  ],
  [
    /^(\d+) failures in a row(?:: (.+))?$/s,
    (count, why) => `${count} Fehlschläge in Folge${why ? `: ${inner(why)}` : ""}`,
  ],
  [
    /^The file (.+?)(?: \(and (\d+) more\))? could not be read (?:once|(\d+) times in a row): (.+)$/s,
    (name, more, times, why) =>
      `Die Datei ${name}${more ? ` (und ${more} weitere)` : ""} war ${times || 1}-mal${times ? " in Folge" : ""} nicht lesbar: ${inner(why ?? "")}`,
  ],
  [
    /^(.+) Remove it from the configuration, or pause it$/s,
    (why) =>
      `${inner(why ?? "")} Nehmen Sie die Quelle aus der Konfiguration, oder pausieren Sie sie`,
  ],
  [
    /^The feeds are not rendered yet\. If this lasts longer than a minute, see the log$/,
    () =>
      "Die Feeds sind noch nicht erzeugt. Dauert das länger als eine Minute, sehen Sie ins Protokoll",
  ],
  [
    /^The database file was removed while .+$/s,
    () =>
      "Die Datenbankdatei wurde im laufenden Betrieb entfernt. Leser bekommen, was darin stand; Neues wird nicht aufgenommen, denn es ginge verloren. Legen Sie die Datei zurück; oder halten Sie den Dienst an, spielen Sie eine Sicherung ein (offprint restore FILE) und starten Sie ihn wieder",
  ],
  [
    /^The database file was replaced while .+$/s,
    () =>
      "Die Datenbankdatei wurde im laufenden Betrieb ersetzt. Leser bekommen, was in der alten stand, und Neues wird nicht aufgenommen. Starten Sie den Dienst neu, damit er die neue Datei benutzt",
  ],
  [
    /^The database does not answer\. .+$/s,
    () =>
      "Die Datenbank antwortet nicht. Leser bekommen, was zuletzt veröffentlicht wurde; Neues wird nicht aufgenommen. Prüfen Sie, ob PostgreSQL läuft, und das Netz",
  ],
  [
    /^The configuration is invalid, and the last good one is in force\. (.+)$/s,
    (problems) =>
      `Die Konfiguration ist fehlerhaft, und die letzte gültige ist in Kraft. ${problems}`,
  ],
  [
    /^The file (.+) of this node differs from revision (\d+)(?: of (.+))?, which is in force, and does not count\. .+$/s,
    (file, revision, owner) =>
      `Die Datei ${file} dieses Knotens unterscheidet sich von Fassung ${revision}${owner === undefined ? "" : ` von ${owner}`}, die in Kraft ist, und zählt nicht. Gleichen Sie beide an, entfernen Sie die Datei, oder lassen Sie sie von jetzt an gelten: offprint config own`,
  ],
  [
    /^The clock shows (\S+), and the last poll was (.+) later than that: .+$/s,
    (at, ahead) =>
      `Die Uhr zeigt ${at}, und der letzte Abruf war ${duration(ahead ?? "")} später: Die Uhr ging damals falsch oder geht es jetzt. Prüfen Sie Datum und Uhrzeit dieses Rechners`,
  ],
  [
    /^The clock jumped (.+) (back|ahead), to (\S+)\. .+$/s,
    (by, where, at) =>
      `Die Uhr sprang um ${duration(by ?? "")} ${where === "back" ? "zurück" : "vor"}, auf ${at}. Prüfen Sie Datum und Uhrzeit dieses Rechners: Was davor oder seither hereinkam, trägt falsche Zeiten`,
  ],
  [
    /^No pass over the sources has finished since (\S+)\. See the log of the ingest side$/,
    (at) =>
      `Seit ${at} ist kein Durchgang durch die Quellen zu Ende gegangen. Sehen Sie ins Protokoll der Aufnahme`,
  ],
  [
    /^Nobody has published for (.+): readers are served .+$/s,
    (idle) =>
      `Seit ${duration(idle ?? "")} veröffentlicht niemand: Leser erhalten, was zuletzt veröffentlicht wurde. Sehen Sie nach, ob für diese Datenbank ein Prozess mit --role all oder --role publish läuft, und in sein Protokoll`,
  ],
  [
    /^The feeds cannot be published \((.+)\): readers are served .+$/s,
    (why) =>
      `Die Feeds können nicht veröffentlicht werden (${why}): Leser erhalten, was zuletzt veröffentlicht wurde. Prüfen Sie den freien Platz und die Rechte, und sehen Sie ins Protokoll`,
  ],
  [
    /^No source has been polled yet\. .+$/s,
    () =>
      "Noch wurde keine Quelle abgerufen. Sehen Sie nach, ob die Aufnahme für diese Datenbank läuft, und in ihr Protokoll",
  ],
  [
    /^Articles cannot be stored \((.+)\)\. .+$/s,
    (why) =>
      `Artikel können nicht gespeichert werden (${why}). Prüfen Sie den freien Platz und die Rechte`,
  ],
  [
    /^The ingest process ended \((.+)\); it is started again$/s,
    (why) => `Der Aufnahmeprozess endete (${why}); er wird neu gestartet`,
  ],
];

/** What an editor reads: about a withdrawal, or why an order was not carried out. */
const DESK: readonly FailurePhrase[] = [
  [
    /^Its source is part of this desk no more$/,
    () => "Seine Quelle gehört nicht mehr zu diesem Dienst",
  ],
  [/^there is no article "(.*)"$/s, (id) => `es gibt keinen Artikel „${id}“`],
  [
    /^the settings of the source "(.*)" are not known any more$/s,
    (id) => `die Einstellungen der Quelle „${id}“ sind nicht mehr bekannt`,
  ],
  [/^no line of this article is kept$/, () => "von diesem Artikel wird keine Zeile behalten"],
  [
    /^noted, but the article could not be drafted again \((.+)\)$/s,
    (why) =>
      `vorgemerkt, aber der Artikel ließ sich nicht neu zusammenstellen (${inner(why ?? "")})`,
  ],
  [/^the ingest side does not answer$/, () => "die Aufnahme antwortet nicht"],
  [
    /^it is ordered, and not done yet: look again in a moment$/,
    () => "es wird noch daran gearbeitet: Sehen Sie gleich noch einmal nach",
  ],
  [
    /^it was begun (\d+) times, and ended with the process each time$/,
    (times) => `es wurde ${times}-mal begonnen und endete jedes Mal mit dem Prozess`,
  ],
  [
    /^it cannot be stored: see the log, then try again$/,
    () =>
      "es lässt sich nicht speichern: Sehen Sie ins Protokoll und versuchen Sie es dann noch einmal",
  ],
];

const RULES: readonly FailurePhrase[] = [
  ...STATUS,
  ...DESK,
  ...POLLING,
  ...PAGES,
  ...GERMAN_EDITS,
  ...germanBackups(duration),
  ...germanFiles(inner),
  ...germanFailures(inner),
];
