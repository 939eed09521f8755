import { html } from 'hono/html';
import { formatCents, formatLocalDate, localDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { alert, descriptionList, section, statTiles, textLink } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Kontostand } from '../domain/kontostand.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Payer } from '../use-cases/actors.ts';
import { eigenerAnteil } from '../use-cases/anteile.ts';
import { type Konto, kontoOf } from '../use-cases/konto.ts';
import { grundText } from '../views/korrektur-text.ts';
import { abrechnungen } from './answers.ts';
import { filesOfKommune } from './bill-files.ts';
import { hinweiseBox, korrekturTable, rechenwegTables } from './bill-parts.ts';
import { kontoSection } from './konto-parts.ts';

/** A bill as a Kommune sees it: its own share with every step. */
export async function ofKommune(deps: CostsDeps, who: Payer, request: PageRequest): Promise<PageAnswer> {
  const found = await eigenerAnteil(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { blatt, vorher, buchungen, ...anteil } = found.value;
  const konto = kontoOf(anteil, buchungen);
  const { guthabenCent } = konto.stand;
  return page({
    title: `Abrechnung ${anteil.rechnungsnummer}`,
    preline: `${anteil.titel} ${anteil.jahr}`,
    lead: `Von ${anteil.haus}. Sie sehen Ihren Anteil mit jedem Schritt; was andere zahlen, steht nicht darin.`,
    breadcrumb: [abrechnungen],
    wide: true,
    main: html`${giltNicht(konto)}${statTiles([
      {
        label: anteil.gilt ? 'Zu zahlen' : 'Früher abgerechnet',
        value: formatCents(anteil.bruttoCent),
        note: anteil.gilt ? `fällig am ${formatLocalDate(anteil.faelligAm)}` : 'gilt nicht mehr',
      },
      {
        label: 'Bezahlt',
        value: formatCents(anteil.bezahltCent),
        ...(anteil.zurueckgezahltCent === 0n
          ? {}
          : { note: `davon zurückgezahlt ${formatCents(anteil.zurueckgezahltCent)}` }),
      },
      ...(guthabenCent === 0n ? [] : [{ label: 'Ihr Guthaben', value: formatCents(guthabenCent) }]),
      {
        label: 'Kosten des Dienstes, netto',
        value: formatCents(BigInt(blatt.kosten)),
        note: `verteilt auf ${blatt.zahler} Zahler`,
      },
    ])}${hinweiseBox(blatt.hinweise)}${korrekturTable({ vorher, korrekturgrund: anteil.korrekturgrund }, blatt)}${rechenwegTables(blatt)}${kontoSection(konto)}${section(
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

function giltNicht({ anteil, stand }: Konto) {
  const { gilt, ersetztDurch, ersetzungsgrund, storno } = anteil;
  if (gilt) return '';
  const grund = ersetzungsgrund === '' ? '' : html` ${grundText(ersetzungsgrund)}`;
  const left =
    ersetztDurch === null
      ? 'In der Abrechnung, die sie ersetzt, kommt Ihre Kommune nicht mehr vor.'
      : html`${textLink(`/abrechnungen/${ersetztDurch}`, 'Zur Abrechnung, die sie ersetzt')}.`;
  const body =
    ersetztDurch !== null && storno === null
      ? html`${left}${grund}`
      : html`${left} Bitte zahlen Sie nichts.${guthabenText(anteil, stand)}${grund}${storno === null ? '' : ` Die Stornorechnung ${storno.nummer} steht unten unter „Zum Mitnehmen“.`}`;
  return alert({ kind: 'warning', title: 'Diese Abrechnung gilt nicht mehr', body });
}

function guthabenText({ zurueckgezahltCent }: Anteil, { guthabenCent }: Kontostand): string {
  if (guthabenCent > 0n)
    return ` Was Sie gezahlt haben, bekommen Sie zurück; noch sind es ${formatCents(guthabenCent)}.`;
  return zurueckgezahltCent > 0n ? ' Was Sie gezahlt haben, ist zurückgezahlt.' : '';
}
