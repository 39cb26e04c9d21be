/** An English wording and its German. `german` gets the groups of the match, "" for a group without one. */
export type FailurePhrase = readonly [pattern: RegExp, german: (...parts: string[]) => string];

const PHASES: Readonly<Record<string, string>> = {
  connect: "beim Verbinden",
  headers: "vor den Kopfzeilen",
  body: "im Inhalt",
  read: "beim Lesen",
};

/** Failures of the system (core/sources/plain-failures.ts); the system's own words follow in brackets, unchanged. */
const PLAIN: Readonly<Record<string, string>> = {
  "the certificate of the server has expired": "das Zertifikat des Servers ist abgelaufen",
  "the certificate of the server is not valid yet": "das Zertifikat des Servers gilt noch nicht",
  "the certificate of the server was revoked": "das Zertifikat des Servers wurde widerrufen",
  "the certificate of the server is for another host name":
    "das Zertifikat des Servers gilt für einen anderen Rechnernamen",
  "the certificate of the server is signed by itself":
    "das Zertifikat des Servers ist von ihm selbst unterschrieben",
  "the certificate of the server cannot be verified":
    "das Zertifikat des Servers lässt sich nicht prüfen",
  "the server refuses connections": "der Server nimmt keine Verbindungen an",
  "there is no way to the server": "zum Server führt kein Weg",
  "the server does not answer": "der Server antwortet nicht",
  "the server closed the connection": "der Server hat die Verbindung geschlossen",
  "the answer is no HTTP": "die Antwort ist kein HTTP",
  "the connection failed": "die Verbindung kam nicht zustande",
  "no secure connection (TLS) could be made": "es kam keine sichere Verbindung (TLS) zustande",
  "the answer ended too early": "die Antwort brach ab",
  "the compressed answer cannot be read": "die komprimierte Antwort ist nicht lesbar",
  "reading the document failed": "das Dokument ließ sich nicht lesen",
};

/** What went wrong with a fetch or a document (core/sources/describe-error.ts). */
const FAILURES: readonly FailurePhrase[] = [
  ...Object.entries(PLAIN).map(
    ([english, german]): FailurePhrase => [
      new RegExp(`^${english.replace(/[()]/g, "\\$&")}( \\(.+\\))$`, "s"),
      (technical) => german + technical,
    ],
  ),
  [
    /^the address (\S+) came with a user name or a password in it, .+$/,
    (url) =>
      `die Adresse ${url} enthielt einen Benutzernamen oder ein Kennwort und wird nicht abgerufen: Tragen Sie die Zugangsdaten bei der Quelle ein (auth)`,
  ],
  [/^not an http or https URL: (.+)$/s, (url) => `keine Adresse mit http oder https: ${url}`],
  [
    /^(\S+) is not on the public internet( \(.+\))?; ingest\.allowNetworks can exempt it$/,
    (host, address) =>
      `${host} steht nicht im öffentlichen Internet${address}; ingest.allowNetworks kann es ausnehmen`,
  ],
  [
    /^the host name (\S+) cannot be resolved \((.+)\)$/,
    (host, code) => `der Rechnername ${host} ist nicht auflösbar (${code})`,
  ],
  [
    /^no answer within (\S+) s \((\w+)\)$/,
    (seconds, phase) => `keine Antwort in ${seconds} s (${PHASES[phase ?? ""] ?? phase})`,
  ],
  [/^larger than the limit of (\d+) bytes$/, (bytes) => `größer als die Grenze von ${bytes} Bytes`],
  [/^more than (\d+) redirects$/, (count) => `mehr als ${count} Weiterleitungen`],
  [/^the server answered (\d+)$/, (status) => `der Server antwortete mit ${status}`],
  [/^(.+) cannot be read \((\w+)\)$/s, (path, code) => `${path} ist nicht lesbar (${code})`],
  [/^cannot be read \((\w+)\)$/, (code) => `nicht lesbar (${code})`],
  [
    /^(\S+) is published by this Offprint: it would feed on itself$/,
    (url) => `${url} ist von diesem Offprint selbst: es würde sich selbst abrufen`,
  ],
  [/^the document has no content$/, () => "das Dokument ist leer"],
  [/^JSON, but no JSON Feed$/, () => "JSON, aber kein JSON Feed"],
  [
    /^begins like JSON, but cannot be read as JSON$/,
    () => "beginnt wie JSON, ist aber nicht als JSON lesbar",
  ],
  [/^neither RSS, RDF, Atom nor JSON Feed$/, () => "weder RSS, RDF, Atom noch JSON Feed"],
  [/^its canonical form could not be read$/, () => "die vereinheitlichte Form ist nicht lesbar"],
  [
    /^(.+) holds no text$/s,
    (name) => `${name === "the page" ? "die Seite" : name} enthält keinen Text`,
  ],
];

/** @param inner gives the German of a reason within a reason. */
export const germanFailures = (inner: (message: string) => string): readonly FailurePhrase[] => [
  [
    /^(.+); the page announces (\S+)$/s,
    (what, url) => `${inner(what ?? "")}; die Seite nennt ${url}`,
  ],
  [
    /^(.+); nor is there a feed at (\S+): (.+)$/s,
    (what, url, why) =>
      `${inner(what ?? "")}; auch unter ${url} ist kein Feed: ${inner(why ?? "")}`,
  ],
  ...FAILURES,
];
