import { currentEntries } from "../publish/feeds/preview-feed.ts";
import type { Io } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { withDesk } from "./with-desk.ts";
import { write } from "./write.ts";

export type FeedsOptions = CommonOptions & { readonly json: boolean };

/** Lists the feeds of the configuration with what each has now. Gives the exit code. */
export function feeds(options: FeedsOptions, io: Io): Promise<number> {
  return withDesk(
    options,
    io,
    async ({ published: store, renderers }, { site, feeds: definitions }) => {
      for (const feed of definitions) {
        const entries = await currentEntries(feed, { store, renderers, site });
        const { id, title } = feed;
        const newestAt = entries[0]?.enteredAt ?? null;
        const line: FeedLine = { id, title, entries: entries.length, newestAt };
        await write(io.stdout, `${options.json ? JSON.stringify(line) : asText(line)}\n`);
      }
      return 0;
    },
  );
}

type FeedLine = {
  readonly id: string;
  readonly title: string;
  readonly entries: number;
  /** When the newest entered, in Unix milliseconds; `null` for an empty feed. */
  readonly newestAt: number | null;
};

function asText({ id, title, entries, newestAt }: FeedLine): string {
  const newest = newestAt === null ? "empty" : `newest ${describeMinute(newestAt)}`;
  return `${id}: ${title}  (${entries} ${entries === 1 ? "entry" : "entries"}, ${newest})`;
}

/** In UTC, as everywhere on the command line. */
export const describeMinute = (at: number): string =>
  new Date(at).toISOString().slice(0, 16).replace("T", " ");
