import { Client, type ClientConfig } from "pg";
import { CONNECT_MS } from "./connection-settings.ts";

/**
 * Gives up a server that does not take its connection. The pool's own limit (`connectionTimeoutMillis`) would also be one of waiting
 * for a free connection: writers hold theirs while they wait for each other, for minutes where much comes in.
 */
export class BoundedClient extends Client {
  constructor(config: ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: config.connectionTimeoutMillis ?? CONNECT_MS });
  }
}
