import type { ConfigurationEdit } from "../core/settings/configuration-edit.ts";
import { orderEdit } from "../service/editing/order-edit.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { write } from "./write.ts";

export type EditOptions = CommonOptions & { readonly json: boolean };

/** Edits the configuration, and prints what was done. @param done as a line of text. Gives the exit code. */
export async function editConfigured(
  edit: ConfigurationEdit,
  done: string,
  { options, io }: { readonly options: EditOptions; readonly io: Io },
): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const edited = await orderEdit({ config: loaded.value, io }, edit);
  if (!edited.ok) return refuse(edited.error, io);
  const { file } = edited.value;
  await write(
    io.stdout,
    `${options.json ? JSON.stringify({ ...edit, file }) : `${done} (${file})`}\n`,
  );
  return 0;
}

/** Takes a source out of the configuration; its articles stay. Gives the exit code. */
export const sourcesRemove = (options: EditOptions & { readonly id: string }, io: Io) =>
  editConfigured(
    { kind: "remove", list: "sources", id: options.id },
    `${options.id} is polled no more. Its articles stay; to take them out: offprint sources forget ${options.id}`,
    { options, io },
  );

/** Gives a source another id: its articles, their ids and how it is polled stay. Gives the exit code. */
export const sourcesRename = (
  options: EditOptions & { readonly from: string; readonly to: string },
  io: Io,
): Promise<number> => {
  const { from, to } = options;
  const edit = { kind: "rename-source", from, to } as const;
  return editConfigured(edit, `${from} is ${to} from now on`, { options, io });
};
