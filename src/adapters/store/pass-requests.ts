import type { Kysely } from "kysely";
import type { PassRequest, PassRequests } from "../../core/pass-requests.ts";
import type { Tables } from "./tables.ts";

/** See PassRequests: two small tables, so that it works across processes, containers and engines. */
export function createPassRequests<Line>(db: Kysely<Tables>): PassRequests<Line> {
  return {
    async ask(request, now) {
      const row = await db
        .insertInto("pass_request")
        .values({ request: JSON.stringify(request), asked_at: now, state: "asked" })
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    },

    take: () => take(db),

    async answer(id, line) {
      await db
        .insertInto("pass_answer")
        .values({ request_id: id, line: JSON.stringify(line) })
        .execute();
    },

    async finish(id) {
      await db
        .updateTable("pass_request")
        .set({ state: "finished" })
        .where("id", "=", id)
        .execute();
    },

    read: (id, from) => read(db, id, from),

    withdraw: (id) => withdraw(db, id),

    async forget(before) {
      await db.deleteFrom("pass_request").where("asked_at", "<", before).execute();
    },
  };
}

async function take(db: Kysely<Tables>): ReturnType<PassRequests<never>["take"]> {
  const oldest = db.selectFrom("pass_request").select("id").where("state", "=", "asked");
  const row = await db
    .updateTable("pass_request")
    .set({ state: "taken" })
    .where("id", "=", oldest.orderBy("id").limit(1))
    .returning(["id", "request"])
    .executeTakeFirst();
  return row ? { id: row.id, ...(JSON.parse(row.request) as PassRequest) } : null;
}

async function withdraw(db: Kysely<Tables>, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("pass_request")
    .where("id", "=", id)
    .where("state", "=", "asked")
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The state first: a line written between the two statements is read next time. */
async function read<Line>(
  db: Kysely<Tables>,
  id: number,
  from: number,
): ReturnType<PassRequests<Line>["read"]> {
  const request = await db
    .selectFrom("pass_request")
    .select("state")
    .where("id", "=", id)
    .executeTakeFirst();
  const rows = await db
    .selectFrom("pass_answer")
    .select("line")
    .where("request_id", "=", id)
    .orderBy("id")
    .offset(from)
    .limit(100_000)
    .execute();
  return {
    lines: rows.map(({ line }) => JSON.parse(line) as Line),
    isFinished: request === undefined || request.state === "finished",
  };
}
