import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  flashesOf,
  formField,
  type PageAnswer,
  type PageRequest,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  button,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
} from '#ui';
import type { FinderDeps } from '../deps.ts';
import { wortArten } from '../domain/finder-input.ts';
import { aktionen, type Vorschlag } from '../domain/vorschlag.ts';
import { aktionLabel, artLabel, standOf } from '../messages.ts';
import { acceptVorschlag, rejectVorschlag, withdrawVorschlag } from '../use-cases/decide-vorschlag.ts';
import { findVorschlag } from '../use-cases/find-vorschlag.ts';
import { previewWort, type RangVergleich } from '../use-cases/preview-wort.ts';
import { proposeWort } from '../use-cases/propose-wort.ts';
import { deskCrumb } from './desk.ts';
import { paths } from './paths.ts';

const { done, flashOf } = flashesOf({
  vorgeschlagen: 'Der Vorschlag ist gemacht. Eine zweite Person entscheidet.',
  angenommen: 'Der Vorschlag ist angenommen. Das Wort gilt.',
  abgelehnt: 'Der Vorschlag ist abgelehnt.',
  zurueckgezogen: 'Der Vorschlag ist zurückgezogen.',
});

const crumb = [...deskCrumb, { label: 'Vorschläge', href: paths.vorschlaege }];

/** The form for a new proposal, with what the address says filled in. */
export async function showForm({ query, csrfToken }: PageRequest): Promise<PageAnswer> {
  return page(formContent(query, csrfToken, null));
}

export async function receiveForm(deps: FinderDeps, request: PageRequest): Promise<PageAnswer> {
  const given = (name: string) => formField(request.form, name);
  const made = await proposeWort(deps, request.principal, {
    aktion: given('aktion'),
    ziel: given('ziel'),
    art: given('art'),
    sprache: given('sprache') || 'de',
    wort: given('wort'),
    begruendung: given('begruendung'),
  });
  if (made.ok) return done(paths.vorschlag(made.value.id), 'vorgeschlagen');
  return refusedPage(formContent(request.form, request.csrfToken, made.refusal), made.refusal);
}

function formContent(values: URLSearchParams, csrfToken: string, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const field = (name: string) => ({ name, value: formField(values, name), error: errorOf(problems, name) });
  const fields = html`${selectField({ ...field('aktion'), label: 'Was soll geschehen?', placeholder: null, options: aktionen.map((value) => ({ value, label: aktionLabel[value] })) })}
    ${inputField({ ...field('wort'), label: 'Wort', hint: 'Ein Wort oder wenige Wörter, wie Menschen sie sagen.', maxLength: 60 })}
    ${inputField({ ...field('ziel'), label: 'Führt zu', hint: 'Die fünfstellige OZG-Nummer oder die Kennung der Leistung, zum Beispiel 10160 oder L02939.', width: 'medium' })}
    ${selectField({ ...field('art'), label: 'Art', placeholder: null, options: wortArten.map((value) => ({ value, label: artLabel[value] })) })}
    ${inputField({ ...field('sprache'), label: 'Sprache', hint: 'Nur bei Wörtern anderer Sprachen, mit zwei Buchstaben: en, tr, uk …', width: 'narrow', maxLength: 2, optional: true })}
    ${textareaField({ ...field('begruendung'), label: 'Begründung', rows: 3, maxLength: 500, optional: true })}
    ${button('Vorschlagen')}`;
  return {
    title: 'Wort vorschlagen',
    preline: 'Redaktion',
    breadcrumb: crumb,
    lead: 'Eine zweite Person sieht, was sich dadurch an den Treffern ändert, und entscheidet.',
    main: html`${refusalNotice(reason)}${form({ action: paths.vorschlaege, csrfToken, label: 'Wort vorschlagen' }, fields)}`,
  };
}

/** One proposal: what it says, what ranks where before and after, and the buttons of whoever may act. */
export async function showVorschlag(deps: FinderDeps, request: PageRequest): Promise<PageAnswer> {
  return one(deps, request, null);
}

