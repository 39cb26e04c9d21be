import { expect, it } from "vitest";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";
import { removedFrom } from "./blocks.ts";
import { AFTER, BEFORE, paragraph } from "./text-around.ts";

const stanza = (...texts: readonly string[]): TextBlock => ({
  role: "paragraph",
  lines: texts.map((text) => ({ text, linkedShare: 0, urls: [] })),
  classes: [],
});
const between = (...blocks: readonly TextBlock[]): number[] =>
  removedFrom([paragraph(BEFORE), ...blocks, paragraph(AFTER)]);

it.each([
  ["English", ["Follow me", "Over the hill", "Share with me", "The last of the light"]],
  ["German", ["Weiterlesen", "Und nicht schlafen", "Bis es tagt"]],
  ["French", ["Suis-moi", "Lis-moi", "La nuit est longue"]],
  ["Spanish", ["Sígueme", "Léeme", "La noche es larga"]],
  ["Italian", ["Seguimi", "Leggimi", "La notte è lunga"]],
  ["Dutch", ["Volg mij", "Lees mij", "De nacht is lang"]],
  ["Swedish", ["Följ mig", "Dela med mig", "Läs mer", "Kom tillbaka"]],
])("a stanza in the words of labels stays (%s)", (_, lines) => {
  expect(between(stanza(...lines))).toEqual([]);
});

it("stays as a row of paragraphs, if its labels speak of me", () => {
  expect(between(...["Follow me", "Over the hill", "Share with me"].map(paragraph))).toEqual([]);
  expect(between(...["Follow us", "Over the hill", "Share this"].map(paragraph))).toEqual([1, 3]);
});

it.each([
  ["all its lines are labels", ["Share this", "Print this page", "Leave a comment"]],
  ["most of its lines are labels", ["Share this", "Over the hill", "Leave a comment"]],
])("a paragraph is no stanza if %s", (_, lines) => {
  expect(between(stanza(...lines))).not.toEqual([]);
});

it("stays whole under a label", () => {
  const label: TextBlock = { ...paragraph("Related articles"), role: "heading" };
  const lines = ["Over the hill", "Follow me", "Under the sea"].map(paragraph);
  expect(between(label, ...lines)).not.toContain(2);
  expect(between(label, ...lines)).not.toContain(3);
});

it.each(["Follow me on Facebook", "Share with me on Twitter"])(
  "a network is no verse: %s",
  (text) => {
    expect(between(stanza(text, "Share this page", "Leave a comment", "Harbour News"))).toContain(
      1,
    );
  },
);

it.each([
  [
    "Leave a Reply",
    "Notify me of follow-up comments by email.",
    "Notify me of new posts by email.",
  ],
  [
    "Schreibe einen Kommentar",
    "Benachrichtige mich über nachfolgende Kommentare via E-Mail.",
    "Benachrichtige mich über neue Beiträge via E-Mail.",
  ],
  [
    "Laisser un commentaire",
    "Prévenez-moi de tous les nouveaux commentaires par e-mail.",
    "Prévenez-moi de tous les nouveaux articles par e-mail.",
  ],
  ["Comparte esto:", "Me gusta esto:", "Me gusta Cargando...", "Relacionado"],
  ["Κοινοποιήστε:", "Μου αρέσει:", "Μου αρέσει Φόρτωση...", "Σχετικά"],
])("a form and a bar of buttons are no verse: %s", (...lines) => {
  const all = [BEFORE, AFTER, ...lines].map(paragraph);
  expect(removedFrom(all)).toEqual(lines.map((_, index) => index + 2));
});

it("a lone line that speaks of me is a label", () => {
  expect(between(paragraph("Suivez-moi"))).toEqual([1]);
});
