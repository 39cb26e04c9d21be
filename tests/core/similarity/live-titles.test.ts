import { expect, it } from "vitest";
import { isLiveTitle } from "../../../src/core/similarity/live-titles.ts";

it.each([
  "Live: Storm reaches the coast",
  "LIVE | Council votes on the bridge",
  "+++ Liveticker +++ Hochwasser in Velten",
  "Newsticker zum Streik",
  "Storm over Velten – live updates",
  "En direct : la tempête atteint la côte",
  "EN DIRECTO – El pleno vota",
  "Elecciones, minuto a minuto",
  "Ao vivo: jogo em Velten",
])("%s is of a ticker", (title) => {
  expect(isLiveTitle(title)).toBe(true);
});

it.each([
  "Live music in the park",
  "How we live now",
  "Live-Musik im Stadtpark",
  "Direct flights to Velten",
  "The ticker tape is gone",
  "Oliver: I stay",
])("%s is not", (title) => {
  expect(isLiveTitle(title)).toBe(false);
});
