import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** How a poll ended, and what it brought: the numbers of a source's report. */
export type PollCounts = Readonly<
  Record<"new" | "updated" | "unchanged" | "merged" | "failed" | "fetched", number>
> & { readonly outcome: string };

/** What `/metrics` of a process without a site reports: of what it did since it started, not of the desk. */
export type RoleMetrics = {
  readonly polled: (counts: PollCounts) => void;
  readonly publishing: (isPublishing: boolean) => void;
  readonly failed: () => void;
  /** Prometheus text. @param isReady as `/readyz` answers. */
  readonly text: (isReady: boolean) => Promise<string>;
  readonly contentType: string;
};

const ITEMS = ["new", "updated", "unchanged", "merged", "failed"] as const;

/** @param role names the metrics that there are: those of polls for `ingest`, those of publishing for `publish`. */
export function createRoleMetrics(role: "ingest" | "publish"): RoleMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ready = gauge(registry, "ready", "1 when /readyz answers 200");
  const own = role === "ingest" ? ingestMetrics(registry) : publishMetrics(registry);
  return {
    ...IGNORED,
    ...own,
    async text(isReady) {
      ready.set(Number(isReady));
      // prom-client writes "Nan" (event loop lag before the first sample); the format has NaN.
      return (await registry.metrics()).replace(/ Nan$/gm, " NaN");
    },
    contentType: registry.contentType,
  };
}

/** What a process of the other role never does. */
const IGNORED: Pick<RoleMetrics, "polled" | "publishing" | "failed"> = {
  polled() {},
  publishing() {},
  failed() {},
};

function ingestMetrics(registry: Registry): Pick<RoleMetrics, "polled"> {
  const polls = counter(registry, "polls", "Polls that ended here, by outcome", ["outcome"]);
  const requests = counter(registry, "poll_requests", "Requests that these polls made");
  const items = counter(registry, "items", "Items of these polls, by what they were", ["result"]);
  return {
    polled({ outcome, fetched, ...counts }) {
      polls.inc({ outcome });
      requests.inc(fetched);
      for (const result of ITEMS) if (counts[result] > 0) items.inc({ result }, counts[result]);
    },
  };
}

function publishMetrics(registry: Registry): Pick<RoleMetrics, "publishing" | "failed"> {
  const leads = gauge(registry, "publishing", "1 when this process publishes, 0 when it stands by");
  const failures = counter(registry, "publish_failures", "Turns of publishing that failed");
  return {
    publishing: (isPublishing) => leads.set(Number(isPublishing)),
    failed: () => failures.inc(),
  };
}

const gauge = (registry: Registry, name: string, help: string): Gauge =>
  new Gauge({ name: `offprint_${name}`, help, registers: [registry] });

const counter = (registry: Registry, name: string, help: string, labelNames: string[] = []) =>
  new Counter({ name: `offprint_${name}_total`, help, labelNames, registers: [registry] });
