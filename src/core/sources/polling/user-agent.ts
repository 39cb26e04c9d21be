/**
 * The User-Agent with the number of people whom a poll serves, as hosted readers tell it
 * (`…; 42 subscribers)`), so that a publisher can count them; unchanged when nobody is known.
 */
export function withSubscribers(userAgent: string, subscribers: number): string {
  if (subscribers === 0) return userAgent;
  const said = `${subscribers} subscriber${subscribers === 1 ? "" : "s"}`;
  return userAgent.endsWith(")") ? `${userAgent.slice(0, -1)}; ${said})` : `${userAgent} (${said})`;
}
