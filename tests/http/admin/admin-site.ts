import { onTestFinished } from "vitest";
import type { StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { StoredArticle } from "../../../src/core/entries/stored-article.ts";
import type { ArticleHandling, LearntLine } from "../../../src/core/orders/editor-port.ts";
import type { JournalEntry } from "../../../src/core/orders/journal.ts";
import type { Order } from "../../../src/core/orders/order.ts";
import { dayOf } from "../../../src/core/sources/polling/poll-history.ts";
import { createApp, DEFAULT_APP_OPTIONS } from "../../../src/http/app.ts";
import { createDocumentCache } from "../../../src/http/feeds/documents.ts";
import { createHttpServer } from "../../../src/http/server.ts";
import type { AdminSite, OrderEnd } from "../../../src/publish/pages/admin-page.ts";
import type { AdminSource, SourceList } from "../../../src/publish/pages/admin-sources.ts";
import { aStoredArticle, aStoredEntry } from "../../support/builders.ts";
import { aSite, aSource, NOON, samplePublished } from "../sample-site.ts";

export const TOKEN = "a-token-of-the-desk";

/** An article of Flussbote. */
export const anArticle = (over: Partial<StoredArticle> = {}): StoredArticle =>
  aStoredArticle({
    id: "a1",
    source: aSource(),
    link: "https://bote.example/a1",
    canonicalUrl: "https://bote.example/a1",
    title: "Die Fähre fährt wieder",
    contentHtml: "<p>Am Anleger stehen die ersten Räder.</p>",
    language: "de",
    ...over,
  });

export const NOT_HANDLED: ArticleHandling = {
  keptLines: [],
  heldUntil: null,
  isFromPage: false,
  page: null,
};

/** What was ordered. */
export type AdminForTest = {
  readonly url: string;
  readonly asked: readonly Order[];
  /** What the app logged as failed. */
  readonly failures: readonly unknown[];
  /** Asks with the token as bearer; other headers on top. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (
    path: string,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
};

type Settings = {
  readonly token?: string | null;
  readonly entry?: StoredEntry;
  readonly handling?: Partial<ArticleHandling>;
  readonly status?: Partial<Awaited<ReturnType<AdminSite["status"]>>>;
  readonly sources?: Partial<SourceList>;
  readonly source?: AdminSource;
  readonly commonLines?: ReadonlyMap<string, LearntLine>;
  readonly journal?: readonly JournalEntry[];
  /** What becomes of actions. */
  readonly answer?: OrderEnd;
  /** Orders that can be asked for. */
  readonly orders?: Readonly<Record<number, OrderEnd>>;
  readonly trustProxy?: number;
};

/** The real server with pages for the desk, closed when the test is over. */
export async function adminForTest(settings: Settings = {}): Promise<AdminForTest> {
  const asked: Order[] = [];
  const failures: unknown[] = [];
  const app = createApp(
    {
      published: samplePublished({ site: aSite({ url: "https://schau.example" }) }),
      admin: adminSite(settings, asked),
      logFailure: (error) => {
        failures.push(error);
      },
      isAway: () => false,
    },
    { ...DEFAULT_APP_OPTIONS, trustProxy: settings.trustProxy ?? 0 },
  );
  const server = createHttpServer({
    cache: createDocumentCache(),
    app,
    onSocketError: (error) => {
      throw error;
    },
  });
  const listening = await server.listen({ host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.message);
  onTestFinished(() => server.close(0));
  const { url } = listening.value;
  const authorization = { Authorization: `Bearer ${TOKEN}`, "Accept-Language": "en" };
  return {
    ...{ url, asked, failures },
    get: (path, headers) =>
      fetch(url + path, { headers: { ...authorization, ...headers }, redirect: "manual" }),
    post: (path, body, headers) =>
      fetch(url + path, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { ...authorization, "Content-Type": FORM, ...headers },
      }),
  };
}

/** The number of every order that nobody waits for. */
export const PLACED = 7;

const FORM = "application/x-www-form-urlencoded";

function adminSite(settings: Settings, asked: Order[]): AdminSite {
  const {
    token = TOKEN,
    entry = aStoredEntry({ article: anArticle() }),
    answer = { state: "done", answer: null },
  } = settings;
  return {
    token: () => token,
    status: async () => ({
      report: {
        reasons: [],
        sources: [],
        lastPassAt: NOON,
        nodes: [],
        configuration: null,
        backup: null,
      },
      ...{ listed: [], days: [], today: dayOf(NOON) },
      newest: [],
      commonLines: [],
      ...settings.status,
    }),
    sources: async (choice) => ({
      ...{ choice, counts: new Map(), pages: 1, shown: [], today: dayOf(NOON) },
      ...settings.sources,
    }),
    source: async (id) => (id === settings.source?.status.id ? settings.source : null),
    article: async (id) =>
      id === entry.article.id
        ? {
            entry,
            handling: { ...NOT_HANDLED, ...settings.handling },
            commonLines: settings.commonLines ?? new Map(),
          }
        : null,
    order: async (order) => {
      asked.push(order);
      return answer;
    },
    system: async () => ({
      version: "1.2.3",
      databaseBytes: 12_345_678,
      report: { nodes: [], configuration: null, backup: null },
      journal: settings.journal ?? [],
    }),
    journalLine: async (id) => settings.journal?.find((line) => line.id === id) ?? null,
    sourceList: () => "<opml/>",
    sourceIds: () => (settings.source === undefined ? [] : [settings.source.status.id]),
    place: async (order) => {
      asked.push(order);
      return PLACED;
    },
    await: async (id) => settings.orders?.[id] ?? null,
    look: async (id) => settings.orders?.[id] ?? null,
  };
}
