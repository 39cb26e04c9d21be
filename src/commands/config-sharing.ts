import { basename } from "node:path";
import { nodeOfHolder } from "../core/settings/owning.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import { load } from "../service/load.ts";
import {
  type ConfigurationView,
  ownConfiguration,
  viewConfiguration,
} from "../service/sharing/view-configuration.ts";
import type { ConfigOptions } from "./config.ts";

/** Says which configuration counts on this node, whose it is, and what its own file says otherwise. Gives the exit code. */
export async function configShow(options: ConfigOptions, io: Io): Promise<number> {
  const seen = await viewConfiguration(options, io);
  if (!seen.ok) return refuseConfig(seen, io);
  io.stdout.write(options.json ? `${JSON.stringify(viewOf(seen.value))}\n` : told(seen.value));
  return 0;
}

function viewOf({ file, isThere, stored, differing }: ConfigurationView) {
  if (stored === null) return { file: isThere ? file : null, stored: null, differing };
  const { files: _, owner, ...revision } = stored;
  const { holder, idleMs } = owner;
  return {
    file: isThere ? file : null,
    stored: { ...revision, owner: idleMs === 0 ? nodeOfHolder(holder) : null },
    differing: differing.map((path) => path || basename(file)),
  };
}

function told(view: ConfigurationView): string {
  const { file, stored, differing } = viewOf(view);
  if (stored === null) return `${file} counts\n`;
  const { revision, writtenBy, writtenAt, program, owner } = stored;
  const when = new Date(writtenAt).toISOString();
  const lines = [
    `Revision ${revision} counts: ${stored.file} of ${writtenBy}, stored ${when} with Offprint ${program}`,
    owner === null ? "Nobody owns it now" : `${owner} owns it: edits of its file count`,
    fileLine(file, differing),
  ];
  return `${lines.join("\n")}\n`;
}

function fileLine(file: string | null, differing: readonly string[]): string {
  if (file === null) return "This node has no configuration file";
  return differing.length === 0
    ? `${file} says the same`
    : `${file} does not count: ${differing.join(", ")} differ. To let it count from now on: offprint config own`;
}

/** Lets the file of this node count for all nodes. Gives the exit code. */
export async function configOwn(options: ConfigOptions, io: Io): Promise<number> {
  const loaded = load(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { file } = loaded.value;
  const owned = await ownConfiguration(loaded.value, io);
  if (!owned.ok) return refuse(owned.error, io);
  const revision = owned.value;
  const line = `${file} counts for all nodes from now on, as revision ${revision}`;
  io.stdout.write(`${options.json ? JSON.stringify({ file, revision }) : line}\n`);
  return 0;
}
