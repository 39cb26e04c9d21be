import type { IngestError } from "../core/model.ts";

/** What happened to a document, in a sentence. */
export function describeError(error: IngestError): string {
  switch (error.kind) {
    case "bad-url":
      return `not an http or https address: ${error.url}`;
    case "forbidden-address":
      return `${error.host} is not a public address`;
    case "dns":
      return `${error.host} could not be resolved (${error.code})`;
    case "timeout":
      return `took longer than ${error.timeoutMs / 1000} s`;
    case "too-large":
      return `larger than ${error.limitBytes} bytes`;
    case "too-many-redirects":
      return `more than ${error.limit} redirects`;
    case "http-status":
      return `the server answered with status ${error.status}`;
    case "folder":
      return `${error.path} cannot be read (${error.code})`;
    case "not-a-feed": {
      const [announced] = error.feedLinks;
      return announced ? `${error.message}; the page announces ${announced.url}` : error.message;
    }
    case "own-feed":
      return `${error.url} is one of our own feeds`;
    default:
      return error.message;
  }
}
