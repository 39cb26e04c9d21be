import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../../src/adapters/markup/clean-content.ts";
import { NO_CLEANUP } from "../../../../src/core/cleaning/exceptions.ts";

const A =
  "The old bridge over the Halde has been closed since the flood in the spring of last year.";
const p = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");
const removedFrom = (html: string): readonly string[] =>
  cleanContent(html, {
    baseUrl: null,
    title: null,
    language: null,
    cleanup: NO_CLEANUP,
  }).removed.map(({ text }) => text);

describe("questions in the words of labels", () => {
  it("stay in an interview", () => {
    const talk = p(A, "Who pays?", "The county.", "When will it open?", "In May.");
    expect(removedFrom(talk + p("Will you subscribe?", "Yes, I will."))).toEqual([]);
    const headed = (question: string): string => `<h3>${question}</h3>${p(A)}`;
    expect(
      removedFrom(
        p(A) + ["Who pays?", "Will you subscribe?", "Do you like it?"].map(headed).join(""),
      ),
    ).toEqual([]);
  });

  it("stay if two are answered in sentences", () => {
    const talk = (...answers: readonly [string, string]): string =>
      p(A, "Who pays?", answers[0], "What do you think?", answers[1]);
    expect(removedFrom(talk("The county.", "Nothing."))).toEqual([]);
    expect(removedFrom(talk("Yes", "No"))).toEqual(["What do you think?"]);
  });

  it("stay in a list of questions", () => {
    const list = (...questions: readonly string[]): string =>
      `<ul>${questions.map((question) => `<li>${question}</li>`).join("")}</ul>`;
    const asked = ["Who writes the tests?", "Who gets the newsletter?", "Do they run at night?"];
    expect(removedFrom(p(A) + list(...asked) + p(A))).toEqual([]);
    expect(removedFrom(p(A, ...asked, A))).toEqual([]);
  });

  it("go in a row of prompts", () => {
    const prompts = ["What do you think?", "Do you like it?", "Who pays?"];
    expect(removedFrom(p(A, A, ...prompts))).toEqual(prompts.slice(0, 2));
  });

  it("go under an article that asks nothing", () => {
    expect(removedFrom(p(A, A, "What do you think?"))).toEqual(["What do you think?"]);
    expect(
      removedFrom(p(A, A, "What do you think?", "Share this", "Do you like it?")),
    ).toHaveLength(3);
  });
});

describe("a single question in the words of labels", () => {
  it.each([
    "Where can I read more?",
    "Who will share the channel?",
    "Can I subscribe?",
    "Are there other opinions?",
    "Wo kann ich mehr lesen?",
    "Müssen wir abonnieren?",
    "Gibt es eine Diskussion?",
    "Où lire plus ?",
    "Peut-on partager ?",
    "¿Dónde leer más?",
    "¿Se puede compartir?",
    "Dove leggere di più?",
    "Waar kan ik meer lezen?",
    "Kan ik doneren?",
    "What do you like about it?",
    "¿Qué le gusta de él?",
    "Et la suite ?",
  ])("stays anywhere: %s", (question) => {
    expect(removedFrom(p(question, A, A))).toEqual([]);
    expect(removedFrom(p(A, question, A))).toEqual([]);
    expect(removedFrom(p(A, A, question))).toEqual([]);
    expect(removedFrom(`${p(A)}<h3>${question}</h3>${p(A)}`)).toEqual([]);
  });

  it.each(["Already a member?", "Did you like this story?", "War dieser Beitrag hilfreich?"])(
    "goes when labels ask it: %s",
    (question) => expect(removedFrom(p(A, A, question))).toEqual([question]),
  );
});
