import type { StoreError } from "../engine.ts";
import { away, error, reason } from "../store-error.ts";

const UNTRUSTED =
  "nobody who is trusted here has signed its certificate. Name the file of its authority, or of the certificate itself, with sslrootcert in the address.";
const NO_SCHEMA =
  "its user may make no tables. Make the user owner of the database, or GRANT it CREATE and USAGE on the schema public.";

/** What to do, by the code of an error: of the network or of TLS, else a SQLSTATE (PostgreSQL, appendix A). */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: "a file that the address names is not there. Check sslrootcert, sslcert and sslkey.",
  ENOTFOUND: "its host is not known. Check the name of the host in the address.",
  EAI_AGAIN: "its host cannot be looked up. Check the name of the host, and the network.",
  ECONNREFUSED: "nobody answers there. Check host and port, and that PostgreSQL runs.",
  ECONNRESET: "the connection was lost. Check that PostgreSQL runs.",
  ETIMEDOUT: "it does not answer. Check host, port and firewall.",
  EHOSTUNREACH: "its host cannot be reached. Check host and network.",
  EHOSTDOWN: "its host is down, or cannot be reached. Check host and network.",
  ENETUNREACH: "there is no way to its network. Check the network of this machine.",
  EPIPE: "the connection was lost. Check that PostgreSQL runs.",
  NO_TLS:
    "it does not encrypt connections. Set ssl = on there, or remove sslmode from the address.",
  NOT_ENCRYPTED:
    "it does not let this user in without encryption. Add ?sslmode=verify-full to the address, with &sslrootcert=FILE for a certificate of its own; or see pg_hba.conf of the server.",
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  CERT_HAS_EXPIRED: "its certificate has expired. Renew it on the server.",
  CERT_NOT_YET_VALID: "its certificate is not valid yet. Check the clocks of both machines.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "its certificate is for another host. Give the host in the address as the certificate names it.",
  "28P01": "it refuses the user or the password. Check both in the address.",
  "28000": "it refuses the user. Check the user in the address, and pg_hba.conf of the server.",
  "3D000":
    "there is no such database. Create it: createdb --encoding=UTF8 --template=template0 NAME",
  "3F000": NO_SCHEMA,
  "42501":
    "its user may not do that. Make the user owner of the database and of its tables; to make the first tables, CREATE on the schema public is enough.",
  "53300": "it has no connection left. Raise max_connections, or stop other programs.",
  "53100": "its disk is full. Make room there.",
  "53200": "it has no memory left. Give it more, or stop other programs there.",
  "55P03": "another program holds a lock for too long. Find it in pg_stat_activity.",
  "57014": "a statement was cancelled, by somebody or by a limit of time. Try again.",
  "57P01": "it was shut down. Start it again.",
  "57P02": "one of its processes crashed, and it starts anew. See the server's log.",
  "57P03": "it is starting or shutting down. Try again.",
  "58030": "it cannot read or write its disk. See the server's log.",
  POOLER:
    "it is a pooler, which refuses the settings of our sessions. Name the server itself in DATABASE_DIRECT_URL, beside the pooler in DATABASE_URL.",
  "55000":
    "it is not in the state for that, such as a database that takes no connections. See the server's log.",
  "25006": "it is read-only, such as a stand-by. Name the primary server.",
};

/** Of the class 08, which is of connections, also of a pooler to its server. */
const CONNECTION_FAILED =
  "the connection failed. Check that PostgreSQL runs, and the pooler before it.";

const remedyFor = (code: string): string | undefined =>
  REMEDIES[code] ?? (isOfConnection(code) ? CONNECTION_FAILED : undefined);

/** Why a database cannot be used, with the way out. */
export function refusalOf(cause: unknown, label: string): StoreError {
  const told = isAway(cause) ? away : error;
  return { ...told(sentence(label, cause, wordsOf(cause))), cause };
}

function sentence(label: string, cause: unknown, said: string): string {
  const remedy = remedyFor(codeOf(cause));
  return remedy === undefined
    ? `${label} cannot be used (${said}). Check the address and the server's log.`
    : `${label} cannot be used: ${remedy}`;
}

function wordsOf(cause: unknown): string {
  const { code = "", message = "" } = cause as { code?: string; message?: string };
  const said = [code === "" ? message : reason(cause), message].filter((each) => each !== "");
  return [...new Set(said)].join(": ");
}

/** SQLSTATEs and errors of the network that say that the server does not answer now. A host that is down may have no name. */
const AWAY: ReadonlySet<string> = new Set([
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN"],
  ...["57P01", "57P02", "57P03", "53300"],
  "55000", // a database that is taking no connections
]);

export function isAway(cause: unknown): boolean {
  const code = codeOf(cause);
  return AWAY.has(code) || isOfConnection(code);
}

const isOfConnection = (code: string): boolean => /^08...$/.test(code);

/** Classes of SQLSTATEs that are of the server and its operator. Others are of our statements, and mean a defect. */
const OF_SERVER = /^(08|28|3D|3F|53|55|57|58|XX|25006$|42501$)/;

/**
 * What keeps a database from its work, where an error is the server's or the network's rather than a defect of this program.
 * Everybody may read it: the server's words may name its address or the database.
 */
export function obstacleOfServer(cause: unknown): string | null {
  const code = codeOf(cause);
  // A file that is missing may be any: only what opens the database knows that its address named it.
  const isOurs = code !== "ENOENT" && remedyFor(code) !== undefined;
  return isOurs || OF_SERVER.test(code) || AWAY.has(code)
    ? sentence("The database", cause, code)
    : null;
}

/** The code of an error, or ours for what needs its words, too; "" for any other. */
function codeOf(cause: unknown): string {
  const { code, message, syscall } = (cause ?? {}) as Readonly<Record<string, unknown>>;
  const said = String(message);
  if (/unsupported startup parameter/i.test(said)) return "POOLER";
  if (code === "28000" && /no encryption/.test(said)) return "NOT_ENCRYPTED";
  // On a full disk a server cannot begin with a database that nobody opened before.
  if (/no space left on device|could not write init file/i.test(said)) return "53100";
  // The socket of a server on this machine is gone while the server is.
  if ((code === "ENOENT" || code === "EACCES") && syscall === "connect") return "ECONNREFUSED";
  if (code === "ENETDOWN" || code === "EADDRNOTAVAIL") return "ENETUNREACH";
  return typeof code === "string" ? code : codeOfClient(said);
}

/** Errors of the client itself have no code. */
function codeOfClient(message: string): string {
  if (/timeout/i.test(message)) return "ETIMEDOUT";
  if (/password must be a/i.test(message)) return "28P01";
  if (/does not support SSL/.test(message)) return "NO_TLS";
  return /terminated|not queryable/i.test(message) ? "ECONNRESET" : "";
}
