import { html } from 'hono/html';
import { type Evaluation, nextPage, type PageReading, pageModel, pageToShow } from '#forms';
import { focusAddress, hasErrors, renderPage } from '#forms/pages';
import { type FieldProblem, formatLocalDate, ok, type Refusal, type Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { alert, type Html, textLink } from '#ui';
import { linkInvalid } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { type OpenDraft, openDraft } from '../use-cases/open-draft.ts';
import { type PageOutcome, savePage } from '../use-cases/save-page.ts';
import { addresses } from './addresses.ts';
import { competentLine } from './competent.ts';
import { type Desk, limited, redirect, withDoor } from './handling.ts';
import { newerVersionNotice } from './newer-version.ts';

/** Leads to where the applicant has to go on. */
export function whereNext(id: string, evaluation: Evaluation, wanted: string | null): string {
  const step = pageToShow(evaluation, wanted);
  return step.kind === 'page' ? addresses.page(id, step.page) : addresses.check(id);
}

/** A page of the form; one that is not its turn leads to the first that still needs something. */
export async function showPage(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const draft = await withDoor(desk, request, (tx, door) => openDraft(tx, desk.deps, desk.site, door));
  if (!draft.ok) return submittedOr(desk, request, draft.refusal);
  const { page = '' } = request.params;
  const to = whereNext(draft.value.door.id, draft.value.evaluation, page);
  if (to !== addresses.page(draft.value.door.id, page)) return redirect(to);
  return pageOf(desk.site, draft.value, request, { page });
}

/** An open page of a draft that was submitted meanwhile leads to the Antrag; anything else is refused. */
async function submittedOr(desk: Desk, request: PageRequest, refusal: Refusal): Promise<PageAnswer> {
  const door = await withDoor(desk, request, async (_, opened) => ok(opened));
  if (door.ok && refusal.code === linkInvalid.code) return redirect(addresses.antrag(door.value.id));
  return { kind: 'refusal', refusal };
}

interface Showing {
  readonly page: string;
  readonly problems?: readonly FieldProblem[];
  readonly revealed?: readonly string[];
  readonly conflict?: boolean;
  readonly status?: number;
}

function pageOf(site: PortalSite, draft: OpenDraft, request: PageRequest, showing: Showing): PageAnswer {
  const model = pageModel(draft.evaluation, showing.page);
  if (!model.ok) return { kind: 'refusal', refusal: model.refusal };
  const { id } = draft.door;
  const { problems, revealed } = showing;
  const main = renderPage(model.value, {
    action: `${addresses.page(id, showing.page)}?stand=${draft.version}`,
    csrfToken: request.csrfToken,
    backHref: model.value.previous === null ? null : addresses.page(id, model.value.previous),
    problems,
    revealed,
  });
  return {
    kind: 'page',
    status: showing.status ?? 200,
    content: {
      title: model.value.title,
      preline: draft.offer.titel,
      dienst: draft.offer.dienst.id,
      error: hasErrors({ problems, revealed }),
      breadcrumb: [{ label: 'Start', href: '/' }, { label: draft.offer.titel }],
      main: html`${competentLine(draft.offer, site)}${notices(draft, showing.conflict ?? false)}${newerVersionNotice(draft, request.csrfToken)}${main}${savedLine(draft)}`,
    },
  };
}

/** What the applicant must know of the service or of another tab, before the page. */
export function notices({ offer, fassung }: OpenDraft, conflict: boolean): Html {
  const say = (title: string, text: string) =>
    alert({ kind: 'warning', title, body: html`<p class="kern-body">${text}</p>`, live: true });
  return html`${
    conflict
      ? say(
          'In einem anderen Fenster wurde weitergearbeitet',
          'Diese Seite wurde noch nicht gespeichert. Sie sehen, was Sie hier eingegeben haben; Dateien müssen Sie noch einmal auswählen. Mit „Weiter“ gilt, was hier steht.',
        )
      : ''
  }${
    offer.ausgesetztGrund === null
      ? ''
      : say(
          'Dieser Onlinedienst ruht zurzeit',
          `${offer.ausgesetztGrund} Ihre Angaben werden gespeichert. Abschicken können Sie den Antrag, sobald der Dienst wieder läuft.`,
        )
  }${
    fassung === offer.fassung
      ? ''
      : say(
          'Das Formular wurde geändert',
          'Seit Ihrer letzten Bearbeitung gibt es eine neue Fassung. Ihre Angaben wurden übernommen; es können Fragen hinzugekommen sein.',
        )
  }`;
}

function savedLine({ door }: OpenDraft): Html {
  return html`<p class="kern-body kern-body--muted">Ihre Angaben sind bis zum ${formatLocalDate(door.loeschenAm)} gespeichert. ${textLink(addresses.link(door.id), 'Später weitermachen: Ihren Link anzeigen, drucken oder schicken')}</p>`;
}

/** Saves a page and goes on, or shows it again with what is wrong. */
export async function sendPage(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const allowed = limited(desk, 'save', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const draft = await withDoor(desk, request, (tx, door) => openDraft(tx, deps, site, door));
  if (!draft.ok) return submittedOr(desk, request, draft.refusal);
  const { page = '' } = request.params;
  const version = Number(request.query.get('stand') ?? Number.NaN);
  const { form, uploads } = request;
  const outcome = await savePage(deps, site, draft.value, { page, version, form, uploads });
  if (!outcome.ok) return { kind: 'refusal', refusal: outcome.refusal };
  return afterSave(site, request, draft.value, page, outcome.value);
}

function afterSave(
  site: PortalSite,
  request: PageRequest,
  draft: OpenDraft,
  page: string,
  outcome: PageOutcome,
): PageAnswer {
  const { id } = draft.door;
  if (outcome.kind === 'elsewhere') return redirect(whereNext(id, outcome.evaluation, null));
  const { reading } = outcome;
  if (outcome.kind === 'conflict') {
    const shown = { ...outcome.draft, evaluation: reading.evaluation };
    return pageOf(site, shown, request, { page, conflict: true, status: 409 });
  }
  const current = { ...draft, evaluation: reading.evaluation, version: outcome.version };
  if (outcome.problems.length > 0) {
    const { problems } = outcome;
    return pageOf(site, current, request, { page, problems, revealed: reading.revealed, status: 422 });
  }
  return redirect(nextAddress(id, page, reading));
}

function nextAddress(id: string, page: string, { evaluation, go, focus }: PageReading): string {
  if (go === 'stay') return focusAddress(addresses.page(id, page), focus);
  const next = nextPage(evaluation, page);
  return next.kind === 'page' ? addresses.page(id, next.page) : addresses.check(id);
}

/** The address of an Antrag itself: a draft goes on where it was left. */
export async function continueDraft(desk: Desk, request: PageRequest): Promise<Result<PageAnswer>> {
  const { deps, site } = desk;
  const draft = await withDoor(desk, request, (tx, door) => openDraft(tx, deps, site, door));
  if (!draft.ok) return draft;
  return ok(redirect(whereNext(draft.value.door.id, draft.value.evaluation, draft.value.seite)));
}
