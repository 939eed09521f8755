import type { Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { statableParameters } from '../domain/all-parameters.ts';
import type { Anbindung } from '../domain/anbindung.ts';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { stepImpossible } from '../errors.ts';
import { changeState, moveToNewest, planGoLive, type StepInput } from '../use-cases/change-state.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { saveParameters } from '../use-cases/save-parameters.ts';
import { anbindungContent, askContent, readShown } from './anbindung-content.ts';
import { done, type FlashName } from './answers.ts';
import { readParameterForm } from './read-parameter-form.ts';

const manage = { permission: 'efa.anbindung.manage' } as const;

const steps: readonly { readonly schritt: StepInput['schritt']; readonly asks: boolean }[] = [
  { schritt: 'testen', asks: false },
  { schritt: 'zurueck-zu-parametern', asks: false },
  { schritt: 'live-schalten', asks: true },
  { schritt: 'aussetzen', asks: true },
  { schritt: 'fortsetzen', asks: true },
  { schritt: 'beenden', asks: true },
  { schritt: 'neu-beginnen', asks: false },
];

/** One Anbindung: where it stands, what is missing, its parameters, its steps. */
export function anbindungRoutes(deps: EfaDeps): readonly PageRoute[] {
  const post = (capability: string, ending: string, handle: PageRoute['handle']): PageRoute => ({
    capability,
    method: 'POST',
    path: `/anbindungen/:dienst/${ending}`,
    access: manage,
    handle,
  });
  const simple =
    (act: (editor: Editor, ref: Ref, request: PageRequest) => Promise<Result<Anbindung>>, flash: FlashName) =>
    (request: PageRequest) =>
      changed(deps, request, flash, (editor) => act(editor, refOf(request), request));
  return [
    {
      capability: 'efa.anbindung',
      method: 'GET',
      path: '/anbindungen/:dienst',
      access: 'signed-in',
      handle: async (request) => {
        const shown = await readShown(deps, request);
        return shown.ok ? page(anbindungContent(deps, shown.value, request, {})) : refusal(shown.refusal);
      },
    },
    post('efa.anbindung.parameters', 'parameter', (request) => receiveParameters(deps, request)),
    post(
      'efa.anbindung.plan',
      'plan',
      simple(
        (editor, ref, { form }) =>
          planGoLive(deps, editor, { ...ref, geplantAm: form.get('geplantAm') ?? '' }),
        'plan',
      ),
    ),
    post(
      'efa.anbindung.move',
      'fassung',
      simple((editor, ref) => moveToNewest(deps, editor, ref), 'fassung'),
    ),
    ...steps.flatMap(({ schritt, asks }): readonly PageRoute[] => [
      post('efa.anbindung.step', schritt, (request) => receiveStep(deps, request, schritt, asks)),
      ...(asks ? [askRoute(deps, schritt)] : []),
    ]),
  ];
}

interface Ref {
  readonly dienst: string;
  readonly version: number;
}

function refOf({ params, form }: PageRequest): Ref {
  return { dienst: params.dienst ?? '', version: numberIn(form.get('version')) };
}

async function receiveParameters(deps: EfaDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const { angebot, newest } = shown.value.detail;
  const values = readParameterForm(statableParameters(angebot.data, newest.data), request.form);
  const giltAb = request.form.get('giltAb') ?? '';
  const [action, table] = (request.form.get('aktion') ?? '').split(':');
  if (action === 'zeilen' && table)
    return page(anbindungContent(deps, shown.value, request, { values, giltAb, moreRowsFor: table }));
  const ref = refOf(request);
  const result = await saveParameters(deps, editor.value, { ...ref, values, giltAb });
  if (result.ok) return done(`/anbindungen/${ref.dienst}`, 'parameter');
  const now = await readShown(deps, request);
  if (!now.ok) return refusal(now.refusal);
  return refusedPage(
    anbindungContent(deps, now.value, request, { refusal: result.refusal, values, giltAb }),
    result.refusal,
  );
}

async function changed(
  deps: EfaDeps,
  request: PageRequest,
  flash: FlashName,
  act: (editor: Editor) => Promise<Result<Anbindung>>,
): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const result = await act(editor.value);
  if (result.ok) return done(`/anbindungen/${result.value.dienst}`, flash);
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(result.refusal);
  return refusedPage(
    anbindungContent(deps, shown.value, request, { refusal: result.refusal }),
    result.refusal,
  );
}

async function receiveStep(
  deps: EfaDeps,
  request: PageRequest,
  schritt: StepInput['schritt'],
  asks: boolean,
): Promise<PageAnswer> {
  const grund = request.form.get('grund') ?? '';
  const act = (editor: Editor) => changeState(deps, editor, { ...refOf(request), schritt, grund });
  if (!asks) return changed(deps, request, schritt, act);
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const result = await act(editor.value);
  if (result.ok) return done(`/anbindungen/${result.value.dienst}`, schritt);
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  return refusedPage(askContent(deps, shown.value, request, schritt, result.refusal), result.refusal);
}

function askRoute(deps: EfaDeps, schritt: Schritt): PageRoute {
  return {
    capability: 'efa.anbindung.step',
    method: 'GET',
    path: `/anbindungen/:dienst/${schritt}`,
    access: manage,
    handle: async (request) => {
      const shown = await readShown(deps, request);
      if (!shown.ok) return refusal(shown.refusal);
      const { zustand } = shown.value.detail.anbindung;
      const reason = nachSchritt(zustand, schritt) === null ? stepImpossible(zustand, schritt) : null;
      const content = askContent(deps, shown.value, request, schritt, reason);
      return reason === null ? page(content) : refusedPage(content, reason);
    },
  };
}
