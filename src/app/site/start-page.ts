import { html } from 'hono/html';
import type { DemoPerson } from '#identity';
import { formatLocalDate } from '#kernel';
import type { PageContent, PageRequest, PageRoute, Principal } from '#platform';
import { card, cardGrid, linkButton, section } from '#ui';
import type { Startblick } from '#workshop';
import { demoPeopleTable } from './demo-pages.ts';
import { providerHome } from './provider-home.ts';
import { type Wartend, wartendAlert } from './wartend.ts';

/** What the start page needs to know of whoever opens it. */
export interface StartDeps {
  readonly demo: boolean;
  readonly demoPeople: () => Promise<readonly DemoPerson[]>;
  readonly ownAgs: (principal: Principal | null) => Promise<string | null>;
  /** What stands still until this person acts. */
  readonly wartend: (
    principal: Principal | null,
    werkstatt: Startblick | null,
  ) => Promise<readonly Wartend[]>;
  /** What waits in the workshop; `null` for whoever builds no services. */
  readonly werkstatt: (principal: Principal | null) => Promise<Startblick | null>;
  readonly summaryOf: (ags: string) => Promise<StartSummary | null>;
}

/** The figures of one's own Kommune on the start page. */
export interface StartSummary {
  readonly name: string;
  readonly date: Parameters<typeof formatLocalDate>[0];
  readonly figures: PageContent['main'];
}

/** The first page of the staff area: what one can do here, for each kind of visitor. */
export function startRoutes(deps: StartDeps): readonly PageRoute[] {
  return [
    {
      capability: 'site.start',
      method: 'GET',
      path: '/',
      access: 'public',
      handle: async (request) => ({
        kind: 'page',
        content: request.principal ? await home(deps, request) : await welcome(deps),
      }),
    },
    {
      capability: 'duties.list',
      method: 'GET',
      path: '/pflichten',
      access: 'signed-in',
      handle: async (request) => {
        const ags = await deps.ownAgs(request.principal);
        return { kind: 'redirect', to: ags ? `/kommunen/${ags}/pflichten` : '/kommunen' };
      },
    },
    {
      capability: 'law.radar',
      method: 'GET',
      path: '/radar',
      access: 'signed-in',
      handle: async (request) => {
        const ags = await deps.ownAgs(request.principal);
        return { kind: 'redirect', to: ags ? `/kommunen/${ags}/radar` : '/kommunen' };
      },
    },
  ];
}

async function welcome(deps: StartDeps): Promise<PageContent> {
  const people = deps.demo ? await deps.demoPeople() : [];
  return {
    title: 'Was schuldet Ihre Kommune online, und warum?',
    lead: 'Leitwerk zeigt für jede Leistung des OZG-Katalogs, wer sie wahrnimmt: die Kommune selbst, der Kreis, das Land, der Bund oder eine andere Stelle. Jede Antwort nennt ihre Gründe.',
    main: html`<p>${linkButton('Anmelden', '/anmelden')}</p>
      ${people.length > 0 ? section('So melden Sie sich in der Vorführung an', demoPeopleTable(people)) : ''}
      ${section(
        'Ohne Anmeldung',
        cardGrid(
          card({
            title: 'Katalog',
            href: '/katalog',
            body: '14 Themenfelder, 557 OZG-Leistungen, 5.249 Einzelleistungen.',
            headingLevel: 3,
          }),
          card({
            title: 'Kommunen',
            href: '/kommunen',
            body: '396 Gemeinden, 30 Kreise und die StädteRegion Aachen.',
            headingLevel: 3,
          }),
        ),
      )}`,
  };
}

async function home(deps: StartDeps, request: PageRequest): Promise<PageContent> {
  const { principal } = request;
  const [ags, werkstatt] = await Promise.all([deps.ownAgs(principal), deps.werkstatt(principal)]);
  const summary = ags === null ? null : await deps.summaryOf(ags);
  const wartend = wartendAlert(await deps.wartend(principal, werkstatt));
  if (summary === null || ags === null) return providerHome(request, werkstatt, wartend);
  return {
    title: `Guten Tag, ${summary.name}`,
    lead: `Das schuldet ${summary.name} am ${formatLocalDate(summary.date)}, nach allem, was belegt ist.`,
    wide: true,
    main: html`${wartend}<div class="lw-stack">${summary.figures}</div>`,
    nextSteps: [
      ...compassSteps(request),
      { label: 'Alle Pflichten ansehen, filtern und herunterladen', href: `/kommunen/${ags}/pflichten` },
      { label: 'Was noch offen ist', href: `/kommunen/${ags}/pflichten?urteil=offen` },
      { label: 'Was als Nächstes fällig wird: das Radar', href: `/kommunen/${ags}/radar` },
      { label: 'Was sich im Katalog für Sie geändert hat', href: '/neuerungen' },
      { label: 'Regeln lesen und berichtigen', href: '/regeln/pruefen' },
      { label: 'Bestimmungen angeben', href: '/bestimmungen' },
    ],
  };
}

/** What one comes for most days, by what one may do there. */
function compassSteps({ principal }: PageRequest): NonNullable<PageContent['nextSteps']> {
  const may = (permission: string) => principal?.permissions.has(permission) === true;
  if (!may('compass.stand.read')) return [];
  return [
    { label: 'Übersicht: was ansteht, was sich geändert hat, wo Lücken sind', href: '/uebersicht' },
    ...(may('marketplace.order')
      ? [{ label: 'Bestellungen ansehen und unterschreiben', href: '/bestellungen' }]
      : []),
    ...(may('marketplace.prepare')
      ? [{ label: 'Lücken ansehen und Onlinedienste bestellen', href: '/luecken' }]
      : []),
    ...(may('costs.read')
      ? [
          { label: 'Was Onlinedienste kosten', href: '/kosten' },
          { label: 'Budget für fünf Jahre', href: '/kosten/budget' },
        ]
      : []),
    {
      label: may('compass.stand.edit') ? 'Umsetzungsstand angeben und pflegen' : 'Umsetzungsstand ansehen',
      href: '/stand',
    },
    ...(may('reports.write')
      ? [{ label: 'Sachstandsbericht für den Rat schreiben', href: '/berichte' }]
      : []),
    ...(may('reports.approve') ? [{ label: 'Berichte lesen und freigeben', href: '/berichte' }] : []),
  ];
}
