import { html } from 'hono/html';
import { type LocalDate, ok, type Refusal, type Result } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import { alert, buttonRow, linkButton, pageContents, problemsOf, refusalNotice } from '#ui';
import { statableParameters } from '../domain/all-parameters.ts';
import { type CheckItem, missingOf } from '../domain/check-item.ts';
import { valuesAt, wirksamAt } from '../domain/parameter-facts.ts';
import { moeglicheSchritte, type Schritt } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { schrittLabel } from '../messages.ts';
import { type Editor, readerOf } from '../use-cases/editor.ts';
import { goLiveCheck } from '../use-cases/go-live-check.ts';
import { type AnbindungDetail, readDetail } from '../use-cases/read-anbindungen.ts';
import { readableText } from '../views/parameter-text.ts';
import { confirmForm, historyPart, type PartContext, standPart } from './anbindung-parts.ts';
import { stepsPart } from './anbindung-steps.ts';
import { flashOf } from './answers.ts';
import { checkList } from './check-list.ts';
import { parameterForm } from './parameter-form.ts';

/** All that the pages of an Anbindung show. */
export interface Shown {
  readonly zustellpunkte: readonly { readonly value: string; readonly label: string }[];
  readonly editor: Editor;
  readonly detail: AnbindungDetail;
  readonly items: readonly CheckItem[];
  /** Where citizens find the service; `null` while they do not. */
  readonly portalHref: string | null;
}

export async function readShown(deps: EfaDeps, { principal, params }: PageRequest): Promise<Result<Shown>> {
  const editor = await readerOf(deps, principal);
  if (!editor.ok) return editor;
  const dienst = params.dienst ?? '';
  const detail = await readDetail(deps, editor.value, dienst);
  if (!detail.ok) return detail;
  const items = await goLiveCheck(deps, editor.value, dienst);
  if (!items.ok) return items;
  const zustellpunkte = (await deps.zustellpunkte(editor.value.kommune))
    .filter(({ state }) => state !== 'ended')
    .map(({ id, name }) => ({ value: id, label: name }));
  const { kommune } = editor.value;
  const isLive = detail.value.anbindung.zustand === 'live';
  const portalHref = isLive ? ((await deps.portalHref?.(kommune, dienst)) ?? null) : null;
  return ok({
    ...{ editor: editor.value, detail: detail.value, items: items.value },
    ...{ zustellpunkte, portalHref },
  });
}

/** What was typed and refused, so that it stands in the form again. */
export interface Typed {
  readonly refusal?: Refusal;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly giltAb?: string;
  readonly moreRowsFor?: string;
}

export function anbindungContent(
  deps: EfaDeps,
  { editor, detail, items, zustellpunkte, portalHref }: Shown,
  request: PageRequest,
  typed: Typed,
): PageContent {
  const { anbindung, angebot, facts } = detail;
  const { dienst } = anbindung;
  const today = deps.clock.today();
  const mayChange = request.principal?.permissions.has('efa.anbindung.manage') === true;
  const context: PartContext = {
    csrfToken: request.csrfToken,
    problems: problemsOf(typed.refusal ?? null),
    previewHref: deps.previewHref(editor.kommune, dienst),
    portalHref,
  };
  const edit = mayChange && anbindung.zustand !== 'beendet';
  const parameters = parameterForm(statableParameters(angebot.data, detail.newest.data), {
    dienst,
    version: anbindung.version,
    values: typed.values ?? valuesAt(facts, { date: today }),
    giltAb: typed.giltAb ?? today,
    problems: context.problems,
    moreRowsFor: typed.moreRowsFor ?? null,
    csrfToken: request.csrfToken,
    zustellpunkte,
    herkunft: herkunftOf(facts, today),
  });
  return {
    title: `Anbindung: ${angebot.data.title}`,
    preline: editor.kommune.name,
    wide: true,
    breadcrumb: [{ label: 'Anbindungen', href: '/anbindungen' }],
    ...flashOf(request),
    main: html`${refusalNotice(typed.refusal ?? null)}${storedMeanwhile(detail, typed, deps)}
      ${standPart(detail, context)}${mayChange ? stepsPart(detail, context) : ''}
      ${edit ? pageContents(furtherParts(items)) : ''}${anbindung.zustand === 'beendet' ? '' : checkList(items)}${edit ? parameters : ''}${historyPart(detail, today)}`,
    nextSteps: [
      { label: 'Checkliste und Prüfung vor dem Start', href: `/anbindungen/${dienst}/checkliste` },
      { label: 'Parameter prüfen', href: `/parameter/${dienst}/pruefung` },
      { label: 'Angenommene Werte bestätigen', href: `/anbindungen/${dienst}/annahmen` },
      { label: 'Was der Onlinedienst abdeckt', href: `/onlinedienste/${dienst}` },
      { label: 'Lücken', href: '/luecken' },
    ],
  };
}

