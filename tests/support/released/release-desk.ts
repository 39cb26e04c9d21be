import { join } from "node:path";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import { createLog } from "../../../src/adapters/log.ts";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createArchiveStore } from "../../../src/adapters/store/publishing/archive-store.ts";
import { createPublicationStore } from "../../../src/adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../../src/adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../../src/adapters/store/queues/leases.ts";
import { uuidV5 } from "../../../src/adapters/uuid.ts";
import type { Config } from "../../../src/config/config.ts";
import type { ArchiveDocumentKey } from "../../../src/core/entries/archive.ts";
import { FORMATS } from "../../../src/core/entries/formats.ts";
import { PUBLISHER } from "../../../src/core/entries/publication.ts";
import type { SourceReport } from "../../../src/core/intake/source-report.ts";
import { renderArchivePage } from "../../../src/publish/archives/archive-page.ts";
import { createPublisher } from "../../../src/publish/feeds/publish-feeds.ts";
import { openIngestSide } from "../../../src/service/ingesting/ingest-side.ts";
import { load } from "../../../src/service/load.ts";
import { textOf } from "../document-text.ts";
import { followTexts } from "../published-texts.ts";
import { runHere } from "../run-here.ts";
import type { FakeNetwork } from "./sites.ts";

/** Documents that readers get, by path: feeds in every format, and their archives. */
export type Documents = ReadonlyMap<string, string>;

/** Everything that a desk does to its database, in this process, on a folder with an offprint.yaml. */
export type ReleaseDesk = {
  /** Polls every source, and completes what wants to be completed. */
  readonly poll: () => Promise<readonly SourceReport[]>;
  readonly publish: () => Promise<Documents>;
  /** What a command prints. */
  readonly order: (...args: readonly string[]) => Promise<string>;
};

export function openReleaseDesk(folder: string, network: FakeNetwork): ReleaseDesk {
  const file = join(folder, "offprint.yaml");
  return {
    poll: () => poll(configOf(file), network),
    publish: () => publish(configOf(file)),
    async order(...args) {
      const { code, stdout, stderr } = await runHere([...args, "--config", file]);
      if (code !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
      return stdout;
    },
  };
}

function configOf(file: string): Config {
  const io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin };
  const loaded = load({ config: file }, { ...io, environment: {} });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

const PAGES_WITHIN_MS = 600_000;

async function poll(config: Config, { createFetcher }: FakeNetwork) {
  const log = createLog({ side: "ingest", node: "a", format: "json", level: "error" });
  const opened = await openIngestSide({
    node: "a",
    ...{ config, log, isChecked: false, kind: "pass", createFetcher },
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const side = opened.value;
  const reports: SourceReport[] = [];
  const pass = await side.pass({ all: true, sources: [] }, (report) => reports.push(report));
  await pass.done;
  await side.completing.drain({ withinMs: PAGES_WITHIN_MS, onBegin: () => {}, onPage: () => {} });
  await side.close(0);
  return reports;
}

async function publish({ database, site, feeds }: Config): Promise<Documents> {
  const opened = await openDatabase(database.name);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = createPublishStore(opened.value.db);
  const archive = createArchiveStore(opened.value.db);
  const leases = createLeases(opened.value.db);
  const lease = await leases.take(PUBLISHER, "test", LEASE_MS);
  if (lease === null) throw new Error("somebody else publishes");
  const publications = createPublicationStore(opened.value.db, lease);
  const publisher = createPublisher({ ...RENDERING, store, archive, publications });
  for (let isBehind = true; isBehind; ) ({ isBehind } = await publisher.publish(site, feeds));
  await leases.release(lease);
  const { texts: documents, read } = followTexts(opened.value.db);
  await read(feeds);
  const order = { site, feeds, instance: await store.instance() };
  for (const { id } of feeds) {
    for (const key of archiveKeys(id, (await archive.state(id))?.pages ?? 0)) {
      const document = await renderArchivePage(key, order, { ...RENDERING, store: archive });
      if (document !== null) documents.set(document.path, textOf(document));
    }
  }
  await opened.value.close();
  return documents;
}

/** No test takes so long. */
const LEASE_MS = 600_000;

const archiveKeys = (feedId: string, pages: number): readonly ArchiveDocumentKey[] =>
  Array.from({ length: pages }, (_, index) => index + 1).flatMap((page) =>
    FORMATS.map((format) => ({ feedId, page, format })),
  );

const RENDERING = {
  renderers: feedRenderers,
  uuid: uuidV5,
  now: (): number => Date.now(),
  onUnsaved(cause: unknown): never {
    throw cause;
  },
};
