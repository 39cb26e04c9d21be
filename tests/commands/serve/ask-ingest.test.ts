import { describe, expect, it } from "vitest";
import { createAskIngest } from "../../../src/commands/serve/ask-ingest.ts";
import type { ArticleEdit, ToIngest } from "../../../src/commands/serve/messages.ts";

const EDIT: ArticleEdit = { kind: "keep-lines", articleId: "a", lines: ["Eine Zeile"] };

function listening() {
  const sent: ToIngest[] = [];
  const asking = createAskIngest((message) => sent.push(message) > 0);
  return { sent, asking };
}

describe("a question to the ingest side", () => {
  it("is answered by the message with its number, whichever comes first", async () => {
    const { sent, asking } = listening();
    const answers = [asking.edit(EDIT), asking.edit({ kind: "forget-kept-lines", articleId: "b" })];
    asking.hear({ kind: "edited", id: 2, problem: "no line of this article is kept" });
    asking.hear({ kind: "edited", id: 1, problem: null });

    expect(sent.map((message) => message.kind === "edit" && message.id)).toEqual([1, 2]);
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: null },
      { ok: false, error: "no line of this article is kept" },
    ]);
  });

  it("is not left open when nobody listens, when the process ends or never answers", async () => {
    const deaf = createAskIngest(() => false);
    expect(await deaf.edit(EDIT)).toEqual({ ok: false, error: "the ingest side is not running" });

    const { asking } = listening();
    const answer = asking.edit(EDIT);
    asking.giveUp();
    expect(await answer).toEqual({ ok: false, error: "the ingest side ended" });

    const hung = createAskIngest(() => true, 1);
    expect(await hung.edit(EDIT)).toEqual({ ok: false, error: "the ingest side does not answer" });
  });

  it("minds no answer that comes too late", () => {
    const { asking } = listening();

    expect(() => asking.hear({ kind: "edited", id: 9, problem: null })).not.toThrow();
  });
});
