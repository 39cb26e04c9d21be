/** An address without its password. */
export function addressForPeople(address: string): string {
  if (!URL.canParse(address)) return "the PostgreSQL database";
  const { protocol, username, host, pathname } = new URL(address);
  return `${protocol}//${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
