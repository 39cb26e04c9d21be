import { expect, it } from "vitest";
import { ownerOf } from "../../../src/core/sources/source-owner.ts";
import { aFolder, aRemote } from "../../support/builders.ts";

const remote = (id: string, url: string) => ownerOf(aRemote({ id, url }));

it("feeds under one registrable domain are one house, whatever their hosts, ports and paths are", () => {
  const sections = [
    remote("sport", "https://sport.paper.example/feed"),
    remote("culture", "http://www.paper.example:8080/culture.xml?key=1"),
    remote("all", "https://user:secret@paper.example/"),
  ];
  expect(new Set(sections).size).toBe(1);
  expect(remote("other", "https://paper-of-others.example/feed")).not.toBe(sections[0]);
});

it("a drop folder, and a source whose address is not known, is a house of its own", () => {
  const folders = ["one", "two"].map((id) => ownerOf(aFolder({ id, folder: "/drop" })));
  const unknown = ownerOf({ kind: "unknown", id: "three" });
  expect(new Set([...folders, unknown, remote("one", "https://one.example/")]).size).toBe(4);
});
