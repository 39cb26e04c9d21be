import { expect, it } from "vitest";
import { databaseAt } from "../../../src/adapters/store/engine/engines.ts";
import { TargetFailure } from "../../../src/core/entries/static-files.ts";
import { filesFailure, notOpened } from "../../../src/service/static/files-failure.ts";

const ADDRESS = "postgres://me:secret@db.example:5432/desk";
const database = databaseAt({ name: ADDRESS, directName: null, isNotified: false });
const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

it.each([
  new TargetFailure("/srv/timeout: the folder does not answer"),
  new TargetFailure("/srv/desk cannot be written", { cause: coded("ETIMEDOUT", "timed out") }),
])("tells of a target as of that: %s", (cause) => {
  expect(filesFailure(cause, database)).toBe(cause.message);
});

it.each([
  coded("ECONNREFUSED", "connect ECONNREFUSED 10.0.0.5:5432"),
  coded("3D000", 'database "desk" does not exist'),
  coded("57P03", 'the database system of "desk" is starting up'),
  coded("XX002", 'the index of "desk" is damaged'),
])("tells of the database without naming it or its server: %s", (cause) => {
  for (const thrown of [cause, notOpened(database.problemOf(cause), database)]) {
    const told = filesFailure(thrown, database);
    expect(told).toMatch(/^The database cannot be used/);
    expect(told).not.toMatch(/desk|example|10\.0|secret|\.$/);
  }
});

it("tells of a database that is not fit without naming it", () => {
  const message = `${database.label} has the encoding LATIN1: UTF8 is needed.`;
  const thrown = notOpened({ kind: "unusable", message }, database);
  expect(filesFailure(thrown, database)).toBe(
    "The database has the encoding LATIN1: UTF8 is needed",
  );
});
