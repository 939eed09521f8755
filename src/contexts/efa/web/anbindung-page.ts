import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import { alert } from '#ui';
import { allParameters } from '../domain/all-parameters.ts';
import type { Anbindung } from '../domain/anbindung.ts';
import type { CheckItem } from '../domain/check-item.ts';
import { valuesAt } from '../domain/parameter-facts.ts';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { stepImpossible } from '../errors.ts';
import { schrittLabel } from '../messages.ts';
import { changeState, moveToNewest, planGoLive, type StepInput } from '../use-cases/change-state.ts';
import { type Editor, editorOf, readerOf } from '../use-cases/editor.ts';
import { goLiveCheck } from '../use-cases/go-live-check.ts';
import { type AnbindungDetail, readDetail } from '../use-cases/read-anbindungen.ts';
import { saveParameters } from '../use-cases/save-parameters.ts';
import { confirmForm, historyPart, type PartContext, standPart, stepsPart } from './anbindung-parts.ts';
import {
  done,
  type FlashName,
  flashOf,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
  versionIn,
} from './answers.ts';
import { checkList } from './check-list.ts';
import { parameterForm } from './parameter-form.ts';
import { readableText } from './parameter-text.ts';
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
        return shown.ok ? page(content(deps, shown.value, request, {})) : refusal(shown.refusal);
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
  return { dienst: params.dienst ?? '', version: versionIn(form.get('version')) };
}

interface Shown {
  readonly editor: Editor;
  readonly detail: AnbindungDetail;
  readonly items: readonly CheckItem[];
}

async function readShown(deps: EfaDeps, { principal, params }: PageRequest): Promise<Result<Shown>> {
  const editor = await readerOf(deps, principal);
  if (!editor.ok) return editor;
  const dienst = params.dienst ?? '';
  const detail = await readDetail(deps, editor.value, dienst);
  if (!detail.ok) return detail;
  const items = await goLiveCheck(deps, editor.value, dienst);
  return items.ok
    ? { ok: true, value: { editor: editor.value, detail: detail.value, items: items.value } }
    : items;
}

/** What was typed and refused, so that it stands in the form again. */
interface Typed {
  readonly refusal?: Refusal;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly giltAb?: string;
  readonly moreRowsFor?: string;
}

function content(
  deps: EfaDeps,
  { editor, detail, items }: Shown,
  request: PageRequest,
  typed: Typed,
): PageContent {
  const { anbindung, angebot, facts } = detail;
  const { dienst } = anbindung;
  const today = deps.clock.today();
  const mayChange = request.principal?.permissions.has(manage.permission) === true;
  const context: PartContext = {
    csrfToken: request.csrfToken,
    problems: problemsOf(typed.refusal ?? null),
    previewHref: deps.previewHref(editor.kommune, dienst),
  };
  const edit = mayChange && anbindung.zustand !== 'beendet';
  const parameters = parameterForm(allParameters(angebot.data), {
    dienst,
    version: anbindung.version,
    values: typed.values ?? valuesAt(facts, { date: today }),
    giltAb: typed.giltAb ?? today,
    problems: context.problems,
    moreRowsFor: typed.moreRowsFor ?? null,
    csrfToken: request.csrfToken,
  });
  return {
    title: `Anbindung: ${angebot.data.title}`,
    preline: editor.kommune.name,
    wide: true,
    breadcrumb: [{ label: 'Anbindungen', href: '/anbindungen' }],
    ...flashOf(request),
    main: html`${refusalNotice(typed.refusal ?? null)}${storedMeanwhile(detail, typed, deps)}
      ${standPart(detail, context)}${mayChange ? stepsPart(detail, context) : ''}
      ${anbindung.zustand === 'beendet' ? '' : checkList(items)}${edit ? parameters : ''}${historyPart(detail, today)}`,
    nextSteps: [
      { label: 'Was der Onlinedienst abdeckt', href: `/onlinedienste/${dienst}` },
      { label: 'Lücken', href: '/luecken' },
    ],
  };
}

