/**
 * Node's HTTP module. An `import` of it also evaluates its exports WebSocket and MessageEvent, which load all of undici: 55 to 85
 * ms on a busy machine, and 3 to 7 like this (Node 24). A restarted service answers by so much sooner.
 */
export const { createServer, validateHeaderValue } = process.getBuiltinModule("node:http");
