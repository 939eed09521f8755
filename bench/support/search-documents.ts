import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinderInput, LokalerText } from '../../src/contexts/finder/domain/finder-input.ts';

/** A Leistung with everything that is known of it, as other engines take it. */
export interface Document {
  readonly id: number;
  readonly ozgId: number;
  readonly name: string;
  readonly ozg: string;
  readonly lage: string;
  readonly woerter: string;
}

/** The same documents for every engine: each Leistung with its OZG-Leistung, Lage and words of the thesaurus. */
export function documentsOf({ leistungen, ozg, thesaurus }: FinderInput): readonly Document[] {
  const ozgById = new Map(ozg.map((each) => [each.ozgId, each]));
  const words = new Map<string, string[]>();
  for (const { ozgId, leistungId, wort } of thesaurus) {
    const key = leistungId ?? String(ozgId);
    const list = words.get(key);
    if (list) list.push(wort);
    else words.set(key, [wort]);
  }
  return leistungen.map(({ id, name, ozgId }, at) => {
    const group = ozgById.get(ozgId ?? 0);
    const own = [...(words.get(id) ?? []), ...(words.get(String(ozgId)) ?? [])];
    return {
      id: at,
      ozgId: ozgId ?? 0,
      name,
      ozg: group?.name ?? '',
      lage: `${group?.lage ?? ''} ${group?.themenfeld ?? ''}`,
      woerter: own.join(' · '),
    };
  });
}

/** A generator of numbers from 0 to 1 that gives the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const data = join(import.meta.dirname, '../../data');

/** The ARS of every Gemeinde of the country. */
export function allGemeinden(): readonly string[] {
  return ['gebiet/gemeinden-nrw.jsonl', 'gebiet-de/gemeinden.jsonl'].flatMap((file) =>
    readFileSync(join(data, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('{"kopf"'))
      .map((line) => String(JSON.parse(line).ars)),
  );
}

/** Gemeinde, Kreis, Land and Bund of a Gemeinde. */
export function ketteOf(ars: string): readonly string[] {
  return [ars, `${ars.slice(0, 5)}0000000`, `${ars.slice(0, 2)}0000000000`, '000000000000'];
}

const suffixes = [
  'online',
  'Antrag',
  'Bürgerbüro',
  'Informationen',
  'Formular',
  'vor Ort',
  'Termin',
  'Gebühren',
];

/** Made-up local texts: names and words of the catalogue, varied as bodies vary them; popular Leistungen more often. */
export function* localTexts(
  { leistungen, thesaurus }: FinderInput,
  gemeinden: readonly string[],
  count: number,
): Generator<LokalerText> {
  const random = chance(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (let at = 0; at < count; at += 1) {
    const leistung = leistungen[Math.floor(random() ** 3 * leistungen.length)];
    const ars = gemeinden[at % gemeinden.length];
    if (leistung === undefined || ars === undefined) continue;
    const teaser = Array.from({ length: 6 }, () => pick(thesaurus)?.wort ?? '').join(' ');
    yield {
      leistungId: leistung.id,
      ars,
      name: `${leistung.name} ${pick(suffixes) ?? ''}`,
      suchbegriffe: [pick(thesaurus)?.wort ?? '', `${pick(suffixes) ?? ''} ${ars.slice(0, 5)}`],
      teaser,
    };
  }
}
