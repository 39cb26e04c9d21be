import { expect, it } from "vitest";
import {
  isAway,
  obstacleOfServer,
  refusalOf,
} from "../../../../../src/adapters/store/engine/postgres/server-errors.ts";

type Thrown = Readonly<Record<string, unknown>> & { readonly message: string };

/** What the driver throws (seen with PostgreSQL 13 and 15), and what is said of it. */
const REFUSALS: readonly (readonly [Thrown, RegExp])[] = [
  [
    { code: "42704", message: 'unrecognized configuration parameter "idle_session_timeout"' },
    /42704: unrecognized configuration parameter/,
  ],
  [
    { code: "57014", message: "canceling statement due to statement timeout" },
    /a statement was cancelled, by somebody or by a limit of time. Try again/,
  ],
  [
    { code: "55P03", message: "canceling statement due to lock timeout" },
    /another program holds a lock for too long/,
  ],
  [
    {
      code: "28000",
      message:
        'pg_hba.conf rejects connection for host "127.0.0.1", user "desk", database "desk", no encryption',
    },
    /does not let this user in without encryption. Add \?sslmode=verify-full/,
  ],
  [
    { code: "28000", message: 'role "desk" is not permitted to log in' },
    /it refuses the user. Check the user/,
  ],
  [{ message: "The server does not support SSL connections" }, /it does not encrypt connections/],
  [
    { code: "DEPTH_ZERO_SELF_SIGNED_CERT", message: "self-signed certificate" },
    /nobody who is trusted here has signed its certificate. .*sslrootcert/,
  ],
  [
    { code: "ERR_TLS_CERT_ALTNAME_INVALID", message: "IP: 127.0.0.1 is not in the cert's list: " },
    /its certificate is for another host/,
  ],
  [
    { code: "3F000", message: "no schema has been selected to create in" },
    /its user may make no tables. .*GRANT it CREATE and USAGE/,
  ],
  [
    { code: "42501", message: "permission denied for table source" },
    /its user may not do that. Make the user owner of the database and of its tables/,
  ],
  [{ code: "XX000", message: "could not write init file" }, /its disk is full. Make room there/],
  [
    {
      code: "58030",
      message: 'could not write to file "pg_wal/xlogtemp.1": No space left on device',
    },
    /its disk is full. Make room there/,
  ],
  [
    {
      code: "ENOENT",
      syscall: "open",
      message: "ENOENT: no such file or directory, open 'ca.pem'",
    },
    /a file that the address names is not there/,
  ],
  [{ code: "XX001", message: "invalid page in block 1" }, /XX001: invalid page in block 1/],
];

it.each(REFUSALS)("%o is told with the way out", (cause, expected) => {
  const { kind, message } = refusalOf(cause, "postgres://me@db/desk");
  expect(message).toMatch(expected);
  expect(message).toMatch(/^postgres:\/\/me@db\/desk cannot be used[:( ][^\n]*\.$/);
  expect(kind).toBe("unusable");
});

/** A server that does not answer now. */
const OUTAGES: readonly (readonly [Thrown, RegExp])[] = [
  [
    { code: "ENOENT", syscall: "connect", message: "connect ENOENT /run/postgresql/.s.PGSQL.5432" },
    /nobody answers there/,
  ],
  [{ code: "53300", message: "too many connections for database" }, /no connection left/],
  [{ code: "EPIPE", syscall: "write", message: "write EPIPE" }, /the connection was lost/],
  [{ code: "ENETUNREACH", message: "connect ENETUNREACH 10.0.0.5:5432" }, /no way to its network/],
  [{ code: "EHOSTDOWN", message: "connect EHOSTDOWN 10.0.0.5:5432" }, /its host is down/],
  [
    { code: "55000", message: 'database "desk" is not currently accepting connections' },
    /takes no connections/,
  ],
  [{ code: "08P01", message: "server conn crashed?" }, /the connection failed/],
  [{ message: "Connection terminated unexpectedly" }, /the connection was lost/],
  [{ message: "timeout exceeded when trying to connect" }, /it does not answer/],
];

it.each(OUTAGES)("%o may pass", (cause, expected) => {
  expect(isAway(cause)).toBe(true);
  expect(refusalOf(cause, "it")).toMatchObject({
    kind: "away",
    message: expect.stringMatching(expected),
  });
});

it.each([
  [
    { code: "42501", message: "permission denied for table source" },
    /^The database cannot be used/,
  ],
  [{ code: "53100", message: "could not extend file" }, /its disk is full/],
  [{ code: "25006", message: "cannot execute UPDATE in a read-only transaction" }, /read-only/],
  [{ message: "Connection terminated unexpectedly" }, /the connection was lost/],
  [
    { code: "28000", message: 'no pg_hba.conf entry for host "10.0.0.5", no encryption' },
    /without encryption/,
  ],
  [{ message: "The server does not support SSL connections" }, /does not encrypt/],
  [{ code: "ERR_TLS_CERT_ALTNAME_INVALID", message: "Host: db.internal." }, /for another host/],
  [{ code: "ENETDOWN", message: "connect ENETDOWN 10.0.0.5:5432" }, /no way to its network/],
  [{ code: "EACCES", syscall: "connect", message: "connect EACCES /run/pg" }, /nobody answers/],
])("%o keeps the database from its work", (cause, expected) => {
  expect(obstacleOfServer(cause)).toMatch(expected);
  expect(obstacleOfServer(cause)).not.toMatch(/10\.0\.0\.5|internal|\/run/);
});

it("repeats no words of the server to everybody: they may name it", () => {
  const cause = { code: "XX002", message: 'index of database "desk" at 10.0.0.5 is damaged' };
  expect(obstacleOfServer(cause)).toBe(
    "The database cannot be used (XX002). Check the address and the server's log.",
  );
});

it.each([
  new TypeError("rows is not iterable"),
  { code: "42601", message: 'syntax error at or near "SELEC"' },
  { code: "23505", message: "duplicate key value violates unique constraint" },
  { code: "ENOENT", syscall: "open", message: "ENOENT: no such file or directory" },
])("%o is a defect of the program, or of something else", (cause) => {
  expect(obstacleOfServer(cause)).toBeNull();
});
