import { html } from 'hono/html';
import { formatCents, formatLocalDate, localDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { alert, descriptionList, section, statTiles, textLink } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Payer } from '../use-cases/actors.ts';
import { eigenerAnteil } from '../use-cases/anteile.ts';
import { abrechnungen } from './answers.ts';
import { filesOfKommune } from './bill-files.ts';
import { hinweiseBox, korrekturTable, rechenwegTables } from './bill-parts.ts';

/** A bill as a Kommune sees it: its own share with every step. */
export async function ofKommune(deps: CostsDeps, who: Payer, request: PageRequest): Promise<PageAnswer> {
  const found = await eigenerAnteil(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { blatt, vorher, ...anteil } = found.value;
  return page({
    title: `Abrechnung ${anteil.rechnungsnummer}`,
    preline: `${anteil.titel} ${anteil.jahr}`,
    lead: `Von ${anteil.haus}. Sie sehen Ihren Anteil mit jedem Schritt; was andere zahlen, steht nicht darin.`,
    breadcrumb: [abrechnungen],
    wide: true,
    main: html`${giltNicht(anteil)}${statTiles([
      {
        label: anteil.gilt ? 'Zu zahlen' : 'Früher abgerechnet',
        value: formatCents(anteil.bruttoCent),
        note: anteil.gilt ? `fällig am ${formatLocalDate(anteil.faelligAm)}` : 'gilt nicht mehr',
      },
      { label: 'Bezahlt', value: formatCents(anteil.bezahltCent) },
      {
        label: 'Kosten des Dienstes, netto',
        value: formatCents(BigInt(blatt.kosten)),
        note: `verteilt auf ${blatt.zahler} Zahler`,
      },
    ])}${hinweiseBox(blatt.hinweise)}${korrekturTable(vorher, blatt)}${rechenwegTables(blatt)}${section(
      'Schlüssel und Quellen',
      descriptionList(
        blatt.schluessel.map(({ titel, quelle, stichtag, renormiert }) => [
          titel,
          `${quelle ?? 'Annahme, ohne Quelle'}${stichtag === null ? '' : `, Stand ${formatLocalDate(localDate(stichtag))}`}${renormiert ? ', auf 100 umgerechnet' : ''}`,
        ]),
      ),
    )}${filesOfKommune(anteil, blatt)}`,
    nextSteps: [
      { label: 'Alle Abrechnungen', href: '/abrechnungen' },
      { label: 'Budget für fünf Jahre', href: '/kosten/budget' },
      { label: 'Eigene Nutzung', href: '/kosten/nutzung' },
    ],
  });
}

function giltNicht({ gilt, ersetztDurch, storno }: Anteil) {
  if (gilt) return '';
  const left =
    ersetztDurch === null
      ? 'In der Abrechnung, die sie ersetzt, kommt Ihre Kommune nicht mehr vor.'
      : html`${textLink(`/abrechnungen/${ersetztDurch}`, 'Zur Abrechnung, die sie ersetzt')}.`;
  const body =
    ersetztDurch !== null && storno === null
      ? left
      : html`${left} Bitte zahlen Sie nichts; was Sie schon gezahlt haben, ist Ihr Guthaben.${storno === null ? '' : ` Die Stornorechnung ${storno.nummer} steht unten unter „Zum Mitnehmen“.`}`;
  return alert({ kind: 'warning', title: 'Diese Abrechnung gilt nicht mehr', body });
}
