/** What a server answered to one request. */
export type ServerAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly dateText: string | null;
      readonly server: string | null;
      /** The beginning of its body. */
      readonly body: string;
      /** When it answered. */
      readonly at: number;
    }
  | { readonly kind: "failed"; readonly why: string };

const TIMEOUT_MS = 8_000;
const BEGINNING_BYTES = 200;

/** Asks an address of the configuration once, without following redirects: the operator asks, not a source. */
export async function askOnce(url: string, userAgent: string): Promise<ServerAnswer> {
  try {
    const response = await fetch(url, {
      headers: { "User-Agent": userAgent },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const at = Date.now();
    const body = await beginningOf(response);
    const [dateText, server] = ["date", "server"].map((name) => response.headers.get(name));
    return {
      kind: "answered",
      status: response.status,
      dateText: dateText ?? null,
      server: server ?? null,
      body,
      at,
    };
  } catch (cause) {
    return { kind: "failed", why: whyOf(cause) };
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  let text = "";
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString("latin1");
    if (text.length >= BEGINNING_BYTES) break; // which ends the request
  }
  return text.slice(0, BEGINNING_BYTES);
}

function whyOf(cause: unknown): string {
  const { cause: inner, message } = cause as Error & {
    cause?: { code?: string; message?: string };
  };
  return inner?.code ?? inner?.message ?? message;
}
