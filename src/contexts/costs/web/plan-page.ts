import { html } from 'hono/html';
import { formatCents, formatLocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusedPage } from '#platform';
import {
  alert,
  button,
  buttonRow,
  form,
  formatInstant,
  type Html,
  linkButton,
  refusalNotice,
  section,
  stackedBar,
  statTiles,
  table,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { formatMonat } from '../domain/monat.ts';
import { euroNumber } from '../euro.ts';
import { kostenartLabel, rundungLabel, schluesselartLabel } from '../messages.ts';
import { entwerfe } from '../use-cases/abrechnen.ts';
import type { Manager } from '../use-cases/actors.ts';
import { abrechnungenOf } from '../use-cases/anteile.ts';
import { trageVor } from '../use-cases/jahresabschluss.ts';
import type { Planstand, Planstelle } from '../use-cases/plan.ts';
import { veroeffentlichePreis } from '../use-cases/preis.ts';
import { anteilText } from '../views/anteil-text.ts';
import { abschlussSection } from './abschluss-section.ts';
import { flashOf, kosten, managerRoute, planHref } from './answers.ts';
import { artLabel, stelleOf, withPlan } from './asked-plan.ts';
import { hinweiseBox, zustandBadge } from './bill-parts.ts';

/** The plan of a service and a year: positions, keys, layers, payers, what it comes to. */
export function planRoutes(deps: CostsDeps): readonly PageRoute[] {
  const act = (
    capability: string,
    part: string,
    run: (who: Manager, request: PageRequest, stelle: Planstelle) => Promise<PageAnswer | Refusal>,
  ) =>
    managerRoute(deps, capability, 'POST', `/kosten/:dienst/${part}`, async (who, request) => {
      const done = await run(who, request, stelleOf(deps, request));
      return 'code' in done ? again(deps, who, request, done) : done;
    });
  return [
    managerRoute(deps, 'costs.plan', 'GET', '/kosten/:dienst', (who, request) =>
      withPlan(deps, who, request, (stand) => show(deps, who, request, stand, null)),
    ),
    act('costs.bill.draft', 'abrechnen', async (who, _, stelle) => {
      const made = await entwerfe(deps, who, stelle);
      return made.ok ? { kind: 'redirect', to: `/abrechnungen/${made.value}?getan=entwurf` } : made.refusal;
    }),
    act('costs.price.publish', 'preis', async (who, _, stelle) => {
      const made = await veroeffentlichePreis(deps, who, stelle);
      return made.ok ? back(stelle, 'preis') : made.refusal;
    }),
    act('costs.carry-over', 'uebertrag', async (who, _, stelle) => {
      const made = await trageVor(deps, who, stelle);
      return made.ok ? back({ ...stelle, jahr: stelle.jahr + 1, art: 'plan' }, 'uebertrag') : made.refusal;
    }),
  ];
}

function back({ dienst, jahr, art }: Planstelle, getan: string): PageAnswer {
  return { kind: 'redirect', to: `${planHref(dienst, jahr, art)}&getan=${getan}` };
}

function again(deps: CostsDeps, who: Manager, request: PageRequest, reason: Refusal): Promise<PageAnswer> {
  return withPlan(deps, who, request, (stand) => show(deps, who, request, stand, reason));
}

async function show(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  stand: Planstand,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const { plan, zusammen, rechnung } = stand;
  const { dienst, jahr, art } = plan;
  const bills = (await abrechnungenOf(deps, who)).filter((one) => one.dienst === dienst && one.jahr === jahr);
  const content = {
    title: `${plan.inhalt.titel} ${jahr}`,
    preline: `${artLabel[art]}, Fassung ${plan.fassung} vom ${formatInstant(plan.angegebenAm)}`,
    lead: `Zeitraum ${formatMonat(plan.inhalt.von)} bis ${formatMonat(plan.inhalt.bis)}. ${rundungLabel[plan.inhalt.rundung]}.`,
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${rechnung.ok ? sums(rechnung.value) : openPlan(rechnung.refusal)}${positions(zusammen)}${keys(zusammen)}${layers(zusammen)}${rechnung.ok ? hinweiseBox(rechnung.value.hinweise.map(({ text }) => text)) : ''}${art === 'plan' ? billSection(request, stand, bills) : await abschlussSection(deps, who, request, stand)}`,
    nextSteps: [
      { label: 'Positionen und Verteilung ändern', href: planHref(dienst, jahr, art, '/aendern') },
      { label: 'Zahler', href: planHref(dienst, jahr, art, '/zahler') },
      { label: 'Etwas ausprobieren', href: planHref(dienst, jahr, art, '/simulation') },
    ],
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function openPlan(reason: Refusal): Html {
  return alert({
    kind: 'warning',
    title: 'So lässt sich noch nichts verteilen',
    body: reason.message,
  });
}

function sums({ summe, zahlungen, plan }: Abrechnung): Html {
  return html`${statTiles([
    {
      label: 'Kosten, netto',
      value: formatCents(summe.kosten),
      note: `${plan.positionen.length} Positionen`,
    },
    { label: 'Umsatzsteuer', value: formatCents(summe.steuer) },
    {
      label: 'Abzurechnen',
      value: formatCents(summe.brutto),
      note: `${zahlungen.length} Zahler`,
      href: planHref(plan.dienst, plan.jahr, plan.art, '/zahler'),
    },
  ])}${stackedBar({
    id: 'kostenarten',
    caption: 'Kosten nach Art, in Euro',
    description: 'Wie sich die Nettokosten auf die Kostenarten des Beschlusses 2021/24 verteilen.',
    parts: partsOf(plan),
  })}`;
}

function partsOf({ positionen }: Kostenplan) {
  const byArt = Map.groupBy(positionen, ({ art }) => art);
  return [...byArt].map(([art, all]) => ({
    label: kostenartLabel[art],
    value: all.reduce((sum, { betrag }) => sum + (betrag.art === 'fest' ? euroNumber(betrag.cent) : 0), 0),
  }));
}

function positions({ positionen, schluessel, steuerregeln }: Kostenplan): Html {
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

function keys({ schluessel }: Kostenplan): Html {
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

function layers({ finanzierung, schluessel }: Kostenplan): Html {
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

function billSection(
  { csrfToken }: PageRequest,
  { plan: { dienst, jahr, art }, rechnung }: Planstand,
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
