/** A filter that would take more of an article's words than this has misread it. */
export const BRAKE = 0.35;
