import type { Kysely } from "kysely";
import type { FilesLog, FilesNote } from "../../../core/entries/files-problem.ts";
import type { Tables } from "../schema/tables.ts";

const PREFIX = "files of ";

/** One row for each node and target, which only processes of that node write. */
export function createFilesLog(db: Kysely<Tables>): FilesLog {
  const rows = async (): Promise<readonly FilesNote[]> => {
    const found = db.selectFrom("setting").select("value").where("name", "like", `${PREFIX}%`);
    return (await found.execute()).map(({ value }) => JSON.parse(value) as FilesNote);
  };
  return {
    all: rows,
    async find(place) {
      const row = db.selectFrom("setting").select("value").where("name", "=", nameOf(place));
      const found = await row.executeTakeFirst();
      return found === undefined ? null : (JSON.parse(found.value) as FilesNote);
    },
    async note(note) {
      const value = JSON.stringify(note);
      await db
        .insertInto("setting")
        .values({ name: nameOf(note), value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
    async forget(before) {
      const gone = (await rows()).filter(({ at }) => at < before).map(nameOf);
      if (gone.length > 0) await db.deleteFrom("setting").where("name", "in", gone).execute();
    },
  };
}

const nameOf = ({ node, target }: Pick<FilesNote, "node" | "target">): string =>
  `${PREFIX}${node}: ${target}`;
