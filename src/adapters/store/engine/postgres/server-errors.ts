import type { StoreError } from "../engine.ts";
import { away, error, reason } from "../store-error.ts";

/** What to do, by the code of an error: of the network, else a SQLSTATE (PostgreSQL, appendix A). */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: "a file that the address names is not there. Check sslrootcert, sslcert and sslkey.",
  ENOTFOUND: "its host is not known. Check the name of the host in the address.",
  EAI_AGAIN: "its host cannot be looked up. Check the name of the host, and the network.",
  ECONNREFUSED: "nobody answers there. Check host and port, and that PostgreSQL runs.",
  ECONNRESET: "the connection was lost. Check that PostgreSQL runs.",
  ETIMEDOUT: "it does not answer. Check host, port and firewall.",
  EHOSTUNREACH: "its host cannot be reached. Check host and network.",
  "28P01": "it refuses the user or the password. Check both in the address.",
  "28000": "it refuses the user. Check the user in the address, and pg_hba.conf of the server.",
  "3D000":
    "there is no such database. Create it: createdb --encoding=UTF8 --template=template0 NAME",
  "42501":
    "its user may not do that. Make the user owner of the database, or GRANT it CREATE on the schema.",
  "53300": "it has no connection left. Raise max_connections, or stop other programs.",
  "53100": "its disk is full. Make room there.",
  "57P03": "it is starting or shutting down. Try again.",
  "57P01": "it was shut down. Start it again.",
  POOLER:
    "it is a pooler, which refuses the settings of our sessions. Name the server itself in DATABASE_DIRECT_URL, beside the pooler in DATABASE_URL.",
  "25006": "it is read-only, such as a stand-by. Name the primary server.",
};

/** Why a database cannot be used, with the way out. */
export function refusalOf(cause: unknown, label: string): StoreError {
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  const remedy = REMEDIES[code] ?? REMEDIES[codeOfMessage(message)];
  const why = code === "" ? message : reason(cause);
  const told = isAway(cause) ? away : error;
  return told(
    remedy === undefined
      ? `${label} cannot be used (${[why, message].filter((each, n, all) => each !== "" && all.indexOf(each) === n).join(": ")}). Check the address and the server's log.`
      : `${label} cannot be used: ${remedy}`,
  );
}

/** SQLSTATEs and errors of the network that say that the server does not answer now. A host that is down may have no name. */
const AWAY: ReadonlySet<string> = new Set([
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN"],
  ...["57P01", "57P02", "57P03", "53300"],
  "55000", // a database that is taking no connections
]);

/** Class 08 is of connections, also of a pooler to its server. */
export function isAway(cause: unknown): boolean {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  const said = codeOfMessage(String(message));
  if (said === POOLER) return false;
  const known = typeof code === "string" ? code : said;
  return AWAY.has(known) || /^08...$/.test(known);
}

/** What PgBouncer says of the settings that we send to a server. */
const POOLER = "POOLER";

/** Errors of the client itself have no code. */
function codeOfMessage(message: string): string {
  if (/unsupported startup parameter/i.test(message)) return POOLER;
  if (/timeout/i.test(message)) return "ETIMEDOUT";
  if (/password must be a/i.test(message)) return "28P01";
  return /terminated|not queryable/i.test(message) ? "ECONNRESET" : "";
}
