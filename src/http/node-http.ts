/**
 * Node's HTTP module. An `import` of it also evaluates its exports WebSocket and MessageEvent, which load all of
 * undici: 55 to 85 ms on a busy machine, against 3 to 7 ms here (Node 24). A restarted service answers that much sooner.
 */
export const { Agent, createServer, request, validateHeaderValue } =
  process.getBuiltinModule("node:http");
