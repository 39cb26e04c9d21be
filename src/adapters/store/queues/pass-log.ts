import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** The last pass of a node over the due sources. */
export type PassNote = {
  /** The name of the node. */
  readonly node: string;
  readonly at: number;
  /** By when it must have finished another pass; `null` when none is scheduled. */
  readonly deadline: number | null;
};

export type PassLog = {
  readonly note: (pass: PassNote) => Promise<void>;
  /** The last pass of each node, the newest first. */
  readonly all: () => Promise<readonly PassNote[]>;
  /** Forgets the nodes whose last pass was before this time, and what was noted before nodes had names. */
  readonly forget: (before: number) => Promise<void>;
};

const PREFIX = "last-pass";

/** Stored in the database, so that every process that watches can tell when the schedulers have died. */
export function createPassLog(db: Kysely<Tables>): PassLog {
  const all = async (): Promise<readonly PassNote[]> => {
    const rows = await db
      .selectFrom("setting")
      .select("value")
      .where("name", "like", `${PREFIX}%`)
      .execute();
    return rows.map(({ value }) => noteFrom(value)).toSorted((a, b) => b.at - a.at);
  };
  return {
    all,
    async note(pass) {
      const value = JSON.stringify(pass);
      await db
        .insertInto("setting")
        .values({ name: nameOf(pass), value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
    },
    async forget(before) {
      const gone = (await all()).filter(({ node, at }) => node === "" || at < before).map(nameOf);
      if (gone.length === 0) return;
      await db.deleteFrom("setting").where("name", "in", gone).execute();
    },
  };
}

const nameOf = ({ node }: Pick<PassNote, "node">): string =>
  node === "" ? PREFIX : `${PREFIX} ${node}`;

/** Notes from before nodes had names have none. */
const noteFrom = (value: string): PassNote => {
  const { node = "", ...pass } = JSON.parse(value) as Partial<PassNote> & Omit<PassNote, "node">;
  return { node, ...pass };
};
