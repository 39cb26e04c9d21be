import type { Order } from "../../../core/orders/order.ts";
import type { AdminArticle } from "../../../publish/pages/admin-page.ts";
import type { PageLanguage } from "../../words/language.ts";
import type { Form } from "../form.ts";

/** What an editor can order on the page of an article. */
export type ArticleAction = {
  /** The last part of the path that its form is sent to. */
  readonly path: string;
  readonly orderOf: (article: AdminArticle, form: Form) => Order;
  /** `null` when the page itself holds the form. */
  readonly button: ActionButton | null;
};

/** A form that is nothing but a button. */
export type ActionButton = {
  /** The part of the page that holds the button. */
  readonly section: ButtonSection;
  readonly label: Readonly<Record<PageLanguage, string>>;
};

export type ButtonSection = "cover" | "kept";
