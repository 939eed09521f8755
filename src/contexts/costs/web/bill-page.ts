import { html } from 'hono/html';
import { formatCents, formatLocalDate, localDate, parseLocalDate, type Refusal } from '#kernel';
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
import {
  alert,
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  linkButton,
  pagination,
  refusalNotice,
  section,
  statTiles,
  table,
  textareaField,
  textLink,
} from '#ui';
import { anteilsblaetter } from '../anteilsblatt.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { afterStep } from '../domain/rechnungszustand.ts';
import { billUnknown, invalid } from '../errors.ts';
import { parseEuro } from '../euro.ts';
import { rundungLabel } from '../messages.ts';
import { gehe, korrigiere, stelle } from '../use-cases/abrechnen.ts';
import type { Manager, Payer } from '../use-cases/actors.ts';
import {
  type Abrechnungsstand,
  abrechnungsstand,
  eigenerAnteil,
  trageZahlungEin,
} from '../use-cases/anteile.ts';
import { abrechnungen, done, flashOf, managerRoute, readerRoute } from './answers.ts';
import { hinweiseBox, rechenwegTables, zustandBadge } from './bill-parts.ts';

const path = '/abrechnungen/:id';
const perPage = 50;

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

function facts({ kopf, abrechnung: { plan, summe } }: Abrechnungsstand): Html {
  const { korrigiert, ersetztDurch } = kopf;
  return descriptionList([
    ['Stand', zustandBadge(kopf.zustand)],
    ['Gestellt', kopf.gestelltAm === null ? '' : formatInstant(kopf.gestelltAm)],
    ['Fällig', kopf.faelligAm === null ? '' : formatLocalDate(kopf.faelligAm)],
    ['Geprüft', kopf.geprueftAm === null ? '' : formatInstant(kopf.geprueftAm)],
    ['Finanzierung', plan.finanzierung.titel],
    ['Rundung', rundungLabel[plan.rundung]],
    ['Überschuss der Aufrundung', summe.aufrundung === 0n ? '' : formatCents(summe.aufrundung)],
    ['Rest der Rundung', summe.rest === 0n ? '' : formatCents(summe.rest)],
    [
      'Ersetzt',
      korrigiert === null
        ? ''
        : html`${textLink(`/abrechnungen/${korrigiert}`, 'die frühere Abrechnung')}: ${kopf.grund}`,
    ],
    [
      'Ersetzt durch',
      ersetztDurch === null ? '' : textLink(`/abrechnungen/${ersetztDurch}`, 'die neue Abrechnung'),
    ],
  ]);
}

function nextSteps(
  { csrfToken, form: sent }: PageRequest,
  { kopf }: Abrechnungsstand,
  reason: Refusal | null,
): Html {
  const { zustand, id } = kopf;
  const can = (schritt: Parameters<typeof afterStep>[1]) => afterStep(zustand, schritt) !== null;
  const press = (schritt: string, label: string, kind: 'primary' | 'secondary', more: Html | '' = '') =>
    form(
      { action: `/abrechnungen/${id}/schritt`, csrfToken, label, hidden: { schritt } },
      html`${more}${buttonRow(button(label, { kind }))}`,
    );
  const grund = textareaField({
    name: 'grund',
    label: 'Was die neue Abrechnung korrigiert',
    value: formField(sent, 'grund'),
    rows: 2,
    error: errorOf(reason?.fields, 'grund'),
  });
  const buttons = [
    can('pruefen') ? press('pruefen', 'Als geprüft festhalten', 'primary') : '',
    can('stellen') ? press('stellen', 'Abrechnung stellen', 'primary') : '',
    can('verworfen') ? press('verwerfen', 'Entwurf verwerfen', 'secondary') : '',
    can('korrigieren') ? press('korrigieren', 'Neue Abrechnung entwerfen', 'secondary', grund) : '',
  ].filter((one) => one !== '');
  if (buttons.length === 0) return html``;
  return section('Nächster Schritt', html`${buttons}`, {
    lead: can('stellen')
      ? 'Gestellt wird genau einmal. Danach sieht jede Kommune ihren Anteil, und die Abrechnung ändert sich nie mehr.'
      : 'Was gestellt ist, bleibt, wie es ist. Eine Korrektur ist eine neue Abrechnung aus dem Plan von heute.',
  });
}

function payers({ query }: PageRequest, { kopf, abrechnung, anteile }: Abrechnungsstand): Html {
  const paid = new Map(anteile.map((one) => [one.zahler, one.bezahltCent]));
  const all = abrechnung.zahlungen.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(pages, Math.max(1, numberIn(query.get('seite'))));
  const here = `/abrechnungen/${kopf.id}`;
  return section(
    'Anteile',
    html`${table({
      caption: `${all.length} Zahler`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Netto', numeric: true },
        { label: 'Umsatzsteuer', numeric: true },
        { label: 'Zu zahlen', numeric: true },
        { label: 'Bezahlt', numeric: true },
      ],
      rows: all
        .slice((shown - 1) * perPage, shown * perPage)
        .map(({ kennung, name, netto, steuer, brutto }) => [
          textLink(`${here}/zahler/${kennung}`, name),
          formatCents(netto),
          formatCents(steuer),
          formatCents(brutto),
          kopf.nummer === null ? '–' : formatCents(paid.get(kennung) ?? 0n),
        ]),
      footer: [
        'Zusammen',
        formatCents(abrechnung.summe.netto),
        formatCents(abrechnung.summe.steuer),
        formatCents(abrechnung.summe.brutto),
        kopf.nummer === null ? '–' : formatCents(kopf.bezahltCent),
      ],
    })}${pagination({ page: shown, pages, href: (at) => `${here}?seite=${at}` })}`,
    { lead: 'Ein Klick auf den Namen zeigt jeden Rechenschritt.' },
  );
}

function paymentForm(
  { csrfToken, form: sent }: PageRequest,
  { kopf, abrechnung }: Abrechnungsstand,
  reason: Refusal | null,
): Html {
  const base = (name: string) => ({
    name,
    value: formField(sent, name),
    error: errorOf(reason?.fields, name),
  });
  const names = abrechnung.zahlungen.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return section(
    'Zahlung eintragen',
    form(
      { action: `/abrechnungen/${kopf.id}/zahlung`, csrfToken, label: 'Zahlung eintragen' },
      html`${inputField({ ...base('zahler'), label: 'Kennung des Zahlers', list: 'zahlerliste', width: 'medium' })}<datalist id="zahlerliste">${names.map(({ kennung, name }) => html`<option value="${kennung}">${name}</option>`)}</datalist>${inputField({ ...base('betrag'), label: 'Betrag in Euro', inputmode: 'decimal', width: 'medium' })}${inputField({ ...base('am'), label: 'Eingegangen am', type: 'date' })}${inputField({ ...base('bemerkung'), label: 'Bemerkung', optional: true, maxLength: 300 })}${buttonRow(button('Zahlung eintragen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Einen Irrtum gleichen Sie mit demselben Betrag und einem Minus aus.' },
  );
}

/** What of a bill can be taken away. */
export function files(id: string): Html {
  const link = (ending: string, label: string) =>
    linkButton(label, `/abrechnungen/${id}/${ending}`, { kind: 'tertiary' });
  return section(
    'Zum Mitnehmen',
    buttonRow(
      link('pdf', 'PDF'),
      link('blatt', 'Rechenblatt für Maschinen (JSON)'),
      link('anteile.csv', 'Anteile als CSV'),
      link('anteile.xlsx', 'Anteile als Excel'),
    ),
  );
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
