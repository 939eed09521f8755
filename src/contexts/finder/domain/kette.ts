/** What is needed of a body to know which areas' texts count for it. */
interface Gebietstraeger {
  readonly ags: string;
  readonly ars: string | null;
  readonly kreisAgs: string | null;
  readonly land: string;
}

/** The areas of a body, most special first, twelve digits each: Gemeinde, Kreis, Land, Bund. */
export function ketteOf({ ags, ars, kreisAgs, land }: Gebietstraeger): readonly string[] {
  const kreis = kreisAgs ?? ags.slice(0, 5);
  const areas = [ars, `${kreis}0000000`, `${land}0000000000`, '000000000000'];
  return [...new Set(areas.flatMap((area) => area ?? []))];
}
