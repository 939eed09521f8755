import { html } from 'hono/html';
import { formatLocalDate, ok } from '#kernel';
import { formatNumber, type Html, section, table, textLink } from '#ui';
import type { Betroffene, Neuerung, NeuerungsTeil } from '../domain/neuerung.ts';
import { readBlatt } from '../use-cases/neuerungen.ts';
import { readSitzungBlick } from '../use-cases/read-sitzung.ts';
import type { Seite } from './deps-page.ts';
import { krume, sitzungHref } from './teile.ts';

/** „Was ist neu“ of a session. */
export const neuesSeite: Seite = async (deps, wer, request) => {
  const id = request.params.id ?? '';
  const blick = await readSitzungBlick(deps, wer, id);
  if (!blick.ok) return blick;
  const blatt = await readBlatt(deps, wer, id);
  if (!blatt.ok) return blatt;
  const { von, bis, teile } = blatt.value;
  const { sitzung } = blick.value;
  return ok({
    title: 'Was ist neu',
    preline: sitzung.titel,
    lead: `Was nach dem ${formatLocalDate(von)} bis zum ${formatLocalDate(bis)} geschah, aus datierten Quellen, mit den Kommunen und Leistungen, die es betrifft.`,
    breadcrumb: [...krume, { label: sitzung.titel, href: sitzungHref(sitzung.id) }],
    wide: true,
    main: html`${teile.map(teilSection)}`,
    nextSteps: [{ label: 'Zurück zur Sitzung', href: sitzungHref(sitzung.id) }],
  });
};

function teilSection({ titel, zeilen, gesamt }: NeuerungsTeil): Html {
  const more =
    gesamt > zeilen.length
      ? html`<p class="kern-body">Gezeigt sind die neuesten ${zeilen.length} von ${formatNumber(gesamt)}.</p>`
      : '';
  return section(
    titel,
    html`${table({
      caption: titel,
      captionHidden: true,
      columns: [
        { label: 'Was', width: 'wide' },
        { label: 'Tag', width: 'narrow' },
        { label: 'Leistungen' },
        { label: 'Kommunen' },
        { label: 'Quelle' },
      ],
      rows: zeilen.map(zeileCells),
      empty: html`<p class="kern-body">Nichts Neues.</p>`,
    })}${more}`,
  );
}

function zeileCells({ tag, titel, text, quelle, href, kommunen, leistungen }: Neuerung) {
  return [
    html`${href ? textLink(href, titel) : titel}${text === '' ? '' : html`<br><span class="kern-body--small">${text}</span>`}`,
    formatLocalDate(tag),
    betroffen(leistungen, 'keine einzelne'),
    betroffen(kommunen, 'keine'),
    quelle,
  ];
}

function betroffen({ anzahl, namen }: Betroffene, keine: string): Html | string {
  if (anzahl === 0) return keine;
  const rest = anzahl - namen.length;
  const links = namen.map(
    ({ name, href }, at) => html`${at > 0 ? ', ' : ''}${textLink(href, name, { small: true })}`,
  );
  return html`${links}${rest > 0 ? `${namen.length > 0 ? ' und ' : ''}${formatNumber(rest)}${namen.length > 0 ? ' weitere' : ''}` : ''}`;
}
