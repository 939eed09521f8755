/** What objects are read against. */
export interface ProjectionGround {
  /** Our id of a LeiKa key; null where the catalogue has none. */
  readonly leistungOf: (leika: string) => string | null;
  /** The twelve digits of a Gemeinde's eight; null for unknown ones. */
  readonly arsOfAgs: (ags: string) => string | null;
  /** The area of what names none. */
  readonly ars: string;
  /** Who edits what names nobody. */
  readonly redaktion: string;
  readonly hinweis: (art: string, was: string) => void;
}

/** A Leistung by our id where it is named by its LeiKa key, else by the feed's own id. */
export function keyOf(id: string, ground: ProjectionGround): string {
  return /^99\d{12}$/.test(id) ? (ground.leistungOf(id) ?? id) : id;
}

export function unknownLeika(key: string, ground: ProjectionGround): [] {
  ground.hinweis('leika', key);
  return [];
}

/** Areas as twelve digits; those that are named in none of the known ways are told and hold nowhere. */
export function areasOf(gebiete: readonly string[], ground: ProjectionGround): readonly string[] {
  if (gebiete.length === 0) return [ground.ars];
  const areas = gebiete.flatMap((gebiet) => {
    const ars = areaOf(gebiet.replace(/\s/g, ''), ground);
    if (ars === null) ground.hinweis('gebiet', gebiet.slice(0, 80));
    return ars ?? [];
  });
  return [...new Set(areas)];
}

function areaOf(gebiet: string, { arsOfAgs }: ProjectionGround): string | null {
  const digits = gebiet.replace(/^DE(?=\d|$)/, '');
  if (/^\d{12}$/.test(digits)) return digits;
  if (digits === '' || digits === '00') return '000000000000';
  if (/^\d{8}$/.test(digits)) return arsOfAgs(digits) ?? null;
  return /^\d{2}(\d{3})?$/.test(digits) ? digits.padEnd(12, '0') : null;
}

/** Only https leads out of a portal; anything else could run in it or be read on the way. */
export function safeLink(link: string | null): string | null {
  if (link === null || !/^https:\/\/[^\s"'<>\\]{1,2000}$/i.test(link)) return null;
  return URL.canParse(link) ? link : null;
}
