import { createHash } from "node:crypto";
import type { Fetcher } from "../../../src/adapters/fetcher/fetch-document.ts";
import { err, ok } from "../../../src/core/result.ts";
import { NO_VALIDATORS } from "../../../src/core/sources/feed.ts";
import type { Fetched } from "../../../src/core/sources/fetched.ts";

export type SiteDocument = { readonly contentType: string; readonly body: string };

/** What publishers have, by address. */
export type Sites = Readonly<Record<string, SiteDocument>>;

export type FakeNetwork = {
  readonly createFetcher: () => Fetcher;
  /** Addresses that were asked for, in their order. */
  readonly asked: readonly string[];
};

const NO_USAGE = { robotsTag: null, tdmReservation: null, tdmPolicy: null, rslLicence: null };

/** Publishers at fixed addresses, without a network. What they do not have is 404. */
export function createNetwork(sites: () => Sites): FakeNetwork {
  const asked: string[] = [];
  return {
    asked,
    createFetcher: () => ({
      async fetchDocument({ url, validators }) {
        asked.push(url);
        const document = sites()[url];
        if (document !== undefined) return ok(answer(url, document, validators.etag));
        const error = { kind: "http-status", status: 404, retryAfterMs: null } as const;
        return err({ error, requests: 1, url });
      },
      close: async () => {},
    }),
  };
}

function answer(url: string, { body, contentType }: SiteDocument, known: string | null): Fetched {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const heard = {
    ...{ url, permanentUrl: null, requests: 1, freshness: { maxAgeMs: null }, confirmsClock: true },
    validators: { ...NO_VALIDATORS, etag },
  };
  if (known === etag) return { ...heard, status: 304, kind: "not-modified" };
  const bytes = Buffer.from(body);
  return { ...heard, status: 200, kind: "modified", bytes, contentType, usage: NO_USAGE };
}
