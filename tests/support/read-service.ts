/** What a running service tells over HTTP, as far as tests look at it. */

/** An entry of a JSON feed. */
export type FeedEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly _offprint: {
    readonly page: string;
    readonly source: { readonly id: string };
    readonly copies: readonly { readonly source: string }[];
  };
};

/** The entries of a feed as it is served now; without a path, of the first feed. */
export async function entriesOf(url: string, path = "/feed.json"): Promise<readonly FeedEntry[]> {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return ((await response.json()) as { items: FeedEntry[] }).items;
}

/** The entry with this title, or undefined. */
export const entryTitled = async (url: string, title: string): Promise<FeedEntry | undefined> =>
  (await entriesOf(url)).find((entry) => entry.title === title);

export const etagOf = async (url: string, path = "/feed.json"): Promise<string | null> =>
  (await fetch(`${url}${path}`)).headers.get("etag");

export type ServiceStatus = {
  readonly inOrder: boolean;
  readonly reasons: readonly { readonly kind: string; readonly message: string }[];
  readonly sources: readonly {
    readonly id: string;
    readonly lastOutcome: string | null;
    readonly lastError: string | null;
  }[];
  readonly lastPassAt: number | null;
  readonly configuration: {
    readonly revision: number;
    readonly owner: string | null;
    readonly ignoredFile: string | null;
  } | null;
};

/** `/status`, whether everything is in order or not. */
export const statusOf = async (url: string): Promise<ServiceStatus> =>
  (await (await fetch(`${url}/status`)).json()) as ServiceStatus;
