import { html } from 'hono/html';
import { formatCents, formatLocalDate, localDate, parseLocalDate, type Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, descriptionList, refusalNotice, section, statTiles, textLink } from '#ui';
import { anteilsblaetter } from '../anteilsblatt.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { billUnknown, invalid } from '../errors.ts';
import { parseEuro } from '../euro.ts';
import { gehe, korrigiere, stelle } from '../use-cases/abrechnen.ts';
import type { Manager, Payer } from '../use-cases/actors.ts';
import { abrechnungsstand, eigenerAnteil, trageZahlungEin } from '../use-cases/anteile.ts';
import { abrechnungen, done, flashOf, managerRoute, readerRoute } from './answers.ts';
import { hinweiseBox, rechenwegTables } from './bill-parts.ts';
import { facts, files, nextSteps, payers, paymentForm } from './bill-sections.ts';

const path = '/abrechnungen/:id';
/** One bill: all of it for the house that wrote it, its own share for a Kommune; every step down to a payer. */
export function billRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    readerRoute(deps, 'costs.bill', path, (reader, request) =>
      reader.art === 'kommune'
        ? ofKommune(deps, reader.payer, request)
        : ofHouse(deps, reader.manager, request, null),
    ),
    managerRoute(deps, 'costs.bill', 'GET', `${path}/zahler/:zahler`, (who, request) =>
      ofPayer(deps, who, request),
    ),
    managerRoute(deps, 'costs.bill.step', 'POST', `${path}/schritt`, (who, request) =>
      step(deps, who, request),
    ),
    managerRoute(deps, 'costs.payment', 'POST', `${path}/zahlung`, (who, request) => pay(deps, who, request)),
  ];
}

async function step(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const here = `/abrechnungen/${id}`;
  const again = (reason: Refusal) => ofHouse(deps, who, request, reason);
  switch (request.form.get('schritt')) {
    case 'pruefen': {
      const gone = await gehe(deps, who, id, 'pruefen', formField(request.form, 'bemerkung'));
      return gone.ok ? done(here, 'geprueft') : again(gone.refusal);
    }
    case 'verwerfen': {
      const gone = await gehe(deps, who, id, 'verworfen', formField(request.form, 'bemerkung'));
      return gone.ok ? done(here, 'verworfen') : again(gone.refusal);
    }
    case 'stellen': {
      const issued = await stelle(deps, who, id);
      if (!issued.ok) return again(issued.refusal);
      return done(here, issued.value.schonGestellt ? 'schongestellt' : 'gestellt');
    }
    case 'korrigieren': {
      const made = await korrigiere(deps, who, id, formField(request.form, 'grund'));
      return made.ok ? done(`/abrechnungen/${made.value}`, 'entwurf') : again(made.refusal);
    }
    default:
      return again(invalid([{ field: 'schritt', message: 'Bitte wählen Sie einen der Schritte.' }]));
  }
}

async function pay(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const typed = request.form;
  const cent = parseEuro(formField(typed, 'betrag'));
  const am = parseLocalDate(formField(typed, 'am'));
  const wrong = [
    ...(cent === null
      ? [{ field: 'betrag', message: 'Bitte einen Betrag angeben, zum Beispiel 1.234,56.' }]
      : []),
    ...(am.ok ? [] : [{ field: 'am', message: 'Bitte den Tag angeben, an dem die Zahlung einging.' }]),
  ];
  if (cent === null || !am.ok) return ofHouse(deps, who, request, invalid(wrong));
  const bemerkung = formField(typed, 'bemerkung').slice(0, 300);
  const zahler = formField(typed, 'zahler');
  const paid = await trageZahlungEin(deps, who, { abrechnung: id, zahler, cent, am: am.value, bemerkung });
  return paid.ok ? done(`/abrechnungen/${id}`, 'zahlung') : ofHouse(deps, who, request, paid.refusal);
}