/** After a conflict: where the stored values differ from those that were typed. */
function storedMeanwhile(
  { angebot, facts }: AnbindungDetail,
  { refusal: reason, values }: Typed,
  deps: EfaDeps,
) {
  if (reason?.code !== 'EFA_CHANGED_MEANWHILE' || values === undefined) return '';
  const stored = valuesAt(facts, { date: deps.clock.today() });
  const lines = allParameters(angebot.data).flatMap((definition) => {
    const text = readableText(definition, stored[definition.id]);
    return text === readableText(definition, values[definition.id] || null)
      ? []
      : [`${definition.label}: ${text}`];
  });
  return alert({
    kind: 'info',
    title: 'Ihre Eingaben stehen noch im Formular. Gespeichert ist inzwischen:',
    body: html`<ul class="kern-list kern-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
  });
}

async function receiveParameters(deps: EfaDeps, request: PageRequest): Promise<PageAnswer> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return refusal(editor.refusal);
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const values = readParameterForm(allParameters(shown.value.detail.angebot.data), request.form);
  const giltAb = request.form.get('giltAb') ?? '';
  const [action, table] = (request.form.get('aktion') ?? '').split(':');
  if (action === 'zeilen' && table)
    return page(content(deps, shown.value, request, { values, giltAb, moreRowsFor: table }));
  const ref = refOf(request);
  const result = await saveParameters(deps, editor.value, { ...ref, values, giltAb });
  if (result.ok) return done(`/anbindungen/${ref.dienst}`, 'parameter');
  const now = await readShown(deps, request);
  if (!now.ok) return refusal(now.refusal);
  return refusedPage(
    content(deps, now.value, request, { refusal: result.refusal, values, giltAb }),
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
  return refusedPage(content(deps, shown.value, request, { refusal: result.refusal }), result.refusal);
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
      if (nachSchritt(zustand, schritt) === null) return refusal(stepImpossible(zustand, schritt));
      return page(askContent(deps, shown.value, request, schritt, null));
    },
  };
}

const questions: Readonly<Partial<Record<Schritt, string>>> = {
  'live-schalten':
    'Danach finden Bürgerinnen und Bürger den Onlinedienst auf der Seite Ihrer Kommune und können Anträge stellen.',
  aussetzen:
    'Niemand kann dann neue Anträge absenden. Begonnene Anträge bleiben erhalten, und abgesendete bleiben bei der Stelle.',
  fortsetzen: 'Der Onlinedienst wird wieder nutzbar, sobald die Prüfliste vollständig ist.',
  beenden:
    'Der Onlinedienst verschwindet von der Seite Ihrer Kommune. Abgesendete Anträge bleiben bei der Stelle. Die Werte bleiben im Verlauf.',
};

function askContent(
  deps: EfaDeps,
  { editor, detail, items }: Shown,
  request: PageRequest,
  schritt: Schritt,
  reason: Refusal | null,
): PageContent {
  const { dienst } = detail.anbindung;
  const { title } = detail.angebot.data;
  const previewHref = deps.previewHref(editor.kommune, dienst);
  const context = { csrfToken: request.csrfToken, problems: problemsOf(reason), previewHref };
  const needsCheck = schritt === 'live-schalten' || schritt === 'fortsetzen';
  return {
    title: `${schrittLabel[schritt]}: ${title}`,
    preline: editor.kommune.name,
    lead: questions[schritt] ?? '',
    breadcrumb: [
      { label: 'Anbindungen', href: '/anbindungen' },
      { label: title, href: `/anbindungen/${dienst}` },
    ],
    main: html`${refusalNotice(reason)}${needsCheck ? checkList(items) : ''}
      ${confirmForm(detail, schritt, context, request.form.get('grund') ?? '')}`,
  };
}
