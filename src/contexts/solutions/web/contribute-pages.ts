import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { contributeChange, contributeNew } from '../use-cases/contribute.ts';
import { inputOf } from '../use-cases/input-of.ts';
import { changeable } from '../use-cases/keep-beitrag.ts';
import { paths } from '../views/paths.ts';
import { formAnswer, keptOr, moreRows } from './form-answers.ts';
import { type Words, wordsFor } from './leistung-names.ts';
import { loesungForm } from './loesung-form.ts';
import { formOfInput, inputOfForm, notesOfForm } from './read-form.ts';

/** The empty form of a Lösung that is not in the register yet. */
export async function newLoesung(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const values = new URLSearchParams({ status: 'verfuegbar', quelleStand: deps.clock.today() });
  return formAnswer(newContent(await wordsFor(deps, request.principal), request, values, []), []);
}

/** Takes a new Lösung, keeps it as a draft, or shows more rows. */
export async function receiveNew(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form } = request;
  if (form.get('aktion') === 'zeilen')
    return formAnswer(newContent(await wordsFor(deps, request.principal), request, moreRows(form), []), []);
  const kept = await contributeNew(deps, request.principal, inputOfForm(form), notesOfForm(form));
  const words = await wordsFor(deps, request.principal);
  return keptOr(kept, (problems) => newContent(words, request, form, problems));
}

function newContent(
  words: Words,
  request: PageRequest,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): PageContent {
  return {
    title: 'Lösung beitragen',
    preline: 'Lösungen',
    breadcrumb: [{ label: 'Lösungen', href: paths.register }],
    lead: 'Die Lösung steht im Register, sobald eine zweite Person beim IT-Dienstleister sie übernommen hat.',
    error: problems.length > 0,
    main: loesungForm(values, problems, {
      action: paths.create,
      csrfToken: request.csrfToken,
      hidden: {},
      mayStayDraft: true,
      ...words,
      submit: 'Beitrag senden',
    }),
  };
}

/** The form with what the newest version of a Lösung says. */
export async function changeLoesung(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const newest = changeable(await deps.register(), request.params.id ?? '', null);
  if (!newest.ok) return { kind: 'refusal', refusal: newest.refusal };
  const values = formOfInput(inputOf(newest.value.inhalt));
  values.set('grundlage', newest.value.hash);
  return formAnswer(changeContent(await wordsFor(deps, request.principal), request, values, []), []);
}

/** Takes a change; one that rests on an older version is refused and nothing is overwritten. */
export async function receiveChange(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  if (form.get('aktion') === 'zeilen')
    return formAnswer(
      changeContent(await wordsFor(deps, request.principal), request, moreRows(form), []),
      [],
    );
  const target = { id: params.id ?? '', grundlage: form.get('grundlage') ?? '' };
  const kept = await contributeChange(deps, principal, target, inputOfForm(form), notesOfForm(form));
  const words = await wordsFor(deps, request.principal);
  return keptOr(kept, (problems) => changeContent(words, request, form, problems));
}

function changeContent(
  words: Words,
  request: PageRequest,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
): PageContent {
  const id = request.params.id ?? '';
  const name = values.get('name') || id;
  return {
    title: `„${name}“ ändern`,
    preline: 'Lösungen',
    breadcrumb: [
      { label: 'Lösungen', href: paths.register },
      { label: name, href: paths.one(id) },
    ],
    lead: 'Die Änderung gilt, sobald eine zweite Person sie übernommen hat. Die bisherige Fassung bleibt im Verlauf.',
    error: problems.length > 0,
    main: loesungForm(values, problems, {
      action: paths.change(id),
      csrfToken: request.csrfToken,
      hidden: { grundlage: values.get('grundlage') ?? '' },
      mayStayDraft: true,
      ...words,
      submit: 'Änderung senden',
    }),
  };
}
