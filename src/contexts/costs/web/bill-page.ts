import { html } from 'hono/html';
import { type Cents, formatCents, parseLocalDate, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice, statTiles } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { kontostand } from '../domain/kontostand.ts';
import { invalid } from '../errors.ts';
import { parseEuro } from '../euro.ts';
import type { Abrechnungskopf } from '../store-abrechnung.ts';
import { gehe, stelle } from '../use-cases/abrechnen.ts';
import type { Manager } from '../use-cases/actors.ts';
import { beauftrageKorrektur } from '../use-cases/entwurf-auftrag.ts';
import { type Rechnungsansicht, rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { trageZahlungEin } from '../use-cases/zahlungen.ts';
import { abrechnungen, done, flashOf, managerRoute, readerRoute } from './answers.ts';
import { filesOfHouse } from './bill-files.ts';
import { ofKommune } from './bill-page-kommune.ts';
import { hinweiseBox } from './bill-parts.ts';
import { facts, nextSteps, payers, paymentForm } from './bill-sections.ts';
import { toDraft } from './draft-pages.ts';
import { guthabenSection } from './konto-parts.ts';
import { payerPage } from './payer-page.ts';
import { stornierte } from './storno-sections.ts';

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
      payerPage(deps, who, request, null),
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
    case 'korrigieren':
      return toDraft(await beauftrageKorrektur(deps, who, id, formField(request.form, 'grund')), again);
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

const perPage = 50;

async function ofHouse(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const { query, params } = request;
  const found = await rechnungsansicht(deps, who, params.id ?? '', {
    suche: (query.get('suche') ?? '').trim().slice(0, 100),
    seite: numberIn(query.get('seite')),
    jeSeite: perPage,
  });
  if (!found.ok) return refusal(found.refusal);
  const { kopf, bild } = found.value;
  const issued = kopf.zustand === 'gestellt' || kopf.zustand === 'bezahlt';
  const content = {
    title: kopf.nummer === null ? `${kopf.titel} ${kopf.jahr}` : `Abrechnung ${kopf.nummer}`,
    preline: kopf.nummer === null ? 'Entwurf einer Abrechnung' : `${kopf.titel} ${kopf.jahr}`,
    breadcrumb: [abrechnungen],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}<div class="lw-stack">${facts(found.value)}${tiles(found.value)}</div>${hinweiseBox(bild.hinweise)}${nextSteps(request, found.value, reason)}${guthabenSection(found.value)}${payers(found.value)}${stornierte(found.value)}${issued ? paymentForm(request, found.value, reason) : ''}${filesOfHouse(kopf)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function tiles({ kopf, bild: { summe, zahler } }: Rechnungsansicht) {
  return statTiles([
    { label: 'Kosten, netto', value: formatCents(summe.kosten) },
    { label: 'Umsatzsteuer', value: formatCents(summe.steuer) },
    { label: 'Abgerechnet', value: formatCents(summe.brutto), note: `${zahler} Zahler` },
    ...(kopf.bruttoCent === null ? [] : [openTile(kopf, kopf.bruttoCent)]),
  ]);
}

/** Of a bill that another one took the place of nothing is owed; what is left on it belongs to its payers. */
function openTile(kopf: Abrechnungskopf, bruttoCent: Cents) {
  const { offenCent } = kontostand({ ...kopf, bruttoCent, gilt: kopf.ersetztDurch === null });
  return kopf.ersetztDurch === null
    ? { label: 'Davon offen', value: formatCents(offenCent) }
    : { label: 'Noch zurückzuzahlen', value: formatCents(-offenCent) };
}
