import { type FacettenWahl, zielgruppen } from '#finder';
import { typedWords } from '../domain/typed-words.ts';

/** A search as its address says it. */
export interface Suchadresse {
  readonly text: string;
  readonly ort: string;
  readonly wahl: FacettenWahl;
  readonly ab: number;
}

const furthest = 1_000;

/** Reads a search from its address; what does not fit counts as not said. */
export function readSuchadresse(query: URLSearchParams): Suchadresse {
  const themenfeldId = wholeNumber(query.get('themenfeld'));
  const zielgruppe = zielgruppen.find((each) => each === query.get('fuer'));
  return {
    text: typedWords(query.get('suche')),
    ort: typedWords(query.get('ort')),
    wahl: {
      ...(themenfeldId > 0 ? { themenfeldId } : {}),
      ...(zielgruppe === undefined ? {} : { zielgruppe }),
      ...(query.get('online') === 'ja' ? { online: true } : {}),
    },
    ab: Math.min(wholeNumber(query.get('ab')), furthest),
  };
}

/** The address of the same search with something else; what is not said is left out. */
export function suchadresse(now: Suchadresse, changes: Partial<Suchadresse> = {}): string {
  const { text, ort, wahl, ab } = { ...now, ...changes };
  const said = new URLSearchParams({ suche: text });
  if (ort !== '') said.set('ort', ort);
  if (wahl.themenfeldId !== undefined) said.set('themenfeld', String(wahl.themenfeldId));
  if (wahl.zielgruppe !== undefined) said.set('fuer', wahl.zielgruppe);
  if (wahl.online) said.set('online', 'ja');
  if (ab > 0) said.set('ab', String(ab));
  return `/suche?${said}`;
}

function wholeNumber(text: string | null): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}
