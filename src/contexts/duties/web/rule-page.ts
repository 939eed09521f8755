import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate, type Validity } from '#kernel';
import { dayOfAddress, type Html, type PageAnswer, type PageContent, type PageRequest } from '#platform';
import { dateForm, descriptionList, evidenceBadge, externalLink, section, table, textLink } from '#ui';
import { groessenklasseLabel, groessenklassen } from '../domain/groessenklasse.ts';
import { mitgezogenText } from '../domain/mitgezogen.ts';
import type { Regel } from '../domain/regel.ts';
import { regelstandOn } from '../domain/regel-on.ts';
import { reaches } from '../domain/reichweite.ts';
import type { DutiesDeps } from '../doors-deps.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { unknownRule } from '../errors.ts';
import { reviewPermissions } from '../review-actions.ts';
import { type MitgezogeneLeistung, mitgezogeneByRule } from '../use-cases/mitgezogene-leistungen.ts';
import { readRuleReview } from '../use-cases/read-review.ts';
import { reviewSections } from './review/review-section.ts';
import { wertLabel } from './wert-label.ts';
import { wortlautSection } from './wortlaut-section.ts';

/** One rule with its norm, spread and reach; for those who review, with the workbench below. */
export async function ruleAnswer(
  deps: DutiesDeps,
  request: PageRequest,
  problems: readonly FieldProblem[] = [],
): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const world = await deps.world();
  const regel = world.duties.facts.regelwerk.regeln.find(({ id }) => id === request.params.id);
  if (!regel) {
    const known = world.duties.facts.regelwerk.regeln.slice(0, 5);
    const suggestions = known.map(({ id, aufgabe }) => ({ key: id, label: aufgabe }));
    return { kind: 'refusal', refusal: { ...unknownRule(request.params.id ?? ''), suggestions } };
  }
  const review = await reviewOf(deps, world, regel, request, problems);
  const wortlaut = wortlautSection(regel, await deps.wortlautOf(regel.norm), review !== '');
  const rueckfragen = await deps.rueckfragen(request.principal, { art: 'regel', id: regel.id });
  const content = ruleContent(
    world,
    regel,
    { wortlaut, further: html`${review}${rueckfragen}` },
    { error: problems.length > 0, date: date.value },
  );
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

async function reviewOf(
  deps: DutiesDeps,
  world: DutiesWorld,
  regel: Regel,
  { principal, csrfToken, form }: PageRequest,
  problems: readonly FieldProblem[],
) {
  if (!principal?.permissions.has(reviewPermissions.propose)) return '';
  const [review, house] = await Promise.all([
    readRuleReview(deps.db, world, principal, regel.id),
    deps.houseOf(principal),
  ]);
  if (review === null) return '';
  const decider = house?.decider?.name ?? 'Ihr IT-Dienstleister';
  return reviewSections({ review, csrfToken, values: form, problems, decider });
}

interface RuleParts {
  readonly wortlaut: ReturnType<typeof wortlautSection>;
  /** What may be done with the rule, and what is said about it. */
  readonly further: Html;
}

function ruleContent(
  world: DutiesWorld,
  regel: Regel,
  { wortlaut, further }: RuleParts,
  { error, date }: { readonly error: boolean; readonly date: LocalDate },
): PageContent {
  const reached = world.catalogue.leistungen.filter((leistung) => reaches(regel.reichweite, leistung));
  const moved = mitgezogeneByRule(world.duties).get(regel.id) ?? [];
  const same = world.duties.facts.regelwerk.regeln.filter(
    ({ aufgabeId, id }) => aufgabeId === regel.aufgabeId && id !== regel.id,
  );
  return {
    title: regel.aufgabe,
    preline: 'Regel',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    error,
    main: html`${dateForm(`/regeln/${regel.id}`, date)}
      ${descriptionList([
        [`Stand am ${formatLocalDate(date)}`, regelstandOn(regel, date)],
        ['Norm', regel.norm],
        ['Beleg', html`${evidenceBadge(regel.evidenz)} ${regel.beleg}`],
        ['Gilt', validity(regel)],
        ['Nachfolge geprüft', regel.nachfolgeGeprueft ? 'ja' : 'nein'],
        ['Stelle', regel.stelle],
        ['Bemerkung', regel.bemerkung],
        [
          'Quellen',
          html`<ul class="kern-list">${regel.quellen.map(({ title, url }) => html`<li>${url ? externalLink(url, title) : title}</li>`)}</ul>`,
        ],
      ])}
      ${wortlaut}
      ${section('Wer nimmt die Aufgabe wahr?', spread(regel))}
      ${regel.vorbehalte.length > 0 ? section('Vorbehalte', reservations(regel)) : ''}
      ${moved.length > 0 ? section(`Mitgezogene Leistungen (${moved.length})`, movedList(moved)) : ''}
      ${further}
      ${section(`Erreichte Leistungen (${reached.length})`, html`<ul class="lw-columns">${reached.slice(0, 400).map(({ id, name }) => html`<li>${textLink(`/katalog/leistungen/${id}?datum=${date}`, name)}</li>`)}</ul>`)}
      ${same.length > 0 ? section(`Dieselbe Aufgabe (${same.length})`, html`<ul class="lw-columns">${same.slice(0, 100).map(({ id, aufgabe }) => html`<li>${textLink(`/regeln/${id}`, aufgabe)}</li>`)}</ul>`) : ''}`,
    nextSteps: [
      { label: 'Alle Regeln', href: '/regeln' },
      { label: 'Wie viel die Regeln entscheiden', href: '/regeln/abdeckung' },
    ],
  };
}

function movedList(moved: readonly MitgezogeneLeistung[]) {
  return html`<p>Der Katalog hat sich geändert, die Regel nicht. Sie gilt weiter für diese Leistungen, wenn keine andere Regel sie beim heutigen Namen nennt. Eine geänderte Regel, die ihre Nummern (L…) nennt, beendet den Hinweis.</p>
    <ul class="kern-list kern-list--bullet">${moved.map(({ leistung: { id, name }, frueher }) => html`<li>${textLink(`/katalog/leistungen/${id}/verlauf`, name)}<br>${mitgezogenText(frueher)}</li>`)}</ul>`;
}

function spread(regel: Regel) {
  return table({
    caption: 'Verteilung auf die Klassen',
    captionHidden: true,
    columns: [{ label: 'Klasse' }, { label: 'nimmt wahr' }],
    rows: groessenklassen.map((klasse) => [groessenklasseLabel[klasse], wertLabel[regel.verteilung[klasse]]]),
  });
}

function reservations(regel: Regel) {
  return html`<ul class="kern-list kern-list--bullet">${regel.vorbehalte.map(
    ({ grund, ausser }) =>
      html`<li>${grund}${ausser.length > 0 ? html`<br>Ausgenommen: ${ausser.map((each) => each.grund).join('; ')}` : ''}</li>`,
  )}</ul>`;
}

function validity({ validFrom, validTo }: Validity): string {
  const from = validFrom ? formatLocalDate(validFrom) : 'unbekannt';
  return `ab ${from}, ${validTo ? `bis einschließlich ${formatLocalDate(validTo)}` : 'ohne bekanntes Ende'}`;
}
