/** A signal that lowered what may be republished of an article, for people. */
export type LoweredRights = {
  readonly to: Rights;
  /** Where it was said and what: `robots meta: noarchive`. */
  readonly by: string;
};

/** How much of an article may be republished, least first. */
export const RIGHTS = ["link", "excerpt", "full"] as const;

export type Rights = (typeof RIGHTS)[number];
