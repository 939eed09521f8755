import { type FieldProblem, formatLocalDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { reviseContribution } from '../use-cases/contribute.ts';
import { inputOf } from '../use-cases/input-of.ts';
import { findBeitrag } from '../use-cases/read-beitraege.ts';
import { paths } from '../views/paths.ts';
import { formAnswer, keptOr, moreRows } from './form-answers.ts';
import { type Words, wordsFor } from './leistung-names.ts';
import { loesungForm } from './loesung-form.ts';
import { formOfInput, inputOfForm, notesOfForm } from './read-form.ts';

/** The form of an open contribution of one's own. */
export async function reviseBeitragPage(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await findBeitrag(deps, request.principal, request.params.id ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const beitrag = found.value;
  if (beitrag.inhalt === null) return { kind: 'redirect', to: paths.beitrag(beitrag.id) };
  const values = formOfInput(inputOf(beitrag.inhalt));
  values.set('version', String(beitrag.version));
  values.set('giltAb', beitrag.giltAb);
  values.set('begruendung', beitrag.begruendung);
  return formAnswer(reviseContent(await wordsFor(deps, request.principal), request, values, beitrag, []), []);
}

/** Takes the revised content. */
export async function receiveRevision(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const found = await findBeitrag(deps, principal, params.id ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  if (form.get('aktion') === 'zeilen')
    return formAnswer(
      reviseContent(await wordsFor(deps, request.principal), request, moreRows(form), found.value, []),
      [],
    );
  const target = { id: params.id ?? '', version: Number(form.get('version') ?? '0') };
  const kept = await reviseContribution(deps, principal, target, inputOfForm(form), notesOfForm(form));
  const words = await wordsFor(deps, request.principal);
  return keptOr(kept, (problems) => reviseContent(words, request, form, found.value, problems));
}

function reviseContent(
  words: Words,
  request: PageRequest,
  values: URLSearchParams,
  beitrag: Beitrag,
  problems: readonly FieldProblem[],
): PageContent {
  return {
    title: 'Beitrag überarbeiten',
    preline: `Beitrag vom ${formatLocalDate(beitrag.giltAb)}`,
    breadcrumb: [
      { label: 'Lösungen', href: paths.register },
      { label: 'Beiträge', href: paths.beitraege },
    ],
    error: problems.length > 0,
    main: loesungForm(values, problems, {
      action: paths.revise(beitrag.id),
      csrfToken: request.csrfToken,
      hidden: { version: values.get('version') ?? String(beitrag.version) },
      mayStayDraft: beitrag.eingereichtAm === null,
      ...words,
      submit: beitrag.eingereichtAm === null ? 'Beitrag senden' : 'Überarbeitung senden',
    }),
  };
}
