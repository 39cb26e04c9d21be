import type { CarryOut } from "./carry-out.ts";

/** Polls a source no more, or again, whatever the configuration says of it. */
export const pauseSource: CarryOut<"pause-source"> = ({ sourceId, paused }, { apply }) =>
  apply(({ pauses }) => pauses.set(sourceId, paused));
