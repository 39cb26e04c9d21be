import type { Branding } from "../../core/settings/branding.ts";
import { textElement, type XmlElement } from "./xml-element.ts";

/** The namespace of Feedly's elements for icon, logo and colour of a feed. */
export const WEBFEEDS_NAMESPACE = "http://webfeeds.org/rss/1.0";

export const webFeedsElements = ({ icon, logo, color }: Branding): readonly XmlElement[] => [
  ...(icon === null ? [] : [textElement("webfeeds:icon", icon.url)]),
  ...(logo === null ? [] : [textElement("webfeeds:logo", logo.url)]),
  ...(color === null ? [] : [textElement("webfeeds:accentColor", color.replace("#", ""))]),
];
