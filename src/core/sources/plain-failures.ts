/** Failures that only the system has words for. */
type Failure = "network" | "tls" | "truncated" | "bad-encoding" | "crashed";

/** Failures by the codes of OpenSSL's verification, of Node and of undici; the first that fits counts. */
const BY_CODE: readonly (readonly [RegExp, string])[] = [
  [/^CERT_HAS_EXPIRED$/, "the certificate of the server has expired"],
  [/^CERT_NOT_YET_VALID$/, "the certificate of the server is not valid yet"],
  [/^CERT_REVOKED$/, "the certificate of the server was revoked"],
  [
    /^(?:ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    "the certificate of the server is for another host name",
  ],
  [
    /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/,
    "the certificate of the server is signed by itself",
  ],
  [
    /^(?:UNABLE_TO_|CERT_|INVALID_CA|INVALID_PURPOSE|CRL_)/,
    "the certificate of the server cannot be verified",
  ],
  [/^ECONNREFUSED$/, "the server refuses connections"],
  [/^(?:EHOST|ENET)(?:UNREACH|DOWN)$/, "there is no way to the server"],
  [/^ETIMEDOUT$/, "the server does not answer"],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, "the server closed the connection"],
  [/^(?:HPE_\w+|not HTTP)$/, "the answer is no HTTP"],
];

const BY_KIND: Readonly<Record<Failure, string>> = {
  network: "the connection failed",
  tls: "no secure connection (TLS) could be made",
  truncated: "the answer ended too early",
  "bad-encoding": "the compressed answer cannot be read",
  crashed: "reading the document failed",
};

/** The failure in plain words, without a full stop; what the system said of it follows in brackets. */
export function plainFailure(kind: Failure, message: string): string {
  const code = /\(([^()]+)\)$/.exec(message)?.[1] ?? "";
  const isConnection = kind === "network" || kind === "tls";
  const plain = isConnection ? BY_CODE.find(([pattern]) => pattern.test(code))?.[1] : undefined;
  return `${plain ?? BY_KIND[kind]} (${technical(message, code) || kind})`;
}

/** Node's advice to those who start it. */
const ADVICE = /; if the root CA is installed locally,.*$/s;

/** The system's message without the code in brackets at its end; each code appears once. */
function technical(message: string, code: string): string {
  if (code === "") return message;
  const text = message
    .slice(0, -code.length - 2)
    .replace(ADVICE, "")
    .trimEnd();
  return text === "" || text.includes(code) ? text || code : `${text}, ${code}`;
}
