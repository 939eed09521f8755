import { html } from 'hono/html';
import {
  type Angebot,
  angebote,
  type Gegenstand,
  type Sicht,
  werteZahl,
  type Zeile,
} from '#forms/bedingungen';
import { checkboxGroup, type Html, inputField, selectField, textareaField } from '#ui';

/** Lists up to this long are shown as boxes to tick. */
const alsKreuze = 12;

/** The control for the value of a line, and for what may stand in its place. */
export function wertFeld(zeile: Zeile, angebot: Angebot | null, sicht: Sicht, at: string): Html {
  const { gegenstand, vergleich } = zeile;
  if (gegenstand === null || (vergleich !== null && werteZahl(vergleich) === 'keiner')) return html``;
  return html`${festerWert(zeile, gegenstand, angebot, at)}${bezugFeld(zeile, gegenstand, sicht, at)}`;
}

function festerWert(zeile: Zeile, { art }: Gegenstand, angebot: Angebot | null, at: string): Html {
  const { vergleich, werte, bezug } = zeile;
  const name = `${at}.wert`;
  const [value = ''] = werte;
  const mehrere = vergleich !== null && werteZahl(vergleich) === 'mehrere';
  const wahl = art === 'text' && imText.has(vergleich) ? null : (angebot?.wahl ?? null);
  if (wahl !== null) {
    const options = mitUnbekannten(wahl, werte);
    return wahl.length <= alsKreuze || mehrere
      ? checkboxGroup({ name, label: 'Antwort', options, values: werte })
      : selectField({ name, label: 'Antwort', options, value });
  }
  if (mehrere)
    return textareaField({ name, label: 'Werte (je Zeile einer)', value: werte.join('\n'), rows: 3 });
  return getippt(art, { name, value, optional: bezug !== null });
}

/** Comparisons for which a part of a text is typed. */
const imText: ReadonlySet<Zeile['vergleich']> = new Set(['enthaelt', 'enthaelt-nicht', 'beginnt']);

const eingaben: Readonly<Partial<Record<Gegenstand['art'], string>>> = {
  integer: 'Zahl',
  decimal: 'Zahl',
  money: 'Betrag in Euro',
};

function getippt(
  art: Gegenstand['art'],
  common: { readonly name: string; readonly value: string; readonly optional: boolean },
): Html {
  if (art === 'date') return inputField({ ...common, label: 'Tag', type: 'date' });
  const label = eingaben[art];
  return label === undefined
    ? inputField({ ...common, label: 'Text' })
    : inputField({ ...common, label, inputmode: 'decimal', width: 'narrow' });
}

/** A value that is no longer among the choices stays to be seen. */
function mitUnbekannten(
  wahl: NonNullable<Angebot['wahl']>,
  werte: readonly string[],
): NonNullable<Angebot['wahl']> {
  const gone = werte.filter((wert) => wahl.every(({ value }) => value !== wert));
  return [...wahl, ...gone.map((value) => ({ value, label: `${value} (gibt es nicht mehr)` }))];
}

const vergleichbar: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'date']);

/** „heute“, another answer or a value of the Kommune in the place of a fixed value. */
function bezugFeld({ bezug, vergleich }: Zeile, gegenstand: Gegenstand, sicht: Sicht, at: string): Html {
  const { art, ausdruck, gruppe } = gegenstand;
  if (bezug === null && !vergleichbar.has(art)) return html``;
  if (vergleich !== null && werteZahl(vergleich) === 'mehrere') return html``;
  const others = angebote(sicht).filter(
    ({ gegenstand: each }) =>
      each.art === art &&
      each.ausdruck !== ausdruck &&
      /^[\w.]+$/.test(each.ausdruck) &&
      nennbar(each, gruppe),
  );
  const heute = art === 'date' ? [{ value: 'today', label: 'heute (der Tag, an dem jemand ausfüllt)' }] : [];
  const named = others.map(({ gegenstand: each, titel, unter }) => ({
    value: each.ausdruck,
    label: titel,
    group: unter,
  }));
  const known = [...heute, ...named];
  const options =
    bezug === null || known.some(({ value }) => value === bezug)
      ? known
      : [...known, { value: bezug, label: bezug }];
  if (options.length === 0) return html``;
  return selectField({
    name: `${at}.bezug`,
    label: 'Womit verglichen wird',
    options,
    value: bezug,
    placeholder: art === 'date' ? 'mit dem Tag daneben' : 'mit der Zahl daneben',
    optional: true,
  });
}

/** Within the entries of a group `row.` is their own, no longer the one that the place stands in. */
function nennbar(each: Gegenstand, gruppe: string | null): boolean {
  return each.gruppe === gruppe || (each.gruppe === null && !/^(row|outer)\./.test(each.ausdruck));
}
