import { expect, it } from "vitest";
import { decideUsage, NO_USAGE_HEADERS } from "../../../src/core/rights/usage-terms.ts";
import { ADMIN_TEXTS } from "../../../src/http/admin/choose-admin-texts.ts";
import { signalText } from "../../../src/http/admin/signal-text.ts";

const { lowered } = decideUsage({
  ceiling: "full",
  terms: {
    robots: ["noarchive", "nosnippet", "max-snippet:0", "max-snippet:120"],
    ...{ isTdmReserved: true, isFree: false, rslLicence: "https://a.example/rsl.xml" },
    ...{ tdmPolicyUrl: null, licenceUrl: null },
  },
  headers: { ...NO_USAGE_HEADERS, robotsTag: "noarchive", rslLicence: "https://a.example/l.xml" },
});

it.each(["de", "en"] as const)("every signal has words of its own in %s", (language) => {
  const { signals } = ADMIN_TEXTS[language];
  const texts = lowered.map(({ by }) => signalText(by, signals));
  expect(lowered).toHaveLength(9);
  expect(texts).not.toContain(signals.other);
  expect(new Set(texts).size).toBe(6);
  expect(texts).toContain(signals.shortened("120"));
});
