import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { FeedSummary, StatusReport } from "../../publish/pages/page-model.ts";

/** What `/metrics` reports beside its own counts; read at each scrape. */
export type MetricsState = {
  readonly feeds: readonly FeedSummary[];
  readonly status: StatusReport;
};

/** The metrics that prom-client collects. */
export type MetricsRegistry = {
  /** Prometheus text of everything, with the present state. */
  readonly text: (state: MetricsState) => Promise<string>;
  readonly contentType: string;
  readonly rebuilt: (durationMs: number) => void;
};

const REBUILD_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetricsRegistry(now: () => number): MetricsRegistry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const rebuilds = createRebuilds(registry);
  const show = createGauges([registry], now);
  return {
    async text(state) {
      show(state);
      // prom-client writes "Nan" (event loop lag before the first sample); the format has NaN.
      return (await registry.metrics()).replace(/ Nan$/gm, " NaN");
    },
    contentType: registry.contentType,
    rebuilt: (durationMs) => rebuilds.observe(durationMs / 1000),
  };
}

const createRebuilds = (registry: Registry): Histogram =>
  new Histogram({
    name: "offprint_rebuild_duration_seconds",
    help: "Time to select, render and compress the feeds after a change",
    buckets: REBUILD_BUCKETS,
    registers: [registry],
  });

function createGauges(registers: Registry[], now: () => number): (state: MetricsState) => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    new Gauge({ name: `offprint_${name}`, help, labelNames: [...labelNames], registers });
  const entries = gauge("feed_entries", "Entries in a feed", ["feed"]);
  const failing = gauge("source_failing", "1 when /status names the source as failing", ["source"]);
  const pollAge = gauge("source_poll_age_seconds", "Seconds since a source was last polled", [
    "source",
  ]);
  const passAge = gauge(
    "ingest_pass_age_seconds",
    "Seconds since the last pass over the due sources",
  );
  const nodeAge = gauge("node_pass_age_seconds", "Seconds since the last pass of a node", ["node"]);
  const showConfiguration = createConfigurationGauges(gauge);
  const secondsSince = (at: number): number => Math.max(0, now() - at) / 1000;
  const showBackup = createBackupGauges(gauge, secondsSince);
  const inOrder = gauge("in_order", "1 when /status answers 200");

  const showNodes = (nodes: StatusReport["nodes"]): void => {
    nodeAge.reset();
    for (const { node, lastPassAt } of nodes) nodeAge.set({ node }, secondsSince(lastPassAt));
  };

  return ({ feeds, status }) => {
    // Drops the series of feeds and sources that left the configuration.
    for (const one of [entries, failing, pollAge]) one.reset();
    passAge.remove();
    for (const { feed, entryCount } of feeds) entries.set({ feed: feed.id }, entryCount);
    const troubled = new Set(status.reasons.map(({ source }) => source));
    for (const { id, lastPollAt } of status.sources) {
      failing.set({ source: id }, Number(troubled.has(id)));
      if (lastPollAt !== null) pollAge.set({ source: id }, secondsSince(lastPollAt));
    }
    if (status.lastPassAt !== null) passAge.set(secondsSince(status.lastPassAt));
    showNodes(status.nodes);
    showConfiguration(status.configuration);
    showBackup(status.backup);
    inOrder.set(Number(status.reasons.length === 0));
  };
}

function createBackupGauges(
  gauge: (name: string, help: string) => Gauge,
  secondsSince: (at: number) => number,
): (backup: StatusReport["backup"]) => void {
  const age = gauge("backup_age_seconds", "Seconds since the last verified backup was begun");
  const bytes = gauge("backup_bytes", "Size of the last verified backup");
  const late = gauge("backup_late", "1 when the last backup is older than the schedule allows");
  const failed = gauge("backup_failed", "1 when the last backup of the schedule failed");
  return (backup) => {
    for (const one of [age, bytes, late, failed]) one.remove();
    if (backup === null) return;
    if (backup.lastAt !== null) age.set(secondsSince(backup.lastAt));
    if (backup.bytes !== null) bytes.set(backup.bytes);
    if (backup.nextAt === null) return;
    late.set(Number(backup.isLate));
    failed.set(Number(backup.problem !== null));
  };
}

function createConfigurationGauges(
  gauge: (name: string, help: string) => Gauge,
): (configuration: StatusReport["configuration"]) => void {
  const revision = gauge(
    "configuration_revision",
    "Revision of the configuration that nodes share, as this one knows it",
  );
  const ignored = gauge(
    "configuration_file_ignored",
    "1 when the configuration file of this node differs from the one in force",
  );
  return (configuration) => {
    for (const one of [revision, ignored]) one.remove();
    if (configuration === null) return;
    revision.set(configuration.revision);
    ignored.set(Number(configuration.ignoredFile !== null));
  };
}
