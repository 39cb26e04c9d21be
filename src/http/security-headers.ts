import type { RequestHandler } from "express";
import helmet from "helmet";
import type { SiteDefinition } from "../core/settings/definitions.ts";

/**
 * Pages run nothing and load nothing but our stylesheet and, where the operator allows it, the
 * pictures of articles. HSTS and https upgrades are left to the proxy that speaks TLS: a service
 * on plain http would cut itself off with them.
 */
export function securityHeaders(site: () => SiteDefinition): RequestHandler {
  const policies = { link: policy(["'self'", "https:", "http:"]), none: policy(["'self'"]) };
  return (request, response, next) => policies[site().images](request, response, next);
}

const policy = (imgSrc: string[]): ReturnType<typeof helmet> =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc,
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // The list of feeds and the stylesheet are public: other sites may read them.
    crossOriginResourcePolicy: { policy: "cross-origin" },
  });
