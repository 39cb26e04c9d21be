import type { Log } from "../adapters/log.ts";
import { fromEnvironment } from "../config/environment.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { RoleState } from "../http/api/role-app.ts";
import type { PollCounts } from "../http/api/role-metrics.ts";
import type { Io } from "./io.ts";

/** What a role tells of itself, for `/readyz` and `/metrics` of a process that answers no readers. */
export type RoleHealth = {
  readonly is: (state: RoleState) => void;
  readonly polled: (counts: PollCounts) => void;
  readonly publishing: (isPublishing: boolean) => void;
  readonly failed: () => void;
  readonly close: () => Promise<void>;
};

/** Of a process that nobody asks. */
export const UNASKED: RoleHealth = {
  is() {},
  polled() {},
  publishing() {},
  failed() {},
  close: async () => {},
};

export type HealthPortOptions = {
  readonly role: "ingest" | "publish";
  readonly host: string;
  readonly io: Pick<Io, "environment">;
  readonly log: Log;
};

/**
 * Listens at the port that HEALTH_PORT names, on the host of the server's setting. Without that variable nobody can ask, and
 * nothing is loaded for it.
 *
 * @returns an error that is a sentence.
 */
export async function openHealthPort(
  options: HealthPortOptions,
): Promise<Result<RoleHealth, string>> {
  const port = portOf(options.io.environment);
  if (!port.ok) return port;
  return port.value === null ? ok(UNASKED) : listen(options, port.value);
}

function portOf(environment: Io["environment"]): Result<number | null, string> {
  const value = fromEnvironment(environment, "HEALTH_PORT");
  if (!value.ok) return value;
  if (value.value === undefined) return ok(null);
  const port = Number(value.value);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? ok(port)
    : err(`HEALTH_PORT is ${value.value}: expected a number from 0 to 65535`);
}

async function listen(
  { role, host, log }: HealthPortOptions,
  port: number,
): Promise<Result<RoleHealth, string>> {
  const [{ createHttpServer }, { roleApp }, { createRoleMetrics }] = await Promise.all([
    import("../http/server.ts"),
    import("../http/api/role-app.ts"),
    import("../http/api/role-metrics.ts"),
  ]);
  const metrics = createRoleMetrics(role);
  let now: RoleState = { isReady: false, state: "starting" };
  const server = createHttpServer({
    cache: { answer: () => false },
    app: roleApp({ role, state: () => now, metrics }),
    onSocketError: ({ message }) => log.error({ message }, "the listening socket failed"),
  });
  const listening = await server.listen({ host, port });
  if (!listening.ok) return err(listening.error.message);
  log.info({ url: listening.value.url }, "health and metrics are answered");
  return ok({
    is(state) {
      now = state;
    },
    polled: metrics.polled,
    publishing: metrics.publishing,
    failed: metrics.failed,
    close: () => server.close(),
  });
}
