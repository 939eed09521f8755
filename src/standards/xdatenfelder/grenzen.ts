/** How much of a file is taken before it is refused. The largest released schema has 250,000 elements in 21 levels. */
export interface XdfGrenzen {
  readonly zeichen: number;
  readonly tiefe: number;
  readonly textZeichen: number;
  readonly elemente: number;
}

export const xdfGrenzen: XdfGrenzen = {
  zeichen: 40_000_000,
  tiefe: 100,
  textZeichen: 200_000,
  elemente: 2_000_000,
};

/** As many comments are told as somebody reads. */
export const mostHinweise = 50;
