import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import {
  dayOfAddress,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import { alert, dateForm, descriptionList, section, textLink } from '#ui';
import type { ProjectsDeps } from '../projects-deps.ts';
import { nachschlagOf } from '../use-cases/nachschlag.ts';
import { type Projektdetail, readProjektdetail } from '../use-cases/read-projekt.ts';
import { entries, erfundenBadge, phaseBadge, verzugText } from '../views/projekt-parts.ts';
import { flashOf } from './answers.ts';
import { interesseSection } from './interesse-section.ts';
import { phasenSection, planverlaufSection } from './phasen-section.ts';
import { facts, funding } from './projekt-facts.ts';
import { wirkungSection } from './wirkung-section.ts';

/** One project: phases as planned and as they were, what it brings, who takes part, its funding and its history. */
export function projektRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'projects.show',
      method: 'GET',
      path: '/projekte/:id',
      access: 'public',
      handle: (request) => showProjekt(deps, request),
    },
  ];
}

/** The page of a project, or why there is none. */
async function showProjekt(deps: ProjectsDeps, request: PageRequest): Promise<PageAnswer> {
  const day = dayOfAddress(request.query, deps.clock);
  if (!day.ok) return refusal(day.refusal);
  const detail = await readProjektdetail(deps, request.principal, request.params.id ?? '', day.value);
  return detail.ok ? page(await content(deps, request, detail.value, day.value)) : refusal(detail.refusal);
}

async function content(
  deps: ProjectsDeps,
  request: PageRequest,
  detail: Projektdetail,
  day: LocalDate,
): Promise<PageContent> {
  const { projekt, phase } = detail;
  const { inhalt, id } = projekt;
  const namen = nachschlagOf(await deps.catalogue());
  const today = deps.clock.today();
  const manages = request.principal?.permissions.has('projects.manage') === true;
  const editable = manages && day === today && (detail.gefuehrt || projekt.tenant === null);
  return {
    title: inhalt.titel,
    preline: 'Umsetzungsprojekt',
    lead: html`${inhalt.kurz ? html`${inhalt.kurz} ` : ''}${phaseBadge(phase)} ${inhalt.erfunden ? erfundenBadge : ''}`,
    wide: true,
    breadcrumb: [{ label: 'Umsetzungsprojekte', href: '/projekte' }],
    ...flashOf(request),
    main: html`${day === today ? '' : alert({ kind: 'info', title: `So war das Projekt am ${formatLocalDate(day)} bekannt und geplant.` })}
      ${facts(detail, namen.themenfeld, day)}
      ${phasenSection(inhalt, day, verzugText(detail.verzug))}
      ${planverlaufSection(detail.plaene)}
      ${brings(detail, namen.leistung)}
      ${wirkungSection(detail.wirkung, namen.leistung)}
      ${interesseSection(detail, request, day === today)}
      ${funding(detail)}
      ${await deps.rueckfragen(request.principal, { art: 'projekt', id })}
      ${versions(detail)}
      ${section('Stand an einem anderen Tag', dateForm(`/projekte/${id}`, day))}`,
    nextSteps: [
      ...(editable
        ? [
            {
              label: projekt.tenant === null ? 'Dieses Projekt übernehmen und pflegen' : 'Projekt ändern',
              href: `/projekte/${id}/aendern`,
            },
          ]
        : []),
      { label: 'Zeitplan aller Projekte', href: '/projekte/zeitplan' },
    ],
  };
}

/** Leistungen and Lösungen that it brings. */
function brings(detail: Projektdetail, leistung: (id: string) => string | null) {
  const { leistungen, loesungen } = detail.projekt.inhalt;
  const { loesungNamen } = detail;
  const names = loesungen.map((id) => {
    const name = loesungNamen?.get(id);
    return name ? textLink(`/loesungen/${id}`, name) : id;
  });
  return section(
    'Was das Projekt bringt',
    descriptionList([
      [
        'Leistungen',
        entries(leistungen.map((id) => textLink(`/katalog/leistungen/${id}`, leistung(id) ?? id))),
      ],
      ['Lösungen', entries(names)],
    ]),
  );
}

function versions({ verlauf, projekt }: Projektdetail) {
  return section(
    'Verlauf',
    html`<ol class="kern-list kern-list--number">${verlauf.map(
      ({ fassung, stand, haus }) =>
        html`<li>${textLink(`/projekte/${projekt.id}?datum=${stand}`, `Fassung ${fassung} vom ${formatLocalDate(stand)}`)}, ${haus}</li>`,
    )}</ol>`,
    { lead: 'Nichts wird überschrieben. Jede Fassung bleibt lesbar, so wie sie an ihrem Tag war.' },
  );
}
