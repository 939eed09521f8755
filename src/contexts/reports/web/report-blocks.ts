import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { barChart, formatNumber, formatShare, type Html, lineChart, statTiles, table } from '#ui';
import type { Abschnitt, Balken, Block, Verlaufsbild, Zahl } from '../domain/dokument.ts';

/** Where the rows stand that a number counts: the frozen list of the report. */
export function rowsHref(id: string, fassung: number, filter: string): string {
  return `/berichte/${id}/leistungen?fassung=${fassung}${filter === '' ? '' : `&${filter}`}`;
}

/** The numbers of a section, each with source, day and the rows that it counts, and its blocks. */
export function abschnittHtml({ key, zahlen, bloecke }: Abschnitt, id: string, fassung: number): Html {
  const shown = (block: Block, index: number) =>
    blockHtml(block, `${key}-${index}`, (filter) => rowsHref(id, fassung, filter));
  const [words, figures] = [
    bloecke.filter(({ art }) => art === 'satz'),
    bloecke.filter(({ art }) => art !== 'satz'),
  ];
  return html`${words.map(shown)}${zahlen.length > 0 ? statTiles(zahlen.map((zahl) => tile(zahl, id, fassung))) : ''}${figures.map(shown)}`;
}

function tile(zahl: Zahl, id: string, fassung: number) {
  const { wert, von } = zahl;
  const source = `${zahl.quelle}, Stand ${formatLocalDate(zahl.stand)}`;
  return {
    label: zahl.bezeichnung,
    value: von === null ? formatNumber(wert) : formatShare(wert, von),
    note: `${countedOf(zahl)}${source}`,
    href: zahl.filter === null ? undefined : rowsHref(id, fassung, zahl.filter),
  };
}

/** „2 von 1.019. “; of nothing there is no share, and why says the sentence beside. */
function countedOf({ wert, von }: Zahl): string {
  if (von === null) return '';
  return von === 0 ? 'Dazu ist noch nichts bekannt. ' : `${formatNumber(wert)} von ${formatNumber(von)}. `;
}

function blockHtml(block: Block, id: string, hrefOf: (filter: string) => string): Html {
  switch (block.art) {
    case 'satz':
      return html`<p class="kern-body lw-measure">${block.text}</p>`;
    case 'balken':
      return bars(block, id, hrefOf);
    case 'verlauf':
      return course(block, id);
    case 'tabelle':
      return block.zeilen.length === 0
        ? html`<p class="kern-body">${block.titel}: ${block.leer}</p>`
        : table({
            caption: block.titel,
            columns: block.spalten.map(({ label, zahl }) => ({ label, numeric: zahl === true })),
            rows: block.zeilen,
          });
  }
}

function bars({ titel, text, teile }: Balken, id: string, hrefOf: (filter: string) => string): Html {
  return barChart({
    id,
    caption: titel,
    description: text,
    parts: teile.map(({ label, wert, filter }) => ({
      label,
      value: wert,
      ...(filter === null ? {} : { href: hrefOf(filter) }),
    })),
  });
}

function course({ titel, text, reihen }: Verlaufsbild, id: string): Html {
  return lineChart({
    id,
    caption: titel,
    description: text,
    series: reihen.map(({ label, punkte }) => ({
      label,
      kind: 'ist',
      points: punkte.map(({ tag, wert }) => ({ day: tag, value: wert })),
    })),
  });
}
