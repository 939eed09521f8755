import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { descriptionList, errorSummary, formatInstant, type Html, section, textLink } from '#ui';
import { type Beitrag, beitragStand } from '../domain/beitrag.ts';
import type { Register } from '../domain/register.ts';
import { beitragArtLabel, beitragStandLabel } from '../messages.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { changesOf } from '../use-cases/changes-of.ts';
import { refuseBeitrag, takeBeitrag, withdrawBeitrag } from '../use-cases/moderate.ts';
import { findBeitrag } from '../use-cases/read-beitraege.ts';
import { answerQuestion, askBack } from '../use-cases/talk.ts';
import { paths } from '../views/paths.ts';
import { beitragTitel } from './beitraege-page.ts';
import { beitragActions } from './beitrag-forms.ts';
import { changeList } from './history-table.ts';
import { type Words, wordsFor } from './leistung-names.ts';

type Act = (deps: SolutionsDeps, request: PageRequest) => Promise<PageAnswer>;

/** One contribution: what it says beside what stands there, the talk about it, and the forms of whoever may act. */
export const showBeitrag: Act = (deps, request) => showOne(deps, request, []);

export const receiveTake: Act = async (deps, request) =>
  done(deps, request, await takeBeitrag(deps, request.principal, readOf(request)));

export const receiveRefusal: Act = async (deps, request) => {
  const answer = request.form.get('antwort') ?? '';
  return done(deps, request, await refuseBeitrag(deps, request.principal, readOf(request), answer));
};

export const receiveWithdrawal: Act = async (deps, request) =>
  done(deps, request, await withdrawBeitrag(deps, request.principal, readOf(request)));

export const receiveQuestion: Act = async (deps, request) => {
  const text = request.form.get('text') ?? '';
  return done(deps, request, await askBack(deps, request.principal, request.params.id ?? '', text));
};

export const receiveAnswer: Act = async (deps, request) => {
  const text = request.form.get('text') ?? '';
  return done(deps, request, await answerQuestion(deps, request.principal, request.params.id ?? '', text));
};

function readOf({ params, form: values }: PageRequest) {
  return { id: params.id ?? '', version: Number(values.get('version') ?? '0') };
}

async function done(deps: SolutionsDeps, request: PageRequest, result: Result<Beitrag>): Promise<PageAnswer> {
  if (result.ok) return { kind: 'redirect', to: paths.beitrag(result.value.id) };
  return result.refusal.fields
    ? showOne(deps, request, result.refusal.fields)
    : { kind: 'refusal', refusal: result.refusal };
}

async function showOne(
  deps: SolutionsDeps,
  request: PageRequest,
  problems: readonly FieldProblem[],
): Promise<PageAnswer> {
  const found = await findBeitrag(deps, request.principal, request.params.id ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const words = await wordsFor(deps, request.principal);
  const content = contentOf(await deps.register(), words, found.value, request, problems);
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}

function contentOf(
  register: Register,
  words: Words,
  beitrag: Beitrag,
  request: PageRequest,
  problems: readonly FieldProblem[],
): PageContent {
  const own = beitrag.tenant === request.principal?.tenant;
  const revisable = own && beitrag.entscheidung === null && beitrag.inhalt !== null;
  return {
    title: beitragTitel(register, beitrag),
    preline: `Beitrag: ${beitragArtLabel[beitrag.art]}`,
    breadcrumb: [
      { label: 'Lösungen', href: paths.register },
      { label: 'Beiträge', href: paths.beitraege },
    ],
    error: problems.length > 0,
    main: html`${errorSummary(problems)}${facts(register, beitrag)}
      ${section('Was der Beitrag sagt', said(register, words, beitrag), { id: 'beitrag-sagt' })}
      ${section('Nachrichten', talk(beitrag), { id: 'nachrichten' })}
      ${beitragActions(beitrag, request, problems)}`,
    nextSteps: [
      ...(revisable ? [{ label: 'Beitrag überarbeiten', href: paths.revise(beitrag.id) }] : []),
      { label: 'Alle Beiträge', href: paths.beitraege },
    ],
  };
}

function facts(register: Register, beitrag: Beitrag): Html {
  const { loesungId, haus, beigetragenAm, entschiedenAm, antwort, begruendung, giltAb } = beitrag;
  const when = entschiedenAm === null ? '' : `, ${formatInstant(entschiedenAm)}`;
  return descriptionList([
    ['Stand', `${beitragStandLabel[beitragStand(beitrag)]}${when}`],
    ['Beigetragen', `von ${haus}, ${formatInstant(beigetragenAm)}`],
    ['Gilt ab', formatLocalDate(giltAb)],
    ['Lösung', register.byId.has(loesungId) ? textLink(paths.one(loesungId), loesungId) : null],
    ['Nachricht', begruendung],
    ['Antwort', antwort],
  ]);
}

function said(register: Register, words: Words, { art, inhalt, loesungId, inId }: Beitrag): Html | string {
  if (inhalt === null)
    return html`<p>${textLink(paths.one(loesungId), loesungId)} geht in ${textLink(paths.one(inId ?? ''), inId ?? '')} auf. Deren Angaben bleiben; was dort fehlt, kommt dazu. Keine Leistung geht verloren.</p>`;
  const before = art === 'neu' ? null : (register.byId.get(loesungId)?.fassungen.at(-1)?.inhalt ?? null);
  return changeList(changesOf(before, inhalt, words.felder), words.leistungName);
}

function talk({ nachrichten }: Beitrag): Html {
  if (nachrichten.length === 0) return html`<p>Noch keine.</p>`;
  return html`<ul class="kern-list">${nachrichten.map(
    ({ vonModeration, text, haus, geschriebenAm }) =>
      html`<li><strong>${vonModeration ? 'Rückfrage' : 'Antwort'}</strong> von ${haus}, ${formatInstant(geschriebenAm)}: ${text}</li>`,
  )}</ul>`;
}
