import { html } from 'hono/html';
import { formatCents, formatLocalDate } from '#kernel';
import type { PageRequest } from '#platform';
import { button, buttonRow, form, type Html, linkButton, section, table, textLink } from '#ui';
import { kostenartLabel, schluesselartLabel } from '../messages.ts';
import type { abrechnungenOf } from '../use-cases/anteile.ts';
import type { Planbild } from '../use-cases/planbild.ts';
import { anteilText } from '../views/anteil-text.ts';
import { planHref } from './answers.ts';
import { zustandBadge } from './bill-parts.ts';

type Zusammen = Planbild['zusammen'];

export function positions({ positionen, schluessel, steuerregeln }: Zusammen): Html {
  const keyTitle = (id: string) => schluessel.find((one) => one.id === id)?.titel ?? id;
  const rule = (id: string) => steuerregeln.find((one) => one.id === id)?.titel ?? id;
  return section(
    'Positionen',
    table({
      caption: 'Positionen',
      captionHidden: true,
      columns: [
        { label: 'Position', width: 'wide' },
        { label: 'Kostenart' },
        { label: 'Betrag, netto', numeric: true },
        { label: 'Schlüssel' },
        { label: 'Umsatzsteuer' },
      ],
      rows: positionen.map(({ titel, art, betrag, schluessel: key, steuer }) => [
        titel,
        kostenartLabel[art],
        betrag.art === 'fest'
          ? formatCents(betrag.cent)
          : `${betrag.preisCent.replace('.', ',')} Cent je Fall`,
        keyTitle(key),
        steuer
          .map(({ ab, regel }) => `${ab === null ? '' : `ab ${formatLocalDate(ab)}: `}${rule(regel)}`)
          .join('; '),
      ]),
      empty: html`<p class="kern-body">Noch keine Position.</p>`,
    }),
  );
}

export function keys({ schluessel }: Zusammen): Html {
  const titleOf = (id: string) => schluessel.find((one) => one.id === id)?.titel ?? id;
  return section(
    'Schlüssel',
    table({
      caption: 'Schlüssel',
      captionHidden: true,
      columns: [{ label: 'Schlüssel', width: 'wide' }, { label: 'Art' }, { label: 'Quelle', width: 'wide' }],
      rows: schluessel.map(({ id, titel, art, quelle, teile }) => [
        art === 'gleich' || art === 'nutzung' || art === 'kombination'
          ? titel
          : textLink(`/kosten/schluessel/${id.replace(/-teilnehmende$/, '')}`, titel),
        schluesselartLabel[art],
        art === 'kombination'
          ? (teile ?? [])
              .map(({ schluessel: part, gewicht }) => `${anteilText(gewicht)} ${titleOf(part)}`)
              .join(', ')
          : (quelle ?? (art === 'gleich' ? '–' : 'Annahme')),
      ]),
    }),
  );
}

export function layers({ finanzierung, schluessel }: Zusammen): Html {
  const { schichten, vorab, titel, quelle } = finanzierung;
  const keyTitle = (id: string | null) =>
    id === null ? 'wie die Position' : (schluessel.find((one) => one.id === id)?.titel ?? id);
  return section(
    'Finanzierung',
    table({
      caption: titel,
      columns: [
        { label: 'Schicht' },
        { label: 'Anteil', numeric: true },
        { label: 'Wer' },
        { label: 'Verteilt nach' },
      ],
      rows: [
        ...vorab.map((one) => [
          `${one.titel} (vorweg, nur „${one.merkmal}“)`,
          anteilText(one.anteil),
          one.zahler,
          'allein getragen',
        ]),
        ...schichten.map((one) => [
          one.titel,
          anteilText(one.anteil),
          one.gruppen.join(', '),
          keyTitle(one.schluessel),
        ]),
      ],
    }),
    quelle ? { lead: `Quelle: ${quelle}` } : {},
  );
}

export function billSection(
  { csrfToken }: PageRequest,
  { plan: { dienst, jahr, art }, rechnung }: Planbild,
  bills: Awaited<ReturnType<typeof abrechnungenOf>>,
): Html {
  const hidden = { jahr: String(jahr), art };
  const press = (part: string, label: string) =>
    form(
      { action: `/kosten/${dienst}/${part}`, csrfToken, label, hidden },
      buttonRow(button(label, { kind: 'secondary' })),
    );
  return section(
    'Abrechnung und Preisschild',
    html`${bills.length > 0 ? html`<ul class="kern-list kern-list--bullet">${bills.map((one) => html`<li>${textLink(`/abrechnungen/${one.id}`, one.nummer === null ? `Entwurf aus Fassung ${one.planFassung}` : `Abrechnung ${one.nummer}`)} ${zustandBadge(one.zustand)}</li>`)}</ul>` : html`<p class="kern-body">Noch nicht abgerechnet.</p>`}${
      rechnung.ok
        ? html`${press('abrechnen', 'Abrechnung entwerfen')}${press('preis', 'Preisschild veröffentlichen')}`
        : linkButton('Positionen und Verteilung ändern', planHref(dienst, jahr, art, '/aendern'))
    }`,
    {
      lead: 'Ein Entwurf friert den Plan ein. Erst eine geprüfte Abrechnung lässt sich stellen. Das Preisschild zeigt Kommunen, was der Dienst sie kostet; Anteile und Fälle anderer stehen nicht darin.',
    },
  );
}
