/** A house number as it is compared: the number first, then its letter. */
export interface Hausnummer {
  readonly zahl: number;
  readonly zusatz: string;
}

export const seiten = ['gerade', 'ungerade'] as const;
/** Which side of a street: even or odd numbers; `null` for both. */
export type Seite = (typeof seiten)[number] | null;

/** A stretch of a street. Without a first or a last number it goes from its beginning or to its end. */
export interface Abschnitt {
  readonly strasse: string;
  readonly von: Hausnummer | null;
  readonly bis: Hausnummer | null;
  readonly seite: Seite;
}

/** Reads „12“, „12a“, „12 A“ or the first of „12-14“; `null` for anything else. */
export function hausnummerIn(text: string): Hausnummer | null {
  const [, zahl, zusatz = ''] = /^\s*(\d{1,5})\s*([a-zA-Z])?\s*(?:[-–/+].*)?$/.exec(text) ?? [];
  return zahl === undefined ? null : { zahl: Number(zahl), zusatz: zusatz.toLowerCase() };
}

/** A street as it is compared: case, spaces, hyphens and the ways to write „Straße“ do not count. */
export function foldStrasse(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\s\-–.]+/g, '')
    .replace(/str$/, 'strasse');
}

/** Whether a house number lies in a stretch; its last number includes its letters: „bis 12“ takes 12a in. */
export function liegtIn({ von, bis, seite }: Abschnitt, { zahl, zusatz }: Hausnummer): boolean {
  if (seite === 'gerade' && zahl % 2 === 1) return false;
  if (seite === 'ungerade' && zahl % 2 === 0) return false;
  if (von !== null && (zahl < von.zahl || (zahl === von.zahl && zusatz < von.zusatz))) return false;
  if (bis === null) return true;
  return zahl < bis.zahl || (zahl === bis.zahl && (bis.zusatz === '' || zusatz <= bis.zusatz));
}

/** Whether a row names a whole street. */
export function istGanz({ von, bis, seite }: Abschnitt): boolean {
  return von === null && bis === null && seite === null;
}

/** Whether two stretches of one street share a house number. A whole street is what is left over, and shares none. */
export function ueberschneiden(a: Abschnitt, b: Abschnitt): boolean {
  if (istGanz(a) !== istGanz(b)) return false;
  const from = later(a.von, b.von);
  const to = earlier(a.bis, b.bis);
  const sides = seitenOf(a).filter((seite) => seitenOf(b).includes(seite));
  return sides.some((seite) => someIn(seite, from, to));
}

function seitenOf({ seite }: Abschnitt): readonly (typeof seiten)[number][] {
  return seite === null ? seiten : [seite];
}

function someIn(seite: (typeof seiten)[number], from: Hausnummer | null, to: Hausnummer | null): boolean {
  if (to === null) return true;
  const wanted = seite === 'gerade' ? 0 : 1;
  const least = from ?? { zahl: 1, zusatz: '' };
  const first = least.zahl % 2 === wanted ? least : { zahl: least.zahl + 1, zusatz: '' };
  return first.zahl < to.zahl || (first.zahl === to.zahl && (to.zusatz === '' || first.zusatz <= to.zusatz));
}

function later(a: Hausnummer | null, b: Hausnummer | null): Hausnummer | null {
  if (a === null || b === null) return a ?? b;
  return a.zahl > b.zahl || (a.zahl === b.zahl && a.zusatz >= b.zusatz) ? a : b;
}

function earlier(a: Hausnummer | null, b: Hausnummer | null): Hausnummer | null {
  if (a === null || b === null) return a ?? b;
  // „bis 12“ reaches further than „bis 12b“.
  const reach = ({ zusatz }: Hausnummer) => (zusatz === '' ? '\uffff' : zusatz);
  return a.zahl < b.zahl || (a.zahl === b.zahl && reach(a) <= reach(b)) ? a : b;
}

/** Whole numbers between two that no stretch of the street takes in, as „20 bis 24“; the ends are open. */
export function luecken(abschnitte: readonly Abschnitt[]): readonly string[] {
  if (abschnitte.some(istGanz) || abschnitte.length === 0) return [];
  const ends = abschnitte.flatMap(({ von, bis }) => [von?.zahl ?? 1, bis?.zahl ?? null]);
  const known = ends.filter((each) => each !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const missing: number[] = [];
  for (let zahl = least; zahl <= most; zahl += 1) {
    const number = { zahl, zusatz: '' };
    if (!abschnitte.some((each) => liegtIn({ ...each, von: bare(each.von) }, number))) missing.push(zahl);
  }
  return spans(missing, onOneSide(abschnitte));
}

/** A stretch that begins at 12a has begun for whoever counts whole numbers. */
function bare(nummer: Hausnummer | null): Hausnummer | null {
  return nummer && { zahl: nummer.zahl, zusatz: '' };
}

/** A street of which only one side is named has no gap on the other. */
function onOneSide(abschnitte: readonly Abschnitt[]): Seite {
  const [first] = abschnitte;
  return first && abschnitte.every(({ seite }) => seite === first.seite) ? first.seite : null;
}

function spans(missing: readonly number[], seite: Seite): readonly string[] {
  const step = seite === null ? 1 : 2;
  const counted = missing.filter((zahl) => seite === null || (zahl % 2 === 0) === (seite === 'gerade'));
  const found: [number, number][] = [];
  for (const zahl of counted) {
    const last = found.at(-1);
    if (last && zahl - last[1] <= step) last[1] = zahl;
    else found.push([zahl, zahl]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from} bis ${to}`));
}
