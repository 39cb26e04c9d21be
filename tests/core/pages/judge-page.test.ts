import { describe, expect, it } from "vitest";
import { type JudgedItem, judgePage } from "../../../src/core/pages/judge-page.ts";
import type { Page } from "../../../src/core/pages/page.ts";
import { aPage, NO_TERMS } from "../../support/builders.ts";

const ITEM: JudgedItem = {
  link: "https://valley.example/bridge",
  title: "The bridge is open again",
  text: "After four years the bridge over the Halm carries walkers again.",
};

const judge = (item: Partial<JudgedItem>, page: Partial<Page> = {}) =>
  judgePage({ ...ITEM, ...item }, aPage(page));

describe("a page is the article", () => {
  it.each<[string, Partial<JudgedItem>, Partial<Page>]>([
    ["under its own title", { text: "" }, {}],
    ["under a longer title", { text: "" }, { title: "Halm: the bridge is open again, at last" }],
    ["under another title, when it begins as the item says", {}, { title: "Walkers first" }],
    [
      "under another title, when it is described as the item says",
      { text: "Nobody had believed in it any more, least of all the mayor." },
      {
        title: "Walkers first",
        description: "Nobody had believed in it any more, least of all the mayor.",
      },
    ],
    ["without a title of the item", { title: null }, {}],
    [
      "on members of a club, for an item without a text",
      { text: "", title: "Rowers vote" },
      {
        title: "Rowers vote",
        text: "The members of the rowing club voted on Tuesday evening for a new boathouse by the lower mill. Of eighty members sixty came, and none of them spoke against it for long. The work is to begin in May.",
      },
    ],
    ["when it begins like a barrier, as the item does", { title: "Cookies" }, { title: "Cookies" }],
  ])("%s", (_, item, page) => {
    expect(judge(item, page)).toBeNull();
  });
});

describe("a page is refused", () => {
  const other = { title: "Sheep market", text: "Sheep were sold on Tuesday. ".repeat(40) };

  it.each<[string, Partial<JudgedItem>, Partial<Page>, RegExp]>([
    ["that is about something else", {}, other, /something else/],
    ["that shares nothing with an item without a text", { text: "" }, other, /something else/],
    ["that is the home page", {}, { url: "https://valley.example/" }, /home page/],
    [
      "of which another article was read than the one that it shows under the item's words",
      {},
      { text: "Sheep were sold on Tuesday. ".repeat(40), shownText: `Sheep. ${ITEM.text}` },
      /another text/,
    ],
    ["that is an error", {}, { title: "404 Not Found" }, /no article: "404/],
    ["that asks for consent", {}, { title: "Before you continue" }, /no article/],
    ["that asks for a login", {}, { title: "Anmelden" }, /no article/],
    ["that is no longer", {}, { text: `${ITEM.text} Read on.` }, /no more text/],
    ["without text", {}, { text: "" }, /no more text/],
  ])("%s", (_, item, page, reason) => {
    expect(judge(item, page)).toMatch(reason);
  });

  it.each([
    "We and our partners use cookies for advertising. Accept all, or read without tracking with a subscription. You can change your choice in the privacy settings at any time and for every purpose that is listed there.",
    "Den här artikeln är för prenumeranter. Prova en månad för 1 krona. Välj en prenumeration och läs allt som står i tidningen. Redan prenumerant? Logga in på ditt konto och läs vidare i lugn och ro.",
    "Эта статья только для подписчиков. Оформите подписку от 1 рубля в месяц и читайте всё, что пишет газета. Подписка действует на всех устройствах, и отказаться от неё можно в любой день года. Уже есть подписка? Войдите.",
    "Αυτό το άρθρο είναι μόνο για συνδρομητές. Γίνετε συνδρομητής από 1 ευρώ τον μήνα και διαβάστε όλα όσα γράφει η εφημερίδα μας. Η συνδρομή ισχύει σε όλες τις συσκευές και διακόπτεται όποτε θέλετε. Είστε ήδη συνδρομητής;",
    "Create a free account to continue reading this story. Your account gives you three stories a month. Want the whole story? Unlock this story and hundreds more for 99 cents, or start your trial of the paper today.",
    "Dieser Artikel ist für Abonnenten. Jetzt registrieren oder anmelden und mit dem Abo weiterlesen: vier Wochen kostenlos, jederzeit kündbar, auf allen Geräten und mit allen Rätseln der letzten Jahre.",
  ])("that is a wall under the title of the article: %s", (text) => {
    expect(judge({}, { text })).toMatch(/consent or a subscription/);
  });

  it("but not for what it is about", () => {
    const text = `${ITEM.text} Cookies for subscribers: advertising paid for the bridge. `;
    expect(judge({}, { text: text + text })).toBeNull();
  });

  it("that shows the beginning to those who have not paid", () => {
    const terms = { ...NO_TERMS, isFree: false };
    expect(judge({}, { text: `${ITEM.text} Go on with a plan.`, terms })).toMatch(/subscription/);
  });

  it("that has hardly more than a long item", () => {
    const text = "The county paid for two new pillars and a deck of larch. ".repeat(40);
    expect(judge({ text }, { text: `${text} ${"One more sentence. ".repeat(10)}` })).not.toBeNull();
    expect(judge({ text }, { text: text.repeat(2) })).toBeNull();
  });
});
