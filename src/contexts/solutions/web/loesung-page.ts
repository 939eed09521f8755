import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageContent, type PageRequest } from '#platform';
import { alert, dateForm, errorSummary, formatNumber, type Html, section } from '#ui';
import type { LoesungStand } from '../domain/loesung.ts';
import type { Nutzung } from '../domain/matching-gewichte.ts';
import { artLabel, statusLabel } from '../messages.ts';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';
import { type FoundLoesung, findLoesung } from '../use-cases/find-loesung.ts';
import { paths } from '../views/paths.ts';
import { rowOf } from '../views/register-row.ts';
import { endAndMergeForms } from './end-merge-forms.ts';
import { historyTable } from './history-table.ts';
import { wordsFor } from './leistung-names.ts';
import { efa, facts, leistungen, used } from './loesung-parts.ts';

/** One Lösung: what it is, what it contains, who uses it, what it said before. */
export function showLoesung(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  return loesungAnswer(deps, request, []);
}

/** The same page with what is wrong in one of its forms. */
export async function loesungAnswer(
  deps: SolutionsDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const found = findLoesung(await deps.register(), request.params.id ?? '', date.value);
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { stand } = found.value;
  const nutzung = await deps.nutzung(request.principal, [stand.id]);
  const content = await contentOf(
    deps,
    request,
    found.value,
    date.value,
    nutzung.get(stand.id) ?? null,
    problems,
  );
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

async function contentOf(
  deps: SolutionsDeps,
  request: PageRequest,
  { loesung, stand, aufgegangen }: FoundLoesung,
  date: LocalDate,
  nutzung: Nutzung | null,
  problems: readonly FieldProblem[],
): Promise<PageContent> {
  const row = rowOf(await deps.catalogue(), stand);
  const rueckfragen = await deps.rueckfragen(request.principal, { art: 'loesung', id: stand.id });
  const nutzen = deps.nutzenHref(request.principal, stand.id);
  const words = await wordsFor(deps, request.principal);
  const mayPropose = request.principal?.permissions.has(solutionsPermissions.propose) === true;
  const mayChange = mayPropose && stand.herkunft !== 'angebot';
  return {
    title: stand.inhalt.name,
    preline: artLabel[stand.inhalt.art],
    breadcrumb: [{ label: 'Lösungen', href: paths.register }],
    lead: `Stand am ${formatLocalDate(date)}.`,
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${aufgegangen === null ? '' : merged(aufgegangen, stand)}${late(stand)}
      ${dateForm(paths.one(stand.id), date)}${facts(stand, words.felder, date)}
      ${section(`Enthaltene Leistungen (${formatNumber(row.leistungen.length)})`, leistungen(row, stand), { id: 'leistungen' })}
      ${section('EfA-Mindestanforderungen', efa(stand), { id: 'efa' })}
      ${section('Wer sie nutzt', used(nutzung, stand), { id: 'nutzung' })}
      ${rueckfragen}${section('Fassungen', historyTable(loesung, words), { id: 'fassungen' })}
      ${mayChange ? endAndMergeForms(stand, request, problems) : ''}`,
    nextSteps: [
      ...(nutzen === null ? [] : [{ label: 'Wem sie am meisten hilft', href: nutzen }]),
      ...nextSteps(stand, mayChange),
    ],
  };
}

function nextSteps({ id, herkunft }: LoesungStand, mayChange: boolean) {
  return [
    ...(mayChange ? [{ label: 'Änderung beitragen', href: paths.change(id) }] : []),
    ...(herkunft === 'angebot'
      ? [
          { label: 'Was er kostet, und bestellen', href: `/marktplatz/${id.replace(/^angebot-/, '')}` },
          { label: 'Zum Angebot des Onlinedienstes', href: `/onlinedienste/${id.replace(/^angebot-/, '')}` },
        ]
      : []),
    { label: 'Alle Lösungen', href: paths.register },
  ];
}

function merged(from: string, { inhalt }: LoesungStand): Html {
  return alert({
    kind: 'info',
    title: `„${from}“ ist hier aufgegangen`,
    body: `Zwei Einträge meinten dieselbe Lösung. Was der andere sagte, steht in „${inhalt.name}“ und in den Fassungen.`,
  });
}

function late({ terminVerstrichen, inhalt }: LoesungStand): Html | '' {
  if (!terminVerstrichen || inhalt.verfuegbarAb === null) return '';
  return alert({
    kind: 'warning',
    title: 'Der geplante Tag ist vorbei',
    body: `Geplant war der ${formatLocalDate(inhalt.verfuegbarAb)}. Dass es die Lösung gibt, hat seither niemand gesagt; sie zählt weiter als „${statusLabel[inhalt.status]}“.`,
  });
}
