import { withoutSecrets } from "../urls/public-address.ts";
import type { IngestError } from "./errors.ts";
import { plainFailure } from "./plain-failures.ts";

/** What happened, in words for logs, `--json` lines and the status page; addresses in it without their secrets. */
export const describeError = (error: IngestError): string => withoutSecrets(sentenceOf(error));

function sentenceOf(error: IngestError): string {
  switch (error.kind) {
    case "bad-url":
      if (error.hasCredentials) {
        return `the address ${error.url} came with a user name or a password in it, and is not asked: configure what the source needs as its auth`;
      }
      return `not an http or https URL: ${error.url}`;
    case "forbidden-address":
      return `${error.host} is not on the public internet${error.address === null ? "" : ` (${error.address})`}; ingest.allowNetworks can exempt it`;
    case "dns":
      return `the host name ${error.host} cannot be resolved (${error.code})`;
    case "timeout":
      return `no answer within ${error.timeoutMs / 1000} s (${error.phase})`;
    case "network":
    case "tls":
    case "bad-encoding":
    case "truncated":
    case "crashed":
      return plainFailure(error.kind, error.message);
    case "empty":
    case "too-deep":
      return error.message;
    case "too-large":
      return `larger than the limit of ${error.limitBytes} bytes`;
    case "too-many-redirects":
      return `more than ${error.limit} redirects`;
    case "http-status":
      return `the server answered ${error.status}`;
    case "not-a-feed": {
      const [announced] = error.feedLinks;
      return announced ? `${error.message}; the page announces ${announced.url}` : error.message;
    }
    case "folder":
      return `${error.path} cannot be read (${error.code})`;
    case "own-feed":
      return `${error.url} is published by this Offprint: it would feed on itself`;
  }
}