async function one(deps: FinderDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const found = await findVorschlag(deps, request.principal, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const vorschlag = found.value;
  const comparison = vorschlag.entscheidung === null ? await previewWort(deps, vorschlag) : [];
  const content = {
    title: `„${vorschlag.wort}“`,
    preline: aktionLabel[vorschlag.aktion],
    breadcrumb: crumb,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${await facts(deps, vorschlag)}${comparisons(comparison)}${actions(vorschlag, request)}`,
    nextSteps: [{ label: 'Alle Vorschläge', href: paths.vorschlaege }],
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function facts(deps: FinderDeps, vorschlag: Vorschlag): Promise<Html> {
  const { ozgById, leistungById } = await deps.catalogue();
  const { ozgId, leistungId, art, sprache, haus, vorgeschlagenAm, begruendung } = vorschlag;
  const name = leistungId === null ? ozgById.get(ozgId ?? 0)?.name : leistungById.get(leistungId)?.name;
  return descriptionList([
    ['Stand', standOf(vorschlag)],
    ['Führt zu', `${leistungId ?? ozgId} ${name ?? ''}`],
    ['Art', sprache === 'de' ? artLabel[art] : `${artLabel[art]} (${sprache})`],
    ['Vorgeschlagen', `von ${haus}, ${formatInstant(vorgeschlagenAm)}`],
    ['Begründung', begruendung || null],
  ]);
}

function comparisons(vergleich: readonly RangVergleich[]): Html | '' {
  if (vergleich.length === 0) return '';
  const tables = vergleich.map(({ woerter, vorher, nachher }) =>
    table({
      caption: `Wer „${woerter}“ sucht`,
      columns: [{ label: 'Platz', width: 'narrow' }, { label: 'Vorher' }, { label: 'Nachher' }],
      rows: Array.from({ length: Math.max(vorher.length, nachher.length) }, (_, at) => [
        String(at + 1),
        vorher[at]?.name ?? '–',
        nachher[at]?.name ?? '–',
      ]),
    }),
  );
  return section('Was sich an den Treffern ändert', html`${tables}`, { id: 'wirkung' });
}

function actions(vorschlag: Vorschlag, { principal, csrfToken }: PageRequest): Html | '' {
  if (vorschlag.entscheidung !== null || principal === null) return '';
  const step = (name: string, label: string, kind: 'primary' | 'secondary') =>
    form({ action: `${paths.vorschlag(vorschlag.id)}/${name}`, csrfToken, label }, button(label, { kind }));
  const decides = vorschlag.recipient === principal.tenant;
  const mine = vorschlag.vorgeschlagenVon === principal.actor;
  const decisions = mine
    ? html`<p>Über einen eigenen Vorschlag entscheidet eine zweite Person.</p>`
    : html`${step('annehmen', 'Annehmen', 'primary')}${step('ablehnen', 'Ablehnen', 'secondary')}`;
  return html`<div class="lw-inline-form">${decides ? decisions : ''}${vorschlag.tenant === principal.tenant ? step('zurueckziehen', 'Zurückziehen', 'secondary') : ''}</div>`;
}

type Decide = (
  deps: FinderDeps,
  principal: PageRequest['principal'],
  id: string,
) => Promise<Result<Vorschlag>>;

function receive(decide: Decide, flash: 'angenommen' | 'abgelehnt' | 'zurueckgezogen') {
  return async (deps: FinderDeps, request: PageRequest): Promise<PageAnswer> => {
    const result = await decide(deps, request.principal, request.params.id ?? '');
    if (result.ok) return done(paths.vorschlag(result.value.id), flash);
    return result.refusal.kind === 'not-found' ? refusal(result.refusal) : one(deps, request, result.refusal);
  };
}

export const receiveAccept = receive(acceptVorschlag, 'angenommen');
export const receiveReject = receive(rejectVorschlag, 'abgelehnt');
export const receiveWithdraw = receive(withdrawVorschlag, 'zurueckgezogen');
