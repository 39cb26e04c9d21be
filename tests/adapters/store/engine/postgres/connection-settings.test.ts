import { expect, it } from "vitest";
import { settingsFor } from "../../../../../src/adapters/store/engine/postgres/connection-settings.ts";

it.each([
  ["postgres://db/desk?sslmode=require", "postgres://db/desk?sslmode=verify-full"],
  [
    "postgres://db/desk?sslrootcert=a.pem&sslmode=verify-ca&x=1",
    "postgres://db/desk?sslrootcert=a.pem&sslmode=verify-full&x=1",
  ],
  ["postgres://db/desk?sslmode=prefer", "postgres://db/desk?sslmode=verify-full"],
])("%s checks certificate and host, as the client does anyway", (address, expected) => {
  expect(settingsFor(address).connectionString).toBe(expected);
});

it.each([
  "postgres://db/desk",
  "postgres://db/desk?sslmode=disable",
  "postgres://db/desk?sslmode=no-verify",
  "postgres://db/desk?sslmode=required",
  "postgres://db/desk?uselibpqcompat=true&sslmode=require",
])("%s stays as it is", (address) => {
  expect(settingsFor(address).connectionString).toBe(address);
});
