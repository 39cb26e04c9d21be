import { followStatic } from "./follow-static.ts";
import type { FromStatic, ToStatic } from "./static-messages.ts";

/** The process that writes the files of a service. Its parent reads the configuration, and tells of changes. */
async function run(): Promise<void> {
  const first = await new Promise<ToStatic>((resolve) => process.once("message", resolve));
  let { config } = first;
  process.on("message", (next: ToStatic) => {
    config = next.config;
  });
  const stop = followStatic({ config: () => config, to: first.to, node: first.node, say });
  process.once("SIGTERM", () => void stop().finally(() => process.exit()));
}

function say(message: FromStatic): void {
  if (process.connected) process.send?.(message);
}

// Without its parent nobody tells it of changes, and the next service starts its own.
process.once("disconnect", () => process.exit());
// Ctrl-C and a hang-up reach all processes of a terminal: the parent says what to do.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
await run();
