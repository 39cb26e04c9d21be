import fc from "fast-check";
import { expect, it } from "vitest";
import { registrableDomain } from "../../../src/core/urls/registrable-domain.ts";

it.each([
  ["paper.example", "paper.example"],
  ["www.paper.example", "paper.example"],
  ["a.b.sport.paper.example", "paper.example"],
  ["Sport.Paper.Example.", "paper.example"],
  ["paper.co.uk", "paper.co.uk"],
  ["sport.paper.co.uk", "paper.co.uk"],
  ["feeds.folha.com.br", "folha.com.br"],
  ["news.co.example", "co.example"],
  ["xn--mller-kva.de", "xn--mller-kva.de"],
  ["one.wordpress.com", "wordpress.com"],
  ["co.uk", "co.uk"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["10.0.0.1", "10.0.0.1"],
  ["[2001:db8::1]", "[2001:db8::1]"],
])("%s is registered as %s", (host, registered) => {
  expect(registrableDomain(host)).toBe(registered);
});

it("is idempotent, and the same for every host below it", () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const host = fc.array(label, { minLength: 2, maxLength: 5 }).map((labels) => labels.join("."));
  fc.assert(
    fc.property(host, label, (name, below) => {
      const registered = registrableDomain(name);
      expect(registrableDomain(registered)).toBe(registered);
      expect(registrableDomain(`${below}.${registered}`).endsWith(registered)).toBe(true);
      if (registered !== name) expect(registrableDomain(`${below}.${name}`)).toBe(registered);
    }),
  );
});
