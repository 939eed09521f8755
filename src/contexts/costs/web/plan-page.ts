import { html } from 'hono/html';
import { formatCents, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal, refusedPage } from '#platform';
import { alert, formatInstant, type Html, refusalNotice, stackedBar, statTiles } from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { formatMonat } from '../domain/monat.ts';
import { euroNumber } from '../euro.ts';
import { kostenartLabel, rundungLabel } from '../messages.ts';
import type { Manager } from '../use-cases/actors.ts';
import { abrechnungenOf } from '../use-cases/anteile.ts';
import { beauftrage } from '../use-cases/entwurf-auftrag.ts';
import { trageVor } from '../use-cases/jahresabschluss.ts';
import type { Planstelle } from '../use-cases/plan.ts';
import { openPlanbilder, type Planbild, type Planbilder } from '../use-cases/planbild.ts';
import { veroeffentlichePreis } from '../use-cases/preis.ts';
import { abschlussSection } from './abschluss-section.ts';
import { done, flashOf, kosten, managerRoute, planHref } from './answers.ts';
import { artLabel, stelleOf } from './asked-plan.ts';
import { hinweiseBox } from './bill-parts.ts';
import { toDraft } from './draft-pages.ts';
import { billSection, keys, layers, positions } from './plan-tables.ts';

/** The plan of a service and a year: positions, keys, layers, payers, what it comes to. */
export function planRoutes(deps: CostsDeps): readonly PageRoute[] {
  const bilder = openPlanbilder(deps);
  const act = (
    capability: string,
    part: string,
    run: (who: Manager, request: PageRequest, stelle: Planstelle) => Promise<PageAnswer | Refusal>,
  ) =>
    managerRoute(deps, capability, 'POST', `/kosten/:dienst/${part}`, async (who, request) => {
      const answer = await run(who, request, stelleOf(deps, request));
      return 'code' in answer ? show(deps, bilder, who, request, answer) : answer;
    });
  return [
    managerRoute(deps, 'costs.plan', 'GET', '/kosten/:dienst', (who, request) =>
      show(deps, bilder, who, request, null),
    ),
    act('costs.bill.draft', 'abrechnen', async (who, _, stelle) =>
      toDraft(await beauftrage(deps, who, stelle), (reason) => reason),
    ),
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

function back({ dienst, jahr, art }: Planstelle, getan: 'preis' | 'uebertrag'): PageAnswer {
  return done(planHref(dienst, jahr, art), getan);
}

async function show(
  deps: CostsDeps,
  bilder: Planbilder,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await bilder(who, stelleOf(deps, request));
  if (!found.ok) return refusal(found.refusal);
  const stand = found.value;
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
    main: html`${refusalNotice(reason)}${rechnung.ok ? sums(stand, rechnung.value) : openPlan(rechnung.refusal)}${positions(zusammen)}${keys(zusammen)}${layers(zusammen)}${rechnung.ok ? hinweiseBox(rechnung.value.hinweise) : ''}${art === 'plan' ? billSection(request, stand, bills) : await abschlussSection(deps, who, request, stand)}`,
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

type Summen = Extract<Planbild['rechnung'], { readonly ok: true }>['value'];

function sums({ plan, zusammen }: Planbild, { summe, zahler }: Summen): Html {
  return html`${statTiles([
    {
      label: 'Kosten, netto',
      value: formatCents(summe.kosten),
      note: `${zusammen.positionen.length} Positionen`,
    },
    { label: 'Umsatzsteuer', value: formatCents(summe.steuer) },
    {
      label: 'Abzurechnen',
      value: formatCents(summe.brutto),
      note: `${zahler} Zahler`,
      href: planHref(plan.dienst, plan.jahr, plan.art, '/zahler'),
    },
  ])}${stackedBar({
    id: 'kostenarten',
    caption: 'Kosten nach Art, in Euro',
    description: 'Wie sich die Nettokosten auf die Kostenarten des Beschlusses 2021/24 verteilen.',
    parts: partsOf(zusammen),
  })}`;
}

function partsOf({ positionen }: Pick<Kostenplan, 'positionen'>) {
  const byArt = Map.groupBy(positionen, ({ art }) => art);
  return [...byArt].map(([art, all]) => ({
    label: kostenartLabel[art],
    value: all.reduce((sum, { betrag }) => sum + (betrag.art === 'fest' ? euroNumber(betrag.cent) : 0), 0),
  }));
}
