import { limits } from '../limits.ts';
import { wertGeschrieben } from './wert-schreiben.ts';
import {
  type Block,
  istBlock,
  passtZu,
  type Quantor,
  type Vergleich,
  werteZahl,
  type Zeile,
  type Zusammenstellung,
} from './zusammenstellung.ts';

/** What is still missing in a condition that somebody puts together, by its parts from zero: `[1]`, `[0, 2]`. */
export interface Luecke {
  readonly wo: readonly number[];
  readonly was: 'frage' | 'vergleich' | 'wert' | 'kuerze';
}

/** The expression of a condition; where something is missing, what. Without any line it is empty. */
export function baueAusdruck({
  alle,
  teile,
}: Zusammenstellung):
  | { readonly ok: true; readonly ausdruck: string }
  | { readonly ok: false; readonly luecken: readonly Luecke[] } {
  const luecken: Luecke[] = [];
  const texte = teile.map((teil, index) =>
    istBlock(teil)
      ? baueBlock(teil, index, luecken, teile.length > 1)
      : baueZeile(teil, [index], luecken, null),
  );
  const ausdruck = texte.join(alle ? ' and ' : ' or ');
  if (luecken.length > 0) return { ok: false, luecken };
  return ausdruck.length > limits.expressionLength
    ? { ok: false, luecken: [{ wo: [teile.length - 1], was: 'kuerze' }] }
    : { ok: true, ausdruck };
}

function baueBlock(block: Block, index: number, luecken: Luecke[], geklammert: boolean): string {
  const { gruppe, quantor, alle, zeilen } = block;
  if (zeilen.length === 0) luecken.push({ wo: [index], was: 'frage' });
  const inner = zeilen
    .map((zeile, line) => baueZeile(zeile, [index, line], luecken, gruppe))
    .join(alle ? ' and ' : ' or ');
  if (gruppe !== null) return ueberGruppe(gruppe, quantor, inner);
  return geklammert ? `(${inner})` : inner;
}

function ueberGruppe(gruppe: string, quantor: Quantor, inner: string): string {
  if (quantor === 'jedem') return `all(${gruppe}, ${inner})`;
  return `${quantor === 'keinem' ? 'not ' : ''}any(${gruppe}, ${inner})`;
}

function baueZeile(zeile: Zeile, wo: readonly number[], luecken: Luecke[], innen: string | null): string {
  const { gegenstand, quantor, vergleich } = zeile;
  const fehlt = (was: Luecke['was']): string => {
    luecken.push({ wo, was });
    return '';
  };
  if (gegenstand === null || (innen !== null && gegenstand.gruppe !== innen)) return fehlt('frage');
  if (vergleich === null || !passtZu(vergleich, gegenstand.art)) return fehlt('vergleich');
  const test = werteZahl(vergleich) === 'keiner' ? ohneWert(gegenstand.ausdruck, vergleich) : mitWert(zeile);
  if (test === null) return fehlt('wert');
  return gegenstand.gruppe === null || innen !== null ? test : ueberGruppe(gegenstand.gruppe, quantor, test);
}

function ohneWert(s: string, vergleich: Zeile['vergleich']): string {
  switch (vergleich) {
    case 'ja':
      return s;
    case 'nein':
      return `${s} = false`;
    case 'nicht-ja':
      return `not ${s}`;
    default:
      return `${vergleich === 'unbeantwortet' ? 'not ' : ''}answered(${s})`;
  }
}

const zeichen: Readonly<Partial<Record<NonNullable<Zeile['vergleich']>, string>>> = {
  gleich: '=',
  ungleich: '!=',
  groesser: '>',
  mindestens: '>=',
  kleiner: '<',
  hoechstens: '<=',
};

function mitWert({ gegenstand, vergleich, werte, bezug }: Zeile): string | null {
  if (gegenstand === null || vergleich === null) return null;
  const { art, ausdruck: s } = gegenstand;
  const listed = werte.map((wert) => wertGeschrieben(wert, art));
  const [first = null] = listed;
  const operator = zeichen[vergleich];
  if (operator !== undefined && bezug !== null) return `${s} ${operator} ${bezug}`;
  if (first === null || listed.includes(null)) return null;
  const list = `[${listed.join(', ')}]`;
  // Several ticked boxes mean all of them, or none; beside „ist“ one of them.
  const several = listed.length > 1 ? (mehrfach[vergleich] ?? vergleich) : vergleich;
  if (werteZahl(several) === 'mehrere') return inListe(s, several, list, art === 'texts');
  if (operator === undefined) return enthaelt(s, vergleich, first, art === 'texts');
  return `${s} ${operator} ${first}`;
}

const mehrfach: Readonly<Partial<Record<Vergleich, Vergleich>>> = {
  gleich: 'eine-von',
  ungleich: 'keine-von',
  enthaelt: 'alle-von',
  'enthaelt-nicht': 'keine-von',
};

function inListe(s: string, vergleich: Vergleich, list: string, mehrere: boolean): string {
  const nicht = vergleich === 'keine-von' ? 'not ' : '';
  if (mehrere) return `${nicht}${vergleich === 'alle-von' ? 'has_all' : 'has_any'}(${s}, ${list})`;
  return `${nicht}${s} in ${list}`;
}

function enthaelt(s: string, vergleich: Zeile['vergleich'], wert: string, mehrere: boolean): string {
  if (vergleich === 'beginnt') return `starts_with(${s}, ${wert})`;
  const test = mehrere ? `${wert} in ${s}` : `contains(${s}, ${wert})`;
  return vergleich === 'enthaelt-nicht' ? `not ${test}` : test;
}
