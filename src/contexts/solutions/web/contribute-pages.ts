import { type FieldProblem, formatLocalDate, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { contributeChange, contributeNew, reviseContribution } from '../use-cases/contribute.ts';
import { contributeEnd, contributeMerge } from '../use-cases/end-or-merge.ts';
import { inputOf } from '../use-cases/input-of.ts';
import { changeable } from '../use-cases/keep-beitrag.ts';
import { findBeitrag } from '../use-cases/read-beitraege.ts';
import { type LeistungName, leistungNames } from './leistung-names.ts';
import { loesungForm } from './loesung-form.ts';
import { loesungAnswer } from './loesung-page.ts';
import { paths } from './paths.ts';
import { formOfInput, inputOfForm, notesOfForm, rowStep, rowsOfForm } from './read-form.ts';

/** The empty form of a Lösung that is not in the register yet. */
export async function newLoesung(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const values = new URLSearchParams({ status: 'verfuegbar', quelleStand: deps.clock.today() });
  return formAnswer(newContent(await leistungNames(deps), request, values, []), []);
}

/** Takes a new Lösung, keeps it as a draft, or shows more rows. */
export async function receiveNew(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form } = request;
  if (form.get('aktion') === 'zeilen')
    return formAnswer(newContent(await leistungNames(deps), request, moreRows(form), []), []);
  const kept = await contributeNew(deps, request.principal, inputOfForm(form), notesOfForm(form));
  const leistungName = await leistungNames(deps);
  return keptOr(kept, (problems) => newContent(leistungName, request, form, problems));
}

function newContent(
  leistungName: LeistungName,
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
      leistungName,
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
  return formAnswer(changeContent(await leistungNames(deps), request, values, []), []);
}

/** Takes a change; one that rests on an older version is refused and nothing is overwritten. */
export async function receiveChange(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  if (form.get('aktion') === 'zeilen')
    return formAnswer(changeContent(await leistungNames(deps), request, moreRows(form), []), []);
  const target = { id: params.id ?? '', grundlage: form.get('grundlage') ?? '' };
  const kept = await contributeChange(deps, principal, target, inputOfForm(form), notesOfForm(form));
  const leistungName = await leistungNames(deps);
  return keptOr(kept, (problems) => changeContent(leistungName, request, form, problems));
}

function changeContent(
  leistungName: LeistungName,
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
      leistungName,
      submit: 'Änderung senden',
    }),
  };
}

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
  return formAnswer(reviseContent(await leistungNames(deps), request, values, beitrag, []), []);
}

/** Takes the revised content. */
export async function receiveRevision(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const found = await findBeitrag(deps, principal, params.id ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  if (form.get('aktion') === 'zeilen')
    return formAnswer(reviseContent(await leistungNames(deps), request, moreRows(form), found.value, []), []);
  const target = { id: params.id ?? '', version: Number(form.get('version') ?? '0') };
  const kept = await reviseContribution(deps, principal, target, inputOfForm(form), notesOfForm(form));
  const leistungName = await leistungNames(deps);
  return keptOr(kept, (problems) => reviseContent(leistungName, request, form, found.value, problems));
}

function reviseContent(
  leistungName: LeistungName,
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
      leistungName,
      submit: beitrag.eingereichtAm === null ? 'Beitrag senden' : 'Überarbeitung senden',
    }),
  };
}

/** Takes the last day of a Lösung. */
export async function receiveEnd(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const kept = await contributeEnd(deps, principal, {
    id: params.id ?? '',
    letzterTag: form.get('letzterTag') ?? '',
    begruendung: form.get('begruendung') ?? '',
  });
  return keptOnPage(deps, request, kept);
}

/** Takes the report of a duplicate. */
export async function receiveMerge(deps: SolutionsDeps, request: PageRequest): Promise<PageAnswer> {
  const { form, params, principal } = request;
  const kept = await contributeMerge(deps, principal, {
    id: params.id ?? '',
    inId: (form.get('inId') ?? '').trim(),
    begruendung: form.get('begruendung') ?? '',
  });
  return keptOnPage(deps, request, kept);
}

async function keptOnPage(
  deps: SolutionsDeps,
  request: PageRequest,
  kept: Result<Beitrag>,
): Promise<PageAnswer> {
  if (kept.ok) return { kind: 'redirect', to: paths.beitrag(kept.value.id) };
  return kept.refusal.fields
    ? loesungAnswer(deps, request, kept.refusal.fields)
    : { kind: 'refusal', refusal: kept.refusal };
}

function keptOr(
  kept: Result<Beitrag>,
  content: (problems: readonly FieldProblem[]) => PageContent,
): PageAnswer {
  if (kept.ok) return { kind: 'redirect', to: paths.beitrag(kept.value.id) };
  return kept.refusal.fields
    ? formAnswer(content(kept.refusal.fields), kept.refusal.fields)
    : { kind: 'refusal', refusal: kept.refusal };
}

function moreRows(values: URLSearchParams): URLSearchParams {
  const more = new URLSearchParams(values);
  more.set('zeilen', String(rowsOfForm(values) + rowStep));
  return more;
}

function formAnswer(content: PageContent, problems: readonly FieldProblem[]): PageAnswer {
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, content };
}
