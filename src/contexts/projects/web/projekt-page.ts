import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest, type PageRoute } from '#platform';
import { alert, dateForm, descriptionList, externalLink, formatNumber, section, textLink } from '#ui';
import type { Projektintern } from '../domain/projekt.ts';
import { type Felder, feldLabel } from '../felder/feldnamen.ts';
import { interneTexte } from '../felder/schreiben.ts';
import { efaTypLabel, groessenklasseLabel, keineAngabe } from '../messages.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { nachschlagOf } from '../use-cases/nachschlag.ts';
import { type Projektdetail, readProjektdetail } from '../use-cases/read-projekt.ts';
import { flashOf, page, refusal } from './answers.ts';
import { interesseSection } from './interesse-section.ts';
import { phasenSection, planverlaufSection } from './phasen-section.ts';
import { dayText, entries, erfundenBadge, herkunftText, phaseBadge, verzugText } from './projekt-parts.ts';

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
      ${facts(detail, namen.themenfeld)}
      ${phasenSection(inhalt, day, verzugText(detail.verzug))}
      ${planverlaufSection(detail.plaene)}
      ${brings(detail, namen.leistung)}
      ${interesseSection(detail, request, day === today)}
      ${funding(detail)}
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

function facts({ projekt, phase }: Projektdetail, themenfeld: (id: number) => string | null) {
  const { inhalt, haus, tenant, stand } = projekt;
  const { abschluss, herkunft } = inhalt;
  return descriptionList([
    [
      'Themenfeld',
      inhalt.themenfeldId === null ? keineAngabe : (themenfeld(inhalt.themenfeldId) ?? keineAngabe),
    ],
    ['EfA-Typ', inhalt.efaTyp === null ? keineAngabe : efaTypLabel[inhalt.efaTyp]],
    ['Federführung', inhalt.federfuehrung],
    [
      'Kontakt',
      inhalt.postfach === null
        ? keineAngabe
        : html`<a class="kern-link" href="mailto:${inhalt.postfach}">${inhalt.postfach}</a>`,
    ],
    ['Kernteam Fach (zugesichert)', entries(inhalt.kernteamFach)],
    ['Kernteam IT (zugesichert)', entries(inhalt.kernteamIt)],
    ['Zielportale', entries(inhalt.portale)],
    ['Hilft Größenklassen', entries(inhalt.groessenklassen.map((klasse) => groessenklasseLabel[klasse]))],
    [
      'Beendet',
      abschluss && phase === abschluss.art ? `am ${formatLocalDate(abschluss.am)}. ${abschluss.grund}` : null,
    ],
    ['Dokumente', inhalt.dokumente.length > 0 ? documents(inhalt.dokumente) : null],
    ['Hinweise', inhalt.notiz],
    ['Quelle', herkunft && herkunftText(herkunft)],
    [
      'Geführt von',
      `${tenant === null ? 'niemandem in dieser Installation' : haus}, Stand ${formatLocalDate(stand)}`,
    ],
  ]);
}

function documents(dokumente: Projektdetail['projekt']['inhalt']['dokumente']) {
  return html`<ul class="kern-list kern-list--bullet">${dokumente.map(
    ({ titel, url }) => html`<li>${externalLink(url, titel)}</li>`,
  )}</ul>`;
}

/** Leistungen and Lösungen that it brings, and whose gaps that closes, as far as anybody can tell. */
function brings(detail: Projektdetail, leistung: (id: string) => string | null) {
  const { leistungen, loesungen } = detail.projekt.inhalt;
  const { loesungNamen, wirkung } = detail;
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
      [
        'Schließt Lücken von',
        wirkung === null
          ? `${keineAngabe}: Dazu liegt hier noch kein Umsetzungsstand vor.`
          : `${formatNumber(wirkung.kommunen)} ${wirkung.kommunen === 1 ? 'Kommune' : 'Kommunen'}. ${wirkung.woher}`,
      ],
    ]),
  );
}

function funding({ projekt: { inhalt }, intern }: Projektdetail) {
  const { foerderprogramm, foerderVon, foerderBis, antragsfrist } = inhalt;
  const zeitraum = foerderVon || foerderBis ? `${dayText(foerderVon)} bis ${dayText(foerderBis)}` : null;
  return section(
    'Förderung',
    descriptionList([
      ['Programm', foerderprogramm || keineAngabe],
      ['Zeitraum', zeitraum],
      ['Antragsfrist', antragsfrist && formatLocalDate(antragsfrist)],
      ...(intern ? internalEntries(intern) : []),
    ]),
  );
}

function internalEntries(intern: Projektintern): readonly (readonly [string, string])[] {
  return Object.entries(interneAnzeige(intern)).map(([name, value]) => [
    feldLabel[name] ?? name,
    value || keineAngabe,
  ]);
}

function interneAnzeige(intern: Projektintern): Felder {
  const { nachweisFrist, nachweisAm } = intern;
  return {
    ...interneTexte(intern),
    nachweisFrist: nachweisFrist ? formatLocalDate(nachweisFrist) : '',
    nachweisAm: nachweisAm ? formatLocalDate(nachweisAm) : '',
  };
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
