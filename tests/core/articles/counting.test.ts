import { describe, expect, it } from "vitest";
import {
  htmlWithoutCounts,
  mayCount,
  showsLinesOf,
  withoutCounts,
} from "../../../src/core/articles/counting.ts";

const STORY = "The bridge over the Halm is open again.";

describe("what only counts is left out", () => {
  it.each([
    "Views: 12",
    "1,234 views · 56 comments · 7 likes",
    "5 minutes ago",
    "Updated 3 hours ago",
    "Reading time: 4 minutes",
    "1.2k views",
    "Comments (12)",
    "No comments yet",
    "Aufrufe: 1.234",
    "12 Kommentare | 3 mal geteilt",
    "Noch keine Kommentare",
    "Bisher 340 mal gelesen",
    "vor 5 Minuten",
    "Stand: vor 5 Minuten",
    "Posted 3 hours ago",
    "Zuletzt aktualisiert vor 2 Stunden",
    "Lesezeit: 3 min",
    "Gefällt 14 Personen",
    "12 vues",
    "3 commentaires, 4 partages",
    "Aucun commentaire",
    "il y a 5 minutes",
    "Temps de lecture : 4 minutes",
    "12 visualizaciones",
    "Leído 45 veces",
    "hace 3 horas",
    "Sin comentarios",
    "Visualizzazioni: 89",
    "Letto 12 volte",
    "5 minuti fa",
    "Nessun commento",
    "12 visualizações",
    "há 2 horas",
    "3 curtidas",
    "Sem comentários",
    "89 weergaven",
    "12 reacties",
    "3 uur geleden",
    "Geen reacties",
    "Wyświetleń: 56",
    "12 komentarzy",
    "5 minut temu",
    "Brak komentarzy",
    "Shared 17 times",
    "12 likes, 3 reposts",
    "Points: 12",
    "👍 12 💬 3",
    "★★★★☆ (17)",
    "12 kommentarer, 340 visningar",
    "for 5 minutter siden",
    "12 komentářů",
    "12 megtekintés",
    "12 comentarii",
    "12 yorum",
    "5 dakika önce",
    "Просмотров: 12",
    "12 коментарів",
    "12 σχόλια",
    "浏览量：12",
    "コメント 12件",
    "조회수 12",
    "5분 전",
  ])("%s", (line) => {
    expect(withoutCounts(`${STORY}\n\n${line}`)).toBe(STORY);
  });

  it.each([
    [`${STORY} Views: 12`, STORY],
    [`${STORY} | 12 Kommentare`, STORY],
    ["The bridge is open… 3 comments", "The bridge is open…"],
    [`12 views • ${STORY}`, STORY],
  ])("within a line: %s", (line, expected) => {
    expect(withoutCounts(line)).toBe(expected);
  });

  it.each([
    "Greens: 12 votes",
    "The council wants to hear 12 comments of neighbours by Monday.",
    "Halm 3, Ostmark 2",
    "12 people were hurt.",
    "It was 5 minutes before the end.",
    "The price rises to 4 euros.",
    "Day by day",
    "Halm ★ 12",
    "☀ 23",
    "1,234",
    "",
  ])("not: %s", (line) => {
    expect(withoutCounts(`${STORY}\n\n${line}`)).toBe(`${STORY}\n\n${line}`);
  });

  it("leaves a text in which nothing counts to the letter", () => {
    const text = `${STORY}\n\n\n  In 2024 | it was closed.  \n`;
    expect(withoutCounts(text)).toBe(text);
  });
});

describe("HTML", () => {
  it.each([
    ["<p>Views: <b>12</b></p>", "<p>Views: <b>13</b></p>", true],
    [
      "<ul><li>12 views</li><li>3 likes</li></ul>",
      "<ul><li>14 views</li><li>5 likes</li></ul>",
      true,
    ],
    [`<p>${STORY}<br />12 comments</p>`, `<p>${STORY}<br />13 comments</p>`, true],
    [
      '<p><a href="https://a.example/1">On</a></p>',
      '<p><a href="https://a.example/2">On</a></p>',
      false,
    ],
    ["<p>Greens: 12 votes</p>", "<p>Greens: 13 votes</p>", false],
  ])("%s and %s: the same but for counts is %s", (one, other, isSame) => {
    const html = (part: string) => htmlWithoutCounts(`<p>${STORY}</p>${part}`);
    expect(html(one) === html(other)).toBe(isSame);
  });
});

it.each([" ", "\u00a0", "no ", "| "])("reads lines of many %j in linear time", (part) => {
  const line = `1${part.repeat(500_000)}x`;
  expect(withoutCounts(line)).toBe(line);
  expect(htmlWithoutCounts(`<pre>${line}</pre>`)).toBe(`<pre>${line}</pre>`);
});

it("tells HTML that shows the lines of a text and no more, of which the same holds", () => {
  const text = "The bridge is open.\n\nIt carries all ferries' loads.";
  const html = "<h2>The bridge is <em>open</em>.</h2>\n<p>It carries all ferries' loads.</p>";
  expect(showsLinesOf(html, text)).toBe(true);
  expect(mayCount(text)).toBe(false);
  expect(htmlWithoutCounts(html)).toBe(html);
  const counted = `${html}\n<figcaption>3 comments</figcaption>`;
  expect(showsLinesOf(counted, text)).toBe(false);
  expect(htmlWithoutCounts(counted)).not.toBe(counted);
});
