/** A text with fewer words is a caption: the picture is what it is about. */
export const CAPTION_TOKENS = 60;