async function ofHouse(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await abrechnungsstand(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { kopf, abrechnung } = found.value;
  const { summe, hinweise, plan } = abrechnung;
  const content = {
    title: kopf.nummer === null ? `${kopf.titel} ${kopf.jahr}` : `Abrechnung ${kopf.nummer}`,
    preline: kopf.nummer === null ? 'Entwurf einer Abrechnung' : `${kopf.titel} ${kopf.jahr}`,
    breadcrumb: [abrechnungen],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}<div class="lw-stack">${facts(found.value)}${statTiles([
      { label: 'Kosten, netto', value: formatCents(summe.kosten) },
      { label: 'Umsatzsteuer', value: formatCents(summe.steuer) },
      { label: 'Abgerechnet', value: formatCents(summe.brutto), note: `${plan.zahler.length} Zahler` },
      ...(kopf.bruttoCent === null
        ? []
        : [{ label: 'Davon offen', value: formatCents(kopf.bruttoCent - kopf.bezahltCent) }]),
    ])}</div>${hinweiseBox(hinweise.map(({ text }) => text))}${nextSteps(request, found.value, reason)}${payers(request, found.value)}${kopf.zustand === 'gestellt' || kopf.zustand === 'bezahlt' ? paymentForm(request, found.value, reason) : ''}${files(kopf.id)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function ofPayer(deps: CostsDeps, who: Manager, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const found = await abrechnungsstand(deps, who, id, false);
  if (!found.ok) return refusal(found.refusal);
  const { kopf, abrechnung } = found.value;
  const at = abrechnung.zahlungen.findIndex(({ kennung }) => kennung === request.params.zahler);
  const blatt = anteilsblaetter(abrechnung, [at])[0];
  if (!blatt) return refusal(billUnknown);
  const title = kopf.nummer === null ? `${kopf.titel} ${kopf.jahr}` : `Abrechnung ${kopf.nummer}`;
  return page({
    title: abrechnung.zahlungen[at]?.name ?? '',
    preline: title,
    breadcrumb: [abrechnungen, { label: title, href: `/abrechnungen/${id}` }],
    wide: true,
    main: html`${hinweiseBox(blatt.hinweise)}${rechenwegTables(blatt)}`,
  });
}

async function ofKommune(deps: CostsDeps, who: Payer, request: PageRequest): Promise<PageAnswer> {
  const found = await eigenerAnteil(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { blatt, ...anteil } = found.value;
  return page({
    title: `Abrechnung ${anteil.rechnungsnummer}`,
    preline: `${anteil.titel} ${anteil.jahr}`,
    lead: `Von ${anteil.haus}. Sie sehen Ihren Anteil mit jedem Schritt; was andere zahlen, steht nicht darin.`,
    breadcrumb: [abrechnungen],
    wide: true,
    main: html`${anteil.ersetztDurch === null ? '' : alert({ kind: 'warning', title: 'Diese Abrechnung gilt nicht mehr', body: textLink(`/abrechnungen/${anteil.ersetztDurch}`, 'Zur Abrechnung, die sie ersetzt') })}${statTiles(
      [
        {
          label: 'Zu zahlen',
          value: formatCents(anteil.bruttoCent),
          note: `fällig am ${formatLocalDate(anteil.faelligAm)}`,
        },
        { label: 'Bezahlt', value: formatCents(anteil.bezahltCent) },
        {
          label: 'Kosten des Dienstes, netto',
          value: formatCents(BigInt(blatt.kosten)),
          note: `verteilt auf ${blatt.zahler} Zahler`,
        },
      ],
    )}${hinweiseBox(blatt.hinweise)}${rechenwegTables(blatt)}${section(
      'Schlüssel und Quellen',
      descriptionList(
        blatt.schluessel.map(({ titel, quelle, stichtag, renormiert }) => [
          titel,
          `${quelle ?? 'Annahme, ohne Quelle'}${stichtag === null ? '' : `, Stand ${formatLocalDate(localDate(stichtag))}`}${renormiert ? ', auf 100 umgerechnet' : ''}`,
        ]),
      ),
    )}${files(anteil.abrechnung)}`,
    nextSteps: [
      { label: 'Alle Abrechnungen', href: '/abrechnungen' },
      { label: 'Budget für fünf Jahre', href: '/kosten/budget' },
      { label: 'Eigene Nutzung', href: '/kosten/nutzung' },
    ],
  });
}
