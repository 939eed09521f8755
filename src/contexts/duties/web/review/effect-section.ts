import { html } from 'hono/html';
import { formatNumber, section, table, textLink } from '#ui';
import type { DutyBody } from '../../domain/compiled-duties.ts';
import type { NamedLeistung } from '../../domain/duty-list.ts';
import type { Antwort, Unterschied } from '../../domain/unterschied.ts';
import type { Betroffen } from '../../domain/wirkung.ts';

type Effect = readonly Betroffen<NamedLeistung, DutyBody>[];

const shown = 50;

/** Whom a change would concern, and how: who gains, who loses, who is answered otherwise. */
export function effectSection(effect: Effect, moreHref: string | null) {
  const body =
    effect.length === 0
      ? html`<p>Für keine Körperschaft ändert sich ein Ergebnis.</p>`
      : html`<p>${effectSentence(effect)}</p>${effectTable(effect.slice(0, shown))}${
          effect.length > shown
            ? html`<p>Gezeigt sind die ersten ${shown} von ${formatNumber(effect.length)} Körperschaften.${moreHref === null ? '' : html` ${textLink(moreHref, 'Alle als Tabelle')}`}</p>`
            : ''
        }`;
  return section('Wen es betrifft', body);
}

/** „3 Körperschaften gewinnen, 2 verlieren …“. */
export function effectSentence(effect: Effect): string {
  const count = (of: (each: Effect[number]) => readonly unknown[]) =>
    formatNumber(effect.filter((each) => of(each).length > 0).length);
  return `${formatNumber(effect.length)} Körperschaften sind betroffen: ${count(({ gewinnt }) => gewinnt)} müssten Leistungen neu selbst erbringen, ${count(({ verliert }) => verliert)} nicht mehr, für ${count(({ sonst }) => sonst)} ist eine andere Stelle zuständig oder das Ergebnis nicht mehr offen.`;
}

function effectTable(effect: Effect) {
  return table({
    caption: 'Wirkung auf die Körperschaften',
    captionHidden: true,
    columns: [
      { label: 'Körperschaft', width: 'wide' },
      { label: 'Neu selbst', numeric: true },
      { label: 'Nicht mehr selbst', numeric: true },
      { label: 'Anders', numeric: true },
      { label: 'Zum Beispiel', width: 'wide' },
    ],
    rows: effect.map(({ body, gewinnt, verliert, sonst }) => [
      textLink(`/kommunen/${body.ags}/pflichten`, body.name),
      formatNumber(gewinnt.length),
      formatNumber(verliert.length),
      formatNumber(sonst.length),
      exampleOf(gewinnt[0] ?? verliert[0] ?? sonst[0]),
    ]),
  });
}

function exampleOf(wechsel: Unterschied<NamedLeistung> | undefined): string {
  if (wechsel === undefined) return '';
  const { leistung, vorher, nachher } = wechsel;
  return `${leistung.name}: ${wordOf(vorher)} → ${wordOf(nachher)}`;
}

function wordOf({ verdict, stelle }: Antwort): string {
  return verdict === 'selbst' || stelle === null ? verdict : `${verdict} (${stelle.name})`;
}
