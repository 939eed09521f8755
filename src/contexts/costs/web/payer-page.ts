import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal, refusedPage } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import type { Manager } from '../use-cases/actors.ts';
import { kontoOf } from '../use-cases/konto.ts';
import { type Zahleransicht, zahleransicht } from '../use-cases/rechnungsbild.ts';
import { abrechnungen, flashOf } from './answers.ts';
import { filesOfPayer } from './bill-files.ts';
import { hinweiseBox, korrekturTable, rechenwegTables } from './bill-parts.ts';
import { kontoSection, rueckzahlungForm } from './konto-parts.ts';
import { zurueckgenommen } from './storno-sections.ts';

/** One payer of a bill as its house sees it: every step, and what was paid. */
export async function payerPage(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const { id = '', zahler = '' } = request.params;
  const found = await zahleransicht(deps, who, id, zahler);
  if (!found.ok) return refusal(found.refusal);
  const { kopf, name, blatt, anteil } = found.value;
  const title = kopf.nummer === null ? `${kopf.titel} ${kopf.jahr}` : `Abrechnung ${kopf.nummer}`;
  const content = {
    title: name,
    preline: title,
    breadcrumb: [abrechnungen, { label: title, href: `/abrechnungen/${id}` }],
    wide: true,
    ...flashOf(request),
    main: html`${anteil ? zurueckgenommen(kopf, anteil) : ''}${hinweiseBox(blatt.hinweise)}${anteil ? korrekturTable(anteil, blatt) : ''}${rechenwegTables(blatt)}${konto(request, found.value, reason)}${kopf.nummer === null ? '' : filesOfPayer(id, zahler, blatt, anteil?.storno ?? null)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function konto(request: PageRequest, { anteil, buchungen }: Zahleransicht, reason: Refusal | null) {
  if (anteil === null) return '';
  const own = kontoOf(anteil, buchungen);
  return html`${kontoSection(own, anteil.zahler)}${rueckzahlungForm(request, own, reason)}`;
}
