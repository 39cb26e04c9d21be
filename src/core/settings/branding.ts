/** What a site or a feed is recognised by; `null` where the operator set nothing. */
export type Branding = {
  /** Small and square. */
  readonly icon: BrandPicture | null;
  readonly logo: BrandPicture | null;
  /** `#rrggbb`. */
  readonly color: string | null;
};

export type BrandPicture = {
  /** Absolute: where it lies, or where this service serves it. */
  readonly url: string;
  /** `null` when its address does not tell. */
  readonly type: string | null;
  /** Absolute path of a file that this service serves; `null` when it lies elsewhere. */
  readonly file: string | null;
};

export const NO_BRANDING: Branding = { icon: null, logo: null, color: null };

/** The path of a file that is served, named by its content: another picture is another address. */
export const brandPath = (hash: string, extension: string): string => `/brand/${hash}.${extension}`;

const RASTER: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif"]);

/** Whether programs without SVG and the newer formats can show it. An unknown type is trusted. */
export const isRaster = ({ type }: BrandPicture): boolean => type === null || RASTER.has(type);
