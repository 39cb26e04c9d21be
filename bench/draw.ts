/**
 * Draws what `npm run bench -- --json` printed as an SVG, or writes it as tables in Markdown.
 *
 *     node bench/draw.ts svg|markdown < RESULT.json
 */
import { json } from "node:stream/consumers";
import { markdownOf } from "./markdown-tables.ts";
import { type ChartSection, ratioChart } from "./ratio-chart.ts";

type Result = { readonly sections: readonly ChartSection[] };

const { sections } = (await json(process.stdin)) as Result;
const drawn = { svg: ratioChart, markdown: markdownOf };
const [form = ""] = process.argv.slice(2);
if (!(form === "svg" || form === "markdown")) throw new Error("node bench/draw.ts svg|markdown");
process.stdout.write(drawn[form](sections));
