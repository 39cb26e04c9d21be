/**
 * What `node:http` can do by itself: sends a document that was compressed before, with the headers that Offprint sends.
 *
 *     node bench/answering/raw-server.ts DOCUMENT PORT
 *
 * DOCUMENT is a file; beside it lie DOCUMENT.gz and DOCUMENT.json, the headers. Answers every path.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file = "", port = "0"] = process.argv.slice(2);
const headers = JSON.parse(readFileSync(`${file}.json`, "utf8")) as Record<string, string>;
const plain = readFileSync(file);
const gzip = readFileSync(`${file}.gz`);

createServer((request, response) => {
  if (request.headers["if-none-match"] === headers["etag"]) {
    response.writeHead(304, headers).end();
    return;
  }
  const isGzip = request.headers["accept-encoding"]?.includes("gzip") ?? false;
  const body = isGzip ? gzip : plain;
  response.writeHead(200, {
    ...headers,
    "Content-Length": body.byteLength,
    ...(isGzip ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(body);
}).listen(Number(port), "127.0.0.1");
