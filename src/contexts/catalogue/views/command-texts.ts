import { formatLocalDate, type LocalDate } from '#kernel';
import { onDay } from '#ui';
import { messages } from '../messages.ts';
import type { leistungJson, leistungSummary } from './leistung-json.ts';
import type { listJson } from './list-json.ts';
import type { TrefferJson } from './search-json.ts';
import type { ozgJson, treeJson } from './tree-json.ts';

/** The Treffer of a search, one a line. */
export function searchText({
  gesamt,
  treffer,
}: {
  readonly gesamt: number;
  readonly treffer: readonly TrefferJson[];
}): string {
  if (treffer.length === 0) return 'Keine Treffer. Bitte mit anderen oder weniger Wörtern suchen.';
  const lines = treffer.map(
    ({ id, leika, name, verdict }) =>
      `${id}  ${keyOf(leika)}  ${verdict ? `${verdict.padEnd(18)}` : ''}${name}`,
  );
  const rest =
    gesamt > treffer.length ? [`${treffer.length} von ${gesamt} Treffern. Mehr zeigt --limit <Anzahl>.`] : [];
  return [...lines, ...rest].join('\n');
}

/** A Leistung with its explanation. */
export function leistungText(leistung: ReturnType<typeof leistungJson>): string {
  const { id, leika, ozgId, name, typisierung, verrichtung, themenfeld, lage } = leistung;
  return [
    name,
    `  Nummer:            ${id}`,
    `  LeiKa-Schlüssel:   ${leika ?? 'keiner im Katalog'}`,
    `  OZG-Leistung:      ${ozgId ?? 'ohne OZG-Leistung'}`,
    ...(themenfeld && lage ? [`  Themenfeld, Lage:  ${themenfeld.name}, ${lage.name}`] : []),
    `  Typisierung:       ${typisierung}`,
    `  Verrichtung:       ${verrichtung}`,
    `  Regelung:          ${leistung.regelung ?? 'nicht belegt'}`,
    `  In Kraft:          ${leistung.inKraft ? 'ja' : 'nein'}, ${onDay(leistung.datum)}`,
    ...vollzugLines(leistung.vollzug),
    ...leistung.rechtsgrundlagen.map(
      ({ text, url }) => `  Rechtsgrundlage:   ${text}${url ? ` (${url})` : ''}`,
    ),
    ...(leistung.ende ? [endeLine(leistung.ende)] : []),
    stateLine(leistung),
  ].join('\n');
}

function vollzugLines(vollzug: ReturnType<typeof leistungJson>['vollzug']): readonly string[] {
  if (vollzug === null) return [];
  const wer = vollzug.gruppen.map((gruppe) => `${gruppe.wer} (${gruppe.koerperschaften})`).join(', ');
  return [`  Vollzug:           ${wer}`, `  Regel:             ${vollzug.herkunft}`];
}

/** A page of the list, one Leistung a line. */
export function listText(list: ReturnType<typeof listJson>): string {
  const head = `${list.total} Leistungen, Seite ${list.seite} von ${list.seiten}`;
  return [head, ...list.leistungen.map(lineOf), stateLine(list)].join('\n');
}

/** The tree down to the Lagen. */
export function treeText(tree: ReturnType<typeof treeJson>): string {
  const lines = tree.themenfelder.flatMap(({ name, leistungen, lagen }) => [
    `${name} (${leistungen})`,
    ...lagen.map((lage) => `  ${lage.id}  ${lage.name} (${lage.leistungen})`),
  ]);
  return [...lines, `ohne OZG-Leistung (${tree.ohneOzg.leistungen})`, stateLine(tree)].join('\n');
}

/** An OZG-Leistung with its Leistungen. */
export function ozgText(ozg: ReturnType<typeof ozgJson>): string {
  return [`${ozg.ozgId}  ${ozg.name}`, ...ozg.leistungen.map(lineOf), stateLine(ozg)].join('\n');
}

type Line = ReturnType<typeof leistungSummary> & { readonly endetAm?: LocalDate | null };

function lineOf({ id, leika, name, endetAm }: Line): string {
  return `${id}  ${keyOf(leika)}  ${name}${endetAm ? ` (${messages.beendet(endetAm)})` : ''}`;
}

function endeLine({ endetAm, grund, quelle }: NonNullable<ReturnType<typeof leistungJson>['ende']>): string {
  const day = endetAm === null ? messages.keinEnde : `${formatLocalDate(endetAm)}, ${grund}`;
  return `  Ende:              ${day} (${quelle})`;
}

function keyOf(leika: string | null): string {
  return leika ?? 'ohne Schlüssel';
}

interface State {
  readonly stand: LocalDate;
  readonly quelle: string;
  readonly datum: LocalDate | null;
}

function stateLine({ stand, quelle, datum }: State): string {
  const day = datum === null ? '' : `Stichtag ${formatLocalDate(datum)}, `;
  return `${day}Katalogstand ${formatLocalDate(stand)}, ${quelle}`;
}
