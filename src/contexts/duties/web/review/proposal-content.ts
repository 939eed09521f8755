import { html } from 'hono/html';
import { evidenceLabel, type FieldProblem, formatLocalDate } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  button,
  descriptionList,
  errorOf,
  errorSummary,
  form,
  formatInstant,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { Regel } from '../../domain/regel.ts';
import { vorschlagArtLabel } from '../../domain/regel-review.ts';
import { wirkungOf } from '../../domain/wirkung.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import type { DutiesWorld } from '../../duties-world.ts';
import { reviewPermissions } from '../../review-actions.ts';
import type { Vorschlag } from '../../store-vorschlag.ts';
import { verteilungText } from '../wert-label.ts';
import type { wortlautSection } from '../wortlaut-section.ts';
import { effectSection } from './effect-section.ts';

interface ProposalParts {
  readonly problems: readonly FieldProblem[];
  readonly wortlaut: ReturnType<typeof wortlautSection> | null;
}

/** The rule as proposed, else as it is. */
export function regelOf({ duties }: DutiesWorld, { regel, regelId }: Vorschlag): Regel | null {
  return regel ?? duties.facts.regelwerk.regeln.find(({ id }) => id === regelId) ?? null;
}

export function proposalContent(
  deps: DutiesDeps,
  { duties }: DutiesWorld,
  vorschlag: Vorschlag,
  { principal, csrfToken }: PageRequest,
  { problems, wortlaut }: ProposalParts,
): PageContent {
  const current = duties.facts.regelwerk.regeln.find(({ id }) => id === vorschlag.regelId) ?? null;
  const nachher = vorschlag.art === 'bestaetigen' ? current : vorschlag.regel;
  const open = vorschlag.entscheidung === null;
  const mayDecide = open && principal?.permissions.has(reviewPermissions.decide) === true;
  const mine = principal?.actor === vorschlag.vorgeschlagenVon;
  return {
    title: `${vorschlagArtLabel[vorschlag.art]}: ${(current ?? vorschlag.regel)?.aufgabe ?? vorschlag.regelId}`,
    preline: 'Vorschlag',
    breadcrumb: [
      { label: 'Regeln', href: '/regeln' },
      { label: 'Vorschläge', href: '/regeln/vorschlaege' },
    ],
    error: problems.length > 0,
    wide: true,
    main: html`${errorSummary(problems)}${facts(vorschlag)}
      ${open && (vorschlag.art === 'aendern' || vorschlag.art === 'neu') ? section('Was sich ändert', difference(current, vorschlag.regel)) : ''}
      ${wortlaut ?? ''}
      ${open && vorschlag.art !== 'bestaetigen' ? effectSection(wirkungOf(duties, { vorher: current, nachher }, deps.clock.today()), null) : ''}
      ${mayDecide ? (mine ? html`<p>Über einen eigenen Vorschlag entscheidet eine zweite Person.</p>` : decisionForms(vorschlag.id, csrfToken, problems)) : ''}`,
    nextSteps: [
      ...(current === null ? [] : [{ label: 'Die Regel', href: `/regeln/${current.id}` }]),
      { label: 'Alle Vorschläge', href: '/regeln/vorschlaege' },
    ],
  };
}

function facts({
  haus,
  vorgeschlagenAm,
  begruendung,
  entscheidung,
  entschiedenAm,
  antwort,
  regelId,
}: Vorschlag) {
  return descriptionList([
    ['Regel', textLink(`/regeln/${regelId}`, regelId)],
    ['Vorgeschlagen', `von ${haus}, ${formatInstant(vorgeschlagenAm)}`],
    ['Begründung', begruendung || 'ohne'],
    [
      'Stand',
      entscheidung === null ? 'offen' : `${entscheidung}, ${formatInstant(entschiedenAm ?? vorgeschlagenAm)}`,
    ],
    ['Antwort', antwort],
  ]);
}

const compared: readonly (readonly [string, (regel: Regel) => string])[] = [
  ['Aufgabe', ({ aufgabe }) => aufgabe],
  ['Norm', ({ norm }) => norm],
  ['Erreicht', ({ reichweite }) => Object.values(reichweite).flat().join(' ')],
  ['Wer', verteilungText],
  [
    'Quellen',
    ({ quellen }) => quellen.map(({ title, url }) => `${title}${url ? ` (${url})` : ''}`).join('; '),
  ],
  ['Beleg', ({ evidenz, beleg }) => `${evidenceLabel[evidenz]} (${beleg})`],
  ['Gilt ab', ({ validFrom }) => (validFrom ? formatLocalDate(validFrom) : 'unbekannt')],
  ['Gilt bis', ({ validTo }) => (validTo ? formatLocalDate(validTo) : 'ohne bekanntes Ende')],
  ['Nachfolge gelesen', ({ nachfolgeGeprueft }) => (nachfolgeGeprueft ? 'ja' : 'nein')],
  ['Vorbehalte', ({ vorbehalte }) => vorbehalte.map(({ grund }) => grund).join('; ') || 'keine'],
  ['Bemerkung', ({ bemerkung }) => bemerkung ?? ''],
];

function difference(before: Regel | null, after: Regel | null) {
  const rows = compared
    .map(([label, of]) => [label, before ? of(before) : '', after ? of(after) : ''] as const)
    .filter(([, old, now]) => old !== now);
  return table({
    caption: 'Regel vorher und nachher',
    captionHidden: true,
    columns: [{ label: 'Angabe' }, { label: 'Vorher', width: 'wide' }, { label: 'Nachher', width: 'wide' }],
    rows,
  });
}

function decisionForms(id: string, csrfToken: string, problems: readonly FieldProblem[]) {
  const yes = form(
    { action: `/regeln/vorschlaege/${id}/annehmen`, csrfToken, label: 'Annehmen' },
    button('Annehmen', { accessKey: 'a' }),
  );
  const no = form(
    { action: `/regeln/vorschlaege/${id}/ablehnen`, csrfToken, label: 'Ablehnen' },
    html`${textareaField({ name: 'antwort', label: 'Warum lehnen Sie ab?', rows: 3, maxLength: 1000, error: errorOf(problems, 'antwort') })}${button('Ablehnen', { kind: 'secondary' })}`,
  );
  return html`${section('Annehmen', yes, { lead: 'Danach gilt die Regel so für alle Ansichten, und sie ist von zwei Personen geprüft.' })}${section('Ablehnen', no)}`;
}
