import { type Definition, innerhalb, quelleVon, type Teil } from './definition-teile.ts';
import type { Struktur, Strukturknoten } from './struktur.ts';
import { teileOf } from './teilfelder.ts';

/** Where an answer of the form stands in the schema. */
export interface Platz {
  /** The groups in whose rows the question stands, the outermost first. */
  readonly gruppen: readonly string[];
  readonly feld: string;
  /** The part of an answer of several parts. */
  readonly teil: string | null;
  readonly type: Teil['type'];
  readonly frage: string;
  /** From the top of the schema down to the field. */
  readonly weg: readonly Strukturknoten[];
  /** Which place of the way repeats with the rows of each group; -1 where none does. */
  readonly zeilen: readonly number[];
}

/** Which answers have a place in the schema, and which questions are the form's own. */
export interface Belegung {
  readonly plaetze: readonly Platz[];
  readonly ohnePlatz: readonly string[];
}

interface Frage {
  readonly gruppen: readonly { readonly id: string; readonly quelle: string | null }[];
  readonly teil: Teil;
  readonly quelle: string | null;
  /** The ids of the groups around it, as far as the form names them, and its own. */
  readonly um: readonly string[];
}

/** Finds the place of each question of a form, first those that leave no doubt. */
export function belegung(definition: Definition, struktur: Struktur): Belegung {
  const wege = alleWege(struktur.kinder, []);
  const taken = new Set<Strukturknoten>();
  const fragen = fragenOf(definition);
  const gefunden = new Map<Frage, readonly Strukturknoten[]>();
  const passend = fragen.map((frage) => ({ frage, wege: wege.filter((weg) => idOf(weg) === frage.quelle) }));
  const sicherheit = ({ frage, wege: own }: (typeof passend)[number]) =>
    Math.max(-1, ...own.map((weg) => treffer(frage, weg)));
  for (const each of passend.toSorted((a, b) => sicherheit(b) - sicherheit(a))) {
    const best = each.wege.toSorted((a, b) => rang(each.frage, a, taken) - rang(each.frage, b, taken))[0];
    const leaf = best?.at(-1);
    if (!best || !leaf) continue;
    taken.add(leaf);
    gefunden.set(each.frage, best);
  }
  return {
    plaetze: fragen.flatMap((frage) => {
      const weg = gefunden.get(frage);
      return weg ? plaetzeOf(frage, weg) : [];
    }),
    ohnePlatz: fragen.flatMap((frage) => fehlendes(frage, gefunden.get(frage))),
  };
}

/** What of a question the schema has no place for: all of it, or the country of an address. */
function fehlendes({ teil }: Frage, weg: readonly Strukturknoten[] | undefined): readonly string[] {
  if (!weg) return [teil.label];
  const abroad = teil.type === 'address' && teil.country === true;
  return abroad && !plaetzeFuer(teil, weg).includes('country') ? [`${teil.label}: Staat`] : [];
}

function plaetzeFuer({ type }: Teil, weg: readonly Strukturknoten[]): readonly string[] {
  const leaf = weg.at(-1);
  return leaf ? teileOf(type, leaf).map(({ teil }) => teil) : [];
}

function idOf(weg: readonly Strukturknoten[]): string | undefined {
  return weg.at(-1)?.id;
}

function alleWege(
  knoten: readonly Strukturknoten[],
  above: readonly Strukturknoten[],
): readonly (readonly Strukturknoten[])[] {
  return knoten.flatMap((each) => [[...above, each], ...alleWege(each.kinder, [...above, each])]);
}

/** How many of the groups that the form names around the question stand on the way, in this order. */
function treffer({ um }: Frage, weg: readonly Strukturknoten[]): number {
  let [at, count] = [0, 0];
  for (const id of um) {
    const found = weg.findIndex((knoten, index) => index >= at && knoten.id === id);
    if (found < 0) continue;
    at = found + 1;
    count += 1;
  }
  return count;
}

/** The smaller, the better: named groups first, then free places, then as many repetitions, then the shortest way. */
function rang(frage: Frage, weg: readonly Strukturknoten[], taken: ReadonlySet<Strukturknoten>): number {
  const leaf = weg.at(-1);
  const repeated = weg.filter(({ max }) => max !== 1).length;
  const isTaken = leaf !== undefined && taken.has(leaf) ? 1 : 0;
  const rows = Math.abs(repeated - frage.gruppen.length);
  return -treffer(frage, weg) * 10_000 + isTaken * 1_000 + rows * 100 + weg.length;
}

const ohneAntwort: ReadonlySet<string> = new Set(['info', 'summary', 'calculated']);

function fragenOf(definition: Definition): readonly Frage[] {
  return definition.pages.flatMap((page) => {
    const own = quelleVon(page)?.id;
    const um = [...innerhalb(page).map(({ id }) => id), ...(own ? [own] : [])];
    return page.fields.flatMap((teil) => fragenIn(teil, { gruppen: [], um }));
  });
}

function fragenIn(teil: Teil, { gruppen, um }: Pick<Frage, 'gruppen' | 'um'>): readonly Frage[] {
  const quelle = quelleVon(teil)?.id ?? null;
  const around = quelle === null || um.at(-1) === quelle ? um : [...um, quelle];
  if (!('fields' in teil)) return ohneAntwort.has(teil.type) ? [] : [{ gruppen, teil, quelle, um: around }];
  const rows = teil.type === 'section' ? gruppen : [...gruppen, { id: teil.id, quelle }];
  return teil.fields.flatMap((each) => fragenIn(each, { gruppen: rows, um: around }));
}

/** One place, or one for each part of an answer that is a group of fields in the schema. */
function plaetzeOf(frage: Frage, weg: readonly Strukturknoten[]): readonly Platz[] {
  const { teil, gruppen } = frage;
  const platz = (way: readonly Strukturknoten[], part: string | null): Platz => ({
    ...{ gruppen: gruppen.map(({ id }) => id), feld: teil.id, teil: part },
    ...{ type: teil.type, frage: teil.label, weg: way, zeilen: zeilenAuf(frage, way) },
  });
  const leaf = weg.at(-1);
  if (!leaf || leaf.kinder.length === 0) return [platz(weg, null)];
  return teileOf(teil.type, leaf).map(({ teil: part, knoten }) => platz([...weg, knoten], part));
}

/** The place on the way that repeats with each group: the one that the form names, else the next that may repeat. */
function zeilenAuf({ gruppen }: Frage, weg: readonly Strukturknoten[]): readonly number[] {
  const used = new Set<number>();
  const named = gruppen.map(({ quelle }) => {
    const at = quelle === null ? -1 : weg.findIndex(({ id }, index) => id === quelle && !used.has(index));
    if (at >= 0) used.add(at);
    return at;
  });
  return named.map((at) => {
    if (at >= 0) return at;
    const next = weg.findIndex(({ max }, index) => max !== 1 && !used.has(index));
    if (next >= 0) used.add(next);
    return next;
  });
}
