import { html } from 'hono/html';
import { formatLocalDate, type Refusal, type Result } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  type Principal,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  alert,
  button,
  buttonRow,
  form,
  formatInstant,
  problemsOf,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { DescriptionsDeps } from '../deps.ts';
import { preview, readText, type TextDetail } from '../use-cases/read-texts.ts';
import { type TextEditor, textEditor } from '../use-cases/text-editor.ts';
import {
  discardEntwurf,
  publishText,
  saveEntwurf,
  type TextTarget,
  withdrawText,
} from '../use-cases/write-text.ts';
import { done, flashOf, routeFor } from './answers.ts';
import { carried, paths } from './paths.ts';
import { inputFrom, inputOf, textForm } from './text-form.ts';
import { mergedHtml, spracheLabel } from './text-parts.ts';
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

interface Carry {
  readonly kommune: string;
  readonly sprache: string;
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
  const content = textContent(request, editor, found.value, reason);
  return reason === null ? page(content) : refusedPage(content, reason);
}

function textContent(
  request: PageRequest,
  editor: TextEditor,
  detail: TextDetail,
  reason: Refusal | null,
): PageContent {
  const { leistung, sprache, entwurf, versionen } = detail;
  const carry = { kommune: request.query.get('kommune') ?? '', sprache };
  const base = paths.text(leistung.id);
  const typed = reason !== null && request.form.has('name');
  const input = typed
    ? inputFrom(request.form)
    : inputOf(entwurf?.inhalt ?? versionen[0]?.inhalt ?? null, leistung.name);
  return {
    title: leistung.name,
    preline: `Eigener Text, ${spracheLabel[sprache] ?? sprache}, ${editor.kommune.name}`,
    breadcrumb: [{ label: 'Eigene Texte', href: carried(paths.texte, { kommune: carry.kommune }) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${stateOf(detail)}
      ${publishForms(request, detail, base, carry)}
      ${textForm({
        action: carried(`${base}/entwurf`, carry),
        previewHref: carried(`${base}/vorschau`, carry),
        csrfToken: request.csrfToken,
        version: entwurf?.version ?? 0,
        input,
        problems: problemsOf(reason),
        darueber: detail.darueber,
      })}${versionsSection(detail)}`,
  };
}

function stateOf({ entwurf, versionen }: TextDetail) {
  const [newest] = versionen;
  if (entwurf)
    return alert({
      kind: 'info',
      title: newest?.inhalt ? 'Entwurf einer neuen Fassung' : 'Entwurf, noch nicht veröffentlicht',
      body: `Gespeichert am ${formatInstant(entwurf.geaendertAm)}. Bürgerinnen und Bürger sehen ihn erst, wenn Sie ihn veröffentlichen.`,
    });
  if (!newest?.inhalt)
    return alert({
      kind: 'info',
      title: 'Kein eigener Text',
      body: 'Es gilt, was Land und Bund sagen. Abschnitte, die Sie leer lassen, bleiben von dort.',
    });
  return alert({
    kind: 'success',
    title: `Veröffentlicht, Fassung ${newest.nummer}`,
    body: `Seit ${formatInstant(newest.veroeffentlichtAm)}. Durchsicht bis ${formatLocalDate(newest.inhalt.pruefenBis)}.`,
  });
}

function publishForms(
  { csrfToken }: PageRequest,
  { entwurf, versionen }: TextDetail,
  base: string,
  carry: Carry,
) {
  const nummer = String(versionen[0]?.nummer ?? 0);
  const one = (
    path: string,
    label: string,
    hidden: Readonly<Record<string, string>>,
    kind: 'primary' | 'secondary',
  ) =>
    form(
      { action: carried(`${base}/${path}`, carry), csrfToken, hidden, label },
      buttonRow(button(label, { kind })),
    );
  if (entwurf)
    return html`${one('veroeffentlichen', 'Entwurf veröffentlichen', { nummer, version: String(entwurf.version) }, 'secondary')}
      ${one('verwerfen', 'Entwurf verwerfen', {}, 'secondary')}`;
  return versionen[0]?.inhalt ? one('zurueckziehen', 'Text zurückziehen', { nummer }, 'secondary') : '';
}

function versionsSection({ versionen }: TextDetail) {
  if (versionen.length === 0) return '';
  return section(
    'Fassungen',
    table({
      caption: 'Fassungen',
      captionHidden: true,
      columns: [{ label: 'Fassung' }, { label: 'Am' }, { label: 'Was' }, { label: 'Von' }],
      rows: versionen.map(({ nummer, inhalt, veroeffentlichtAm, veroeffentlichtVon }) => [
        String(nummer),
        formatInstant(veroeffentlichtAm),
        inhalt === null ? 'zurückgezogen' : `veröffentlicht, ${inhalt.abschnitte.length} Abschnitte`,
        veroeffentlichtVon,
      ]),
    }),
  );
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