/** What stands below the next step. */
function furtherParts(items: readonly CheckItem[]) {
  const missing = missingOf(items).length;
  return [
    {
      id: 'pruefung',
      label: 'Prüfung vor dem Start',
      note: missing === 0 ? 'alles Nötige ist da' : `${missing} ${missing === 1 ? 'fehlt' : 'fehlen'}`,
    },
    { id: 'abschnitt-parameter', label: 'Parameter: Ihre Werte eintragen' },
  ];
}

/** Which values come from above, and whether the Kommune may say otherwise. */
function herkunftOf(facts: AnbindungDetail['facts'], date: LocalDate) {
  return new Map(
    [...wirksamAt(facts, { date })].flatMap(([name, { fact }]) => {
      const { ebene, sagt, grundlage, verbindlich } = fact;
      if (ebene === 'kommune') return [];
      const satz = verbindlich
        ? `${sagt} gibt das verbindlich vor: ${grundlage}.`
        : `Vorschlag von ${sagt} (${grundlage}). Sie können etwas anderes eintragen.`;
      return [[name, { satz, fest: verbindlich }] as const];
    }),
  );
}

/** After a conflict: where the stored values differ from those that were typed. */
function storedMeanwhile(
  { angebot, newest, facts }: AnbindungDetail,
  { refusal: reason, values }: Typed,
  deps: EfaDeps,
) {
  if (reason?.code !== 'EFA_CHANGED_MEANWHILE' || values === undefined) return '';
  const stored = valuesAt(facts, { date: deps.clock.today() });
  const lines = statableParameters(angebot.data, newest.data).flatMap((definition) => {
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

const questions: Readonly<Partial<Record<Schritt, string>>> = {
  'live-schalten':
    'Danach finden Bürgerinnen und Bürger den Onlinedienst auf der Seite Ihrer Kommune und können Anträge stellen.',
  aussetzen:
    'Niemand kann dann neue Anträge absenden. Begonnene Anträge bleiben erhalten, und abgesendete bleiben bei der Stelle.',
  fortsetzen: 'Der Onlinedienst wird wieder nutzbar, sobald der Prüfung vor dem Start nichts mehr fehlt.',
  beenden:
    'Der Onlinedienst verschwindet von der Seite Ihrer Kommune. Abgesendete Anträge bleiben bei der Stelle. Die Werte bleiben im Verlauf. Den Vertrag mit dem Anbieter beendet das nicht: Das tut unter „Bestellungen“, wer für die Kommune bestellen darf.',
};

export function askContent(
  deps: EfaDeps,
  { editor, detail, items, portalHref }: Shown,
  request: PageRequest,
  schritt: Schritt,
  reason: Refusal | null,
): PageContent {
  const { dienst } = detail.anbindung;
  const { title } = detail.angebot.data;
  const previewHref = deps.previewHref(editor.kommune, dienst);
  const context = { csrfToken: request.csrfToken, problems: problemsOf(reason), previewHref, portalHref };
  const needsCheck = schritt === 'live-schalten' || schritt === 'fortsetzen';
  return {
    title: `${schrittLabel[schritt]}: ${title}`,
    preline: editor.kommune.name,
    lead: questions[schritt] ?? '',
    breadcrumb: [
      { label: 'Anbindungen', href: '/anbindungen' },
      { label: title, href: `/anbindungen/${dienst}` },
    ],
    main: moeglicheSchritte(detail.anbindung.zustand).includes(schritt)
      ? html`${refusalNotice(reason)}${needsCheck ? checkList(items) : ''}
      ${confirmForm(detail, schritt, context, request.form.get('grund') ?? '')}`
      : html`${refusalNotice(reason)}${standPart(detail, context)}${buttonRow(linkButton('Zur Anbindung', `/anbindungen/${dienst}`))}`,
  };
}
