import { BoundedClient } from "./bounded-client.ts";

/**
 * Prepares no statement under a name: a pooler in transaction mode sends each transaction over another connection, where the
 * name is not known (before PgBouncer 1.21) or costs the pooler memory.
 */
export class NamelessClient extends BoundedClient {
  // biome-ignore lint/suspicious/noExplicitAny: it has the ten overloads of the former
  override query(config: any, ...rest: any[]): any {
    const isNamed = typeof config === "object" && config !== null && "name" in config;
    // biome-ignore lint/suspicious/noExplicitAny: as above
    return (super.query as any)(isNamed ? { ...config, name: undefined } : config, ...rest);
  }
}
