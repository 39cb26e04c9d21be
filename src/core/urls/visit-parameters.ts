/**
 * Query parameters that count requests or visits: they keep a cache from answering, or name a session. Another value means
 * the same page. Stored canonical URLs keep them: addresses are folded when they are compared.
 */
const COUNTING = new Set(
  "_ _t _ts cb cache cachebust cachebuster cache_buster nocache no_cache no-cache rnd rand random nonce sid s_id".split(
    " ",
  ),
);
const SESSION =
  /^(?:session|session_?id|phpsessid|jsessionid|cfid|cftoken|aspsessionid\w*|zenid|oscsid)$/;

/** Under these names, a time in seconds or milliseconds is that of the request; a day may name a page. */
const CLOCK = new Set("t ts time timestamp now".split(" "));
const MOMENT = /^\d{10}(?:\d{3})?(?:\.\d+)?$/;

/** Whether one `name=value` of a query, as written, says nothing of which page is meant. */
export function isVisitParameter(parameter: string): boolean {
  const [written = "", value = ""] = parameter.split("=");
  const name = written.toLowerCase();
  return COUNTING.has(name) || SESSION.test(name) || (CLOCK.has(name) && MOMENT.test(value));
}
