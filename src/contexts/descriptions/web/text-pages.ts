import type { Refusal, Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  type Principal,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert } from '#ui';
import type { DescriptionsDeps } from '../deps.ts';
import { preview, readText } from '../use-cases/read-texts.ts';
import { type TextEditor, textEditor } from '../use-cases/text-editor.ts';
import {
  discardEntwurf,
  publishText,
  saveEntwurf,
  type TextTarget,
  withdrawText,
} from '../use-cases/write-text.ts';
import { done, routeFor } from './answers.ts';
import { type Carry, carried, paths } from './paths.ts';
import { inputFrom } from './text-form.ts';
import { textContent, whoWrote } from './text-page.ts';
import { mergedHtml } from './text-parts.ts';
import { showTexts } from './texts-page.ts';

/** Writing, looking at, publishing and taking back own texts. */
export function textPages(deps: DescriptionsDeps): readonly PageRoute[] {
  const route = routeFor('edit');
  const at = `${paths.texte}/:leistung`;
  const act = (
    capability: string,
    path: string,
    flash: Parameters<typeof done>[1],
    run: (editor: TextEditor, target: TextTarget, request: PageRequest) => Promise<Result<unknown>>,
  ) =>
    route(capability, 'POST', `${at}/${path}`, (request, principal) =>
      within(deps, request, principal, async (editor, target, carry) => {
        const result = await run(editor, target, request);
        if (result.ok) return done(carried(paths.text(target.leistung), carry), flash);
        return shown(deps, request, editor, target, result.refusal);
      }),
    );
  return [
    route('descriptions.text.list', 'GET', paths.texte, (request, principal) =>
      showTexts(deps, request, principal),
    ),
    route('descriptions.text.read', 'GET', `${paths.texte}/oeffnen`, (request, principal) =>
      open(deps, request, principal),
    ),
    route('descriptions.text.read', 'GET', at, (request, principal) =>
      within(deps, request, principal, (editor, target) => shown(deps, request, editor, target, null)),
    ),
    route('descriptions.describe', 'GET', `${at}/vorschau`, (request, principal) =>
      within(deps, request, principal, (editor, target, carry) => shownPreview(deps, editor, target, carry)),
    ),
    act('descriptions.text.draft', 'entwurf', 'entwurf', (editor, target, { form: values }) =>
      saveEntwurf(deps, editor, target, { ...inputFrom(values), version: numberIn(values.get('version')) }),
    ),
    act(
      'descriptions.text.publish',
      'veroeffentlichen',
      'veroeffentlicht',
      (editor, target, { form: values }) =>
        publishText(deps, editor, target, {
          version: numberIn(values.get('version')),
          nummer: numberIn(values.get('nummer')),
        }),
    ),
    act('descriptions.text.withdraw', 'zurueckziehen', 'zurueckgezogen', (editor, target, { form: values }) =>
      withdrawText(deps, editor, target, numberIn(values.get('nummer'))),
    ),
    act('descriptions.text.discard', 'verwerfen', 'entwurf-weg', (editor, target) =>
      discardEntwurf(deps, editor, target),
    ),
  ];
}

async function within(
  deps: DescriptionsDeps,
  { query, params }: PageRequest,
  principal: Principal,
  answer: (editor: TextEditor, target: TextTarget, carry: Carry) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const carry = { kommune: query.get('kommune') ?? '', sprache: query.get('sprache') ?? 'de' };
  const editor = await textEditor(deps, principal, carry.kommune);
  if (!editor.ok) return refusal(editor.refusal);
  return answer(editor.value, { leistung: params.leistung ?? '', sprache: carry.sprache }, carry);
}

/** Leads from what somebody typed to the page of that text. */
async function open(deps: DescriptionsDeps, request: PageRequest, principal: Principal): Promise<PageAnswer> {
  return within(deps, request, principal, async (editor, { sprache }, carry) => {
    const leistung = request.query.get('leistung') ?? '';
    const found = await readText(deps, editor, { leistung, sprache });
    if (!found.ok) return refusal(found.refusal);
    return { kind: 'redirect', to: carried(paths.text(found.value.leistung.id), carry) };
  });
}

async function shown(
  deps: DescriptionsDeps,
  request: PageRequest,
  editor: TextEditor,
  target: TextTarget,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const found = await readText(deps, editor, target);
  if (!found.ok) return refusal(found.refusal);
  const who = await whoWrote(deps, editor, found.value);
  const content = textContent(request, editor, found.value, { reason, who });
  return reason === null ? page(content) : refusedPage(content, reason);
}

async function shownPreview(
  deps: DescriptionsDeps,
  editor: TextEditor,
  target: TextTarget,
  carry: Carry,
): Promise<PageAnswer> {
  const found = await readText(deps, editor, target);
  if (!found.ok) return refusal(found.refusal);
  const { leistung } = found.value;
  const merged = preview(found.value, editor);
  const back = { label: leistung.name, href: carried(paths.text(leistung.id), carry) };
  return page({
    title: merged?.name ?? leistung.name,
    preline: `Vorschau für ${editor.kommune.name}`,
    lead: 'So lesen es Bürgerinnen und Bürger: je Abschnitt der Text der Ebene, die ihnen am nächsten ist.',
    breadcrumb: [{ label: 'Eigene Texte', href: carried(paths.texte, { kommune: carry.kommune }) }, back],
    main: merged
      ? mergedHtml(merged)
      : alert({ kind: 'info', title: 'Noch sagt keine Ebene etwas zu dieser Leistung.' }),
    nextSteps: [{ ...back, label: 'Zurück zum Text' }],
  });
}
