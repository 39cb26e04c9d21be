import { setTimeout as sleep } from "node:timers/promises";
import { type Desk, layDesk } from "./desk.ts";
import { type FileServer, startNginx } from "./file-servers.ts";
import {
  type Exit,
  type Service,
  startIngestRole,
  startPublishRole,
  startWebRole,
} from "./offprint.ts";
import { proxySettings } from "./proxied.ts";
import { entriesOf } from "./read-service.ts";
import { rssFeed, sampleItem } from "./sample-feed.ts";
import { freePort } from "./samples.ts";
import { until } from "./until.ts";

export const SCALED_ROLES = [
  "ingest-1",
  "ingest-2",
  "publish-1",
  "publish-2",
  "web-1",
  "web-2",
] as const;
export type ScaledRole = (typeof SCALED_ROLES)[number];

type Process = Omit<Service, "url">;

/** The processes of compose.scale.yaml on this machine, on one PostgreSQL database, with nginx in front. */
export type ScaledDesk = {
  /** Of nginx. */
  readonly url: string;
  /** Where a process answers `/readyz` and `/metrics`. */
  readonly healthOf: (role: ScaledRole) => string;
  /** Ends one as a rolling update does, and starts it again. Waits until it is ready. @returns how it ended. */
  readonly restart: (role: ScaledRole) => Promise<Exit>;
  /** One more article comes in. */
  readonly bring: (name: string) => void;
  /** Waits until both web processes have all that came in. */
  readonly everywhere: () => Promise<unknown>;
  readonly end: () => Promise<void>;
};

export async function startScaledDesk(address: string): Promise<ScaledDesk> {
  const names: string[] = [];
  const desk = layDesk({
    sources: [{ id: "tower", folder: "tower" }],
    server: { rateLimit: 0, trustProxy: 1 },
  });
  const bring = (name: string): void => {
    names.push(name);
    const items = names.map((each, n) => sampleItem(each, Date.UTC(2026, 1, 17, 12, n)));
    desk.write("tower/feed.xml", rssFeed("Tower", items));
  };
  const ports = new Map<ScaledRole, number>();
  for (const role of SCALED_ROLES) ports.set(role, await freePort());
  const healthOf = (role: ScaledRole): string => `http://127.0.0.1:${ports.get(role)}`;
  const webs = (["web-1", "web-2"] as const).map((role) => `127.0.0.1:${ports.get(role)}`);
  const start = starter(desk, address, healthOf);
  const running = new Map<ScaledRole, Process>();
  bring("alpha");
  for (const role of SCALED_ROLES) running.set(role, await start(role));
  const everywhere = (): Promise<unknown> =>
    until(`${names.at(-1)} is read everywhere`, async () => {
      const counts = await Promise.all(
        webs.map(async (at) => (await entriesOf(`http://${at}`)).length),
      );
      return counts.every((count) => count === names.length);
    });
  await everywhere();
  const proxy: FileServer = await startNginx((port) => proxySettings(port, webs));
  return {
    ...{ url: proxy.url, healthOf, bring, everywhere },
    async restart(role) {
      const ended = await running.get(role)?.stop();
      running.set(role, await start(role));
      if (role.startsWith("web")) await sleep(LEFT_ALONE_MS);
      return ended ?? { code: null, signal: null };
    },
    async end() {
      await proxy.close();
      await Promise.all([...running.values()].map(({ kill }) => kill()));
      desk.remove();
    },
  };
}

/** For so long nginx leaves one alone that did not answer (`fail_timeout`): the other must not go away meanwhile. */
const LEFT_ALONE_MS = 1_100;

/** Starts a role, and waits until it is ready. */
function starter({ config }: Desk, address: string, healthOf: ScaledDesk["healthOf"]) {
  const args = ["--config", config];
  const starts = { ingest: startIngestRole, publish: startPublishRole, web: startWebRole };
  return async (role: ScaledRole): Promise<Process> => {
    const kind = role.split("-")[0] as keyof typeof starts;
    const { port } = new URL(healthOf(role));
    const started = await starts[kind](args, {
      environment: {
        DATABASE_URL: address,
        OFFPRINT_NODE: role,
        ...(kind === "web" ? { PORT: port } : { HOST: "127.0.0.1", HEALTH_PORT: port }),
      },
    });
    await until(`${role} is ready`, async () => (await fetch(`${healthOf(role)}/readyz`)).ok);
    return started;
  };
}
