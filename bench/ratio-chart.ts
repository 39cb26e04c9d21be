import type { Figure } from "./figure.ts";
import type { Summary } from "./measure/statistics.ts";

export type ChartSection = { readonly title: string; readonly figures: readonly Figure[] };

const WIDTH = 880;
const LABEL_WIDTH = 430;
const ROW = 22;
const RIGHT = 60;
/** Room for a heading above the rows of a section. */
const HEADING = 38;
const STYLE = `text { font: 12px system-ui, sans-serif; fill: #1f2328 } .heading { font-weight: 600 } .bar { fill: #4a7dbd }
.spread { stroke: #1f2328; stroke-opacity: .55 } .one { stroke: #1f2328; stroke-dasharray: 3 3 }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #5b8fd0 } .spread, .one { stroke: #e6edf3 } }`;

type Row = { readonly label: string; readonly ratio: Summary };

/**
 * An SVG of all ratios: a bar each, from once its reference (a dashed line) to the median, on one logarithmic scale, with a
 * line from the least to the greatest of the rounds.
 */
export function ratioChart(sections: readonly ChartSection[]): string {
  const charted = sections
    .map(({ title, figures }) => ({ title, rows: figures.flatMap(rowsOf) }))
    .filter(({ rows }) => rows.length > 0);
  const all = charted.flatMap(({ rows }) => rows).flatMap(({ ratio }) => [ratio.least, ratio.most]);
  const place = scaleOf(Math.min(1, ...all), Math.max(1, ...all));
  const parts: string[] = [];
  let y = 0;
  for (const { title, rows } of charted) {
    parts.push(`<text class="heading" x="8" y="${y + 24}">${escaped(title)}</text>`);
    y += HEADING;
    for (const row of rows) {
      parts.push(rowAt(row, y, place));
      y += ROW;
    }
    parts.push(lineAt("one", place(1), place(1), y - rows.length * ROW, y));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 8}" role="img">`,
    "<title>How many times its reference each figure is, median and spread over the rounds</title>",
    `<style>${STYLE}</style>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const rowsOf = ({ title, ratios }: Figure): readonly Row[] =>
  Object.entries(ratios).flatMap(([name, ratio]) =>
    ratio === null || ratio.least <= 0 ? [] : [{ label: `${title} × ${name}`, ratio }],
  );

type Place = (ratio: number) => number;

/** From a ratio to its place from the left, in pixels. */
function scaleOf(least: number, most: number): Place {
  const decades = Math.log10(most / least) || 1;
  const room = WIDTH - LABEL_WIDTH - RIGHT;
  return (ratio) => LABEL_WIDTH + (room * Math.log10(ratio / least)) / decades;
}

function rowAt({ label, ratio }: Row, y: number, place: Place): string {
  const { median, least, most } = ratio;
  const left = Math.min(place(1), place(median));
  const width = Math.max(1, Math.abs(place(median) - place(1)));
  const middle = y + ROW / 2;
  return [
    `<text x="8" y="${middle + 4}">${escaped(label)}</text>`,
    `<rect class="bar" x="${round(left)}" y="${y + 4}" width="${round(width)}" height="${ROW - 8}"/>`,
    lineAt("spread", place(least), place(most), middle, middle),
    `<text x="${round(place(Math.max(1, most)) + 6)}" y="${middle + 4}">${Number(median.toPrecision(2))}</text>`,
  ].join("");
}

const lineAt = (kind: string, x1: number, x2: number, y1: number, y2: number): string =>
  `<line class="${kind}" x1="${round(x1)}" x2="${round(x2)}" y1="${y1}" y2="${y2}"/>`;

const round = (pixels: number): number => Math.round(10 * pixels) / 10;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
