import type { RequestListener } from "node:http";

/** Hands requests to a listener that is still being loaded: they wait for it, and are cut off when loading fails. */
export function createLateListener(loading: Promise<RequestListener>): RequestListener {
  let loaded: RequestListener | null = null;
  const listening = loading.then((listener) => {
    loaded = listener;
    return listener;
  });
  listening.catch(() => {}); // the loader reports why
  return (request, response) => {
    if (loaded !== null) return loaded(request, response);
    listening.then(
      (listener) => listener(request, response),
      () => response.destroy(),
    );
  };
}
