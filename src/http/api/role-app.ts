import type { RequestListener, ServerResponse } from "node:http";
import { JSON_TYPE } from "../send.ts";
import type { RoleMetrics } from "./role-metrics.ts";

/** What a process without a site says of itself. `state` is a sentence or a word for people. */
export type RoleState = { readonly isReady: boolean; readonly state: string };

export type RoleAppDeps = {
  readonly role: string;
  readonly state: () => RoleState;
  readonly metrics: Pick<RoleMetrics, "text" | "contentType">;
};

/** `/healthz`, `/readyz` and `/metrics` of a process that answers no readers; everything else is 404. */
export function roleApp({ role, state, metrics }: RoleAppDeps): RequestListener {
  return ({ method, url = "" }, response) => {
    const path = url.split("?")[0];
    if (method !== "GET" && method !== "HEAD") return send(response, 405, { error: "GET or HEAD" });
    if (path === "/healthz") return send(response, 200, { alive: true, role });
    const { isReady, state: said } = state();
    if (path === "/readyz")
      return send(response, isReady ? 200 : 503, { ready: isReady, role, state: said });
    if (path !== "/metrics") return send(response, 404, { error: "not found" });
    metrics.text(isReady).then(
      (text) => answer(response, 200, { type: metrics.contentType, text }),
      () => send(response, 500, { error: "metrics could not be collected" }),
    );
  };
}

const send = (response: ServerResponse, status: number, body: object): void =>
  answer(response, status, { type: JSON_TYPE, text: `${JSON.stringify(body)}\n` });

type RoleAnswer = { readonly type: string; readonly text: string };

/** Not cacheable: an old answer is a wrong one. Node leaves the body of an answer to HEAD out. */
function answer(response: ServerResponse, status: number, { type, text }: RoleAnswer): void {
  response.writeHead(status, { "Cache-Control": "no-store", "Content-Type": type });
  response.end(text);
}
