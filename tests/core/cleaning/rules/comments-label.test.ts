import { describe, expect, it } from "vitest";
import {
  isCommentsLabel,
  isCommentsName,
} from "../../../../src/core/cleaning/rules/comments-label.ts";

describe("a label of comments", () => {
  it.each([
    "Comments (12)",
    "12 Kommentare",
    "Ältere Kommentare",
    "Seite 2 der Kommentare",
    "Komentarze (34)",
    "34 Yorum",
    "Комментарии",
    "Newer replies",
  ])("is %s", (text) => expect(isCommentsLabel(text)).toBe(true));

  it.each([
    "Next page",
    "3 Debatten um den Deich",
    "5 comments on the budget of Kiel",
    "La dolce vita",
    `Comments ${"and comments ".repeat(9)}`,
  ])("is not %s", (text) => expect(isCommentsLabel(text)).toBe(false));
});

describe("a name of comments", () => {
  it.each(["comment-12", "comments", "kommentare", "cpage", "respond", "disqus_thread", "replyTo"])(
    "is %s",
    (name) => expect(isCommentsName(name)).toBe(true),
  );

  it.each(["page", "seite", "p", "lead", "more-4711", "locale", ""])("is not %s", (name) =>
    expect(isCommentsName(name)).toBe(false),
  );
});
