import { err, ok } from "../core/result.ts";
import type { ArticleKind } from "../service/reading/inspect-article.ts";
import { type ReadingPool, transferOf } from "../service/reading/reading-pool.ts";
import { failure, type InspectReader } from "./inspect.ts";

/** Reads pages or texts, in the workers of a pool. */
export function createArticleInspector(pool: ReadingPool, as: ArticleKind): InspectReader {
  return async (document, { timeoutMs, isLast }) => {
    const { name, bytes, url, contentType } = document;
    const transfer = isLast ? transferOf(document) : [];
    const job = { kind: "article" as const, job: { as, name, bytes, url, contentType } };
    const result = await pool.run(job, { timeoutMs, transfer });
    if (!result.ok) return err(failure(result.error));
    return result.value.ok
      ? ok({ kind: as, ...result.value.value })
      : err(failure(result.value.error));
  };
}
