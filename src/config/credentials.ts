import type { Result } from "../core/result.ts";
import type { SourceCredentials } from "../core/settings/credentials.ts";
import type { RemoteSourceInput } from "./schema.ts";

export type CredentialsContext = {
  /** The value of an environment variable; the error is a sentence. */
  readonly variable: (name: string) => Result<string | undefined, string>;
  /** Something that may be a mistake, at a key of the source. */
  readonly warn: (key: string, message: string) => void;
};

type ConfiguredRemote = Pick<RemoteSourceInput, "id" | "url" | "auth">;

/**
 * The headers for a source's host: from its `auth`, else from its address. A missing value is only a warning: it must
 * not stop the other sources, nor a command in a shell without the password.
 */
export function credentialsOf(
  source: ConfiguredRemote,
  context: CredentialsContext,
): SourceCredentials | null {
  const { id, url, auth } = source;
  const inAddress = basicOfAddress(url);
  if (inAddress !== null) {
    context.warn("url", "holds a password: put it into a variable and say auth: { basic: NAME }");
  }
  const headers = auth === undefined ? inAddress : headersOf(auth, context);
  return headers === null ? null : { source: id, url: withoutUserinfo(url), headers };
}

/** The address as it is stored, polled and shown. */
export function withoutUserinfo(url: string): string {
  const parsed = new URL(url);
  if (parsed.username === "" && parsed.password === "") return url;
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}

type Headers = SourceCredentials["headers"];

function headersOf(
  auth: NonNullable<ConfiguredRemote["auth"]>,
  context: CredentialsContext,
): Headers | null {
  const { basic, bearer, header } = auth;
  if (basic !== undefined) {
    const value = secret(basic, "auth.basic", context);
    if (value === null) return null;
    if (!value.includes(":")) context.warn("auth.basic", `${basic} is not user:password`);
    return [["authorization", basicHeader(value)]];
  }
  if (bearer !== undefined) {
    const value = secret(bearer, "auth.bearer", context);
    return value === null ? null : [["authorization", `Bearer ${value}`]];
  }
  return Object.entries(header ?? {}).flatMap(([name, from]) => {
    const value = secret(from, "auth.header", context);
    return value === null ? [] : [[name.toLowerCase(), value] as const];
  });
}

/** The value of a variable; `null`, with a warning, when there is none or no header can carry it. */
function secret(name: string, key: string, { variable, warn }: CredentialsContext): string | null {
  const value = variable(name);
  if (!value.ok) warn(key, value.error);
  else if (value.value === undefined) warn(key, `${name} and ${name}_FILE are not set`);
  else if (key !== "auth.basic" && !/^[\x20-\x7e]+$/.test(value.value)) {
    warn(key, `${name} holds characters that no header can carry`);
  } else return value.value;
  return null;
}

/** RFC 7617 in UTF-8, which servers of today expect. */
const basicHeader = (userAndPassword: string): string =>
  `Basic ${Buffer.from(userAndPassword, "utf8").toString("base64")}`;

function basicOfAddress(url: string): Headers | null {
  const { username, password } = new URL(url);
  if (username === "" && password === "") return null;
  return [["authorization", basicHeader(`${decoded(username)}:${decoded(password)}`)]];
}

/** A lone % stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
