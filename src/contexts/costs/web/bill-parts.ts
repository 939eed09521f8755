import { html } from 'hono/html';
import { formatCents } from '#kernel';
import { alert, badge, type Html, section, table } from '#ui';
import type { Anteilsblatt } from '../anteilsblatt.ts';
import { formatMonat, monat } from '../domain/monat.ts';
import type { Rechnungszustand } from '../domain/rechnungszustand.ts';
import { korrekturzeilen } from '../domain/storno.ts';
import { genauEuro } from '../euro.ts';
import { kostenartLabel, rundungLabel, zustandLabel } from '../messages.ts';
import type { AnteilMitBlatt } from '../store-anteil.ts';
import { anteilText } from '../views/anteil-text.ts';
import { korrekturText } from '../views/korrektur-text.ts';

const looks = {
  entwurf: 'neutral',
  geprueft: 'info',
  gestellt: 'warning',
  bezahlt: 'success',
  korrigiert: 'neutral',
  verworfen: 'neutral',
} as const;

export function zustandBadge(zustand: Rechnungszustand): Html {
  return badge(looks[zustand], zustandLabel[zustand]);
}

/** What a reader must know before trusting a bill. */
export function hinweiseBox(hinweise: readonly string[]): Html | '' {
  if (hinweise.length === 0) return '';
  return alert({
    kind: 'info',
    title: hinweise.length === 1 ? 'Ein Hinweis zu dieser Rechnung' : 'Hinweise zu dieser Rechnung',
    body: html`<ul class="kern-list kern-list--bullet">${hinweise.map((text) => html`<li>${text}</li>`)}</ul>`,
  });
}

/** Every step from the cost to the share of one payer, then its sum by tax and the rounding. */
export function rechenwegTables(blatt: Anteilsblatt): Html {
  const cents = (cent: number) => formatCents(BigInt(cent));
  const period = (von: string, bis: string) => `${formatMonat(monat(von))} bis ${formatMonat(monat(bis))}`;
  return html`${table({
    caption: 'Rechenweg',
    columns: [
      { label: 'Position' },
      { label: 'Kosten', numeric: true },
      { label: 'Davon trägt die Schicht' },
      { label: 'Verteilt nach' },
      { label: 'Ihr Gewicht in der Summe aller', numeric: true },
      { label: 'Ihr genauer Anteil', numeric: true },
    ],
    rows: blatt.schritte.map((schritt) => [
      html`${schritt.position}<br><span class="kern-body--small kern-body--muted">${kostenartText(schritt.kostenart)}${period(schritt.von, schritt.bis)}</span>`,
      cents(schritt.cent),
      `${schritt.schicht}: ${anteilText(schritt.anteil)}, das sind ${genauEuro(schritt.betrag)}`,
      schritt.schluessel === null
        ? 'allein getragen'
        : `${schritt.schluessel}: ${anteilText(schritt.wert, false)}, ${schritt.monate} ${schritt.monate === 1 ? 'Monat' : 'Monate'}`,
      `${schritt.gewicht} von ${schritt.summe}`,
      genauEuro(schritt.genau),
    ]),
    footer: ['Zusammen, ungerundet', '', '', '', '', genauEuro(blatt.genau)],
  })}${table({
    caption: 'Rundung und Umsatzsteuer',
    columns: [{ label: 'Was' }, { label: 'Grundlage' }, { label: 'Betrag', numeric: true }],
    rows: [
      ...blatt.gruppen.map(({ titel, satz, normen, netto }) => [
        `${titel} (${satz})`,
        normen.join(', ') || '–',
        cents(netto),
      ]),
      ...blatt.steuern.map(({ satz, grundlage, cent }) => [
        `Umsatzsteuer ${satz}`,
        `auf ${cents(grundlage)}`,
        cents(cent),
      ]),
      ...(blatt.aufrundung === null
        ? []
        : [
            [
              'Darin aufgerundet auf volle Euro',
              'mindert die Kosten im nächsten Jahr',
              genauEuro(blatt.aufrundung),
            ],
          ]),
    ],
    footer: ['Zu zahlen', rundungText(blatt.rundung), cents(blatt.brutto)],
  })}`;
}

/** What a corrected share came to before and what it comes to now. */
export function korrekturTable(
  { vorher, korrekturgrund }: Pick<AnteilMitBlatt, 'vorher' | 'korrekturgrund'>,
  blatt: Anteilsblatt,
): Html | '' {
  if (vorher === null) return '';
  const cents = (cent: number) => formatCents(BigInt(cent));
  const rows = korrekturzeilen(vorher, blatt).map(({ titel, bisher, neu }) => [
    titel,
    ...[bisher, neu, neu - bisher].map(cents),
  ]);
  return section(
    'Korrektur',
    table({
      caption: 'Bisher und jetzt',
      captionHidden: true,
      columns: [
        { label: 'Was' },
        { label: 'Bisher', numeric: true },
        { label: 'Jetzt', numeric: true },
        { label: 'Unterschied', numeric: true },
      ],
      rows: rows.slice(0, -1),
      footer: rows.at(-1) ?? [],
    }),
    { lead: korrekturText(vorher.nummer, korrekturgrund) },
  );
}

function kostenartText(kostenart: string): string {
  const label = Object.entries(kostenartLabel).find(([key]) => key === kostenart)?.[1];
  return label ? `${label}, ` : '';
}

function rundungText(rundung: string): string {
  return Object.entries(rundungLabel).find(([key]) => key === rundung)?.[1] ?? rundung;
}
