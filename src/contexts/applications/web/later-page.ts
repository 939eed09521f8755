import { html } from 'hono/html';
import { changesBetween, pageModel, pageToShow } from '#forms';
import { focusAddress, hasErrors, renderPage, renderSummary } from '#forms/pages';
import {
  compareLocalDates,
  type FieldProblem,
  formatLocalDate,
  ok,
  type Refusal,
  type Result,
  statusOfRefusal,
} from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, button, buttonRow, form, type Html, linkButton, section, textLink } from '#ui';
import { messages } from '../messages.ts';
import { type OpenLater, openLater } from '../use-cases/open-nachforderung.ts';
import { type LaterOutcome, pageAfterLater, saveLaterPage } from '../use-cases/save-later-page.ts';
import { sendLater } from '../use-cases/send-later.ts';
import { addresses } from './addresses.ts';
import { type Desk, limited, redirect, withDoor } from './handling.ts';
import { askedList, changesList, isWanted } from './later-parts.ts';

const words = messages.nachforderung;

/** Why something is wanted, what, until when, and the way to the small form. */
export async function showLater(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const opened = await openedOf(desk, request);
  if (!opened.ok) return { kind: 'refusal', refusal: opened.refusal };
  const later = opened.value;
  if (!isWanted(later.antrag, later)) return redirect(addresses.antrag(later.antrag.door.id));
  const { asked, row, antrag } = later;
  const begin = linkButton(row.version > 0 ? 'Weitermachen' : 'Jetzt nachreichen', whereNext(later, null));
  return {
    kind: 'page',
    content: {
      ...headOf(later, words.title),
      lead: words.lead(formatLocalDate(row.frist)),
      main: html`${lateNotice(later)}${section('Warum wir das brauchen', html`${asked.grund.split('\n').map((line) => html`<p class="kern-body lw-measure">${line}</p>`)}`)}${section('Was wir brauchen', askedList(asked.felder))}<p class="kern-body lw-measure">${words.how}</p>${buttonRow(begin, linkButton('Zum Antrag', addresses.antrag(antrag.door.id), { kind: 'secondary' }))}`,
    },
  };
}

/** A page of the small form; one that is not its turn leads to the first that still needs something. */
export async function showLaterPage(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const opened = await openedOf(desk, request);
  if (!opened.ok) return { kind: 'refusal', refusal: opened.refusal };
  const later = opened.value;
  if (!isWanted(later.antrag, later)) return redirect(addresses.antrag(later.antrag.door.id));
  const { page = '' } = request.params;
  const to = whereNext(later, page);
  if (to !== addresses.laterPage(later.antrag.door.id, later.row.id, page)) return redirect(to);
  return pageOf(later, request, { page });
}

/** Saves a page and goes on, or shows it again with what is wrong. */
export async function sendLaterPage(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const allowed = limited(desk, 'save', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const opened = await openedOf(desk, request);
  if (!opened.ok) return { kind: 'refusal', refusal: opened.refusal };
  const { page = '' } = request.params;
  const { form: sentForm, uploads } = request;
  const sent = { page, version: versionIn(request), form: sentForm, uploads };
  const outcome = await saveLaterPage(desk.deps, desk.site, opened.value, sent);
  if (!outcome.ok) return { kind: 'refusal', refusal: outcome.refusal };
  return afterSave(request, opened.value, page, outcome.value);
}

/** What will be sent, each change beside what it was, and the button that sends it. */
export async function showLaterCheck(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const opened = await openedOf(desk, request);
  if (!opened.ok) return { kind: 'refusal', refusal: opened.refusal };
  if (!isWanted(opened.value.antrag, opened.value))
    return redirect(addresses.antrag(opened.value.antrag.door.id));
  return checkPage(opened.value, request, null);
}

/** Sends the answer, exactly once however often the button is pressed. */
export async function submitLater(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const allowed = limited(desk, 'submit', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const { id = '', nachforderung } = request.params;
  const sent = await withDoor(desk, request, async (_, door) => ok(door));
  if (!sent.ok) return { kind: 'refusal', refusal: sent.refusal };
  const wanted = { id: nachforderung, version: versionIn(request) };
  const done = await sendLater(desk.deps, desk.site, sent.value, wanted);
  if (done.ok) return redirect(`${addresses.antrag(id)}?nachgereicht`);
  const opened = await openedOf(desk, request);
  return opened.ok && isWanted(opened.value.antrag, opened.value)
    ? checkPage(opened.value, request, done.refusal)
    : { kind: 'refusal', refusal: done.refusal };
}

function openedOf({ deps, site }: Desk, request: PageRequest): Promise<Result<OpenLater>> {
  return withDoor({ deps, site }, request, (tx, door) =>
    openLater(tx, deps, site, door, request.params.nachforderung),
  );
}

function versionIn(request: PageRequest): number {
  return Number(request.query.get('stand') ?? Number.NaN);
}

/** Where to go on: the wanted page where it is its turn, the first that still needs something, or the check. */
function whereNext({ part, antrag, row, draft }: OpenLater, wanted: string | null): string {
  if (wanted === null && draft.seite === null && pageToShow(part, null).kind !== 'page')
    return addresses.laterCheck(antrag.door.id, row.id);
  const step = pageToShow(part, wanted ?? draft.seite ?? null);
  const { id } = antrag.door;
  return step.kind === 'page' ? addresses.laterPage(id, row.id, step.page) : addresses.laterCheck(id, row.id);
}

function headOf(
  { antrag, row }: OpenLater,
  title: string,
): Pick<PageContent, 'title' | 'preline' | 'breadcrumb'> {
  const { id } = antrag.door;
  const { nummer, kommune } = antrag.row;
  const stelle = antrag.sendungen.find(({ nr }) => nr === row.sendung)?.jetztBei;
  return {
    title,
    preline: [`Antrag ${nummer}`, stelle, kommune].filter(Boolean).join(', '),
    breadcrumb: [
      { label: 'Start', href: '/' },
      { label: `Antrag ${nummer}`, href: addresses.antrag(id) },
      ...(title === words.title ? [] : [{ label: words.title, href: addresses.later(id, row.id) }]),
      { label: title },
    ],
  };
}

/** The day has passed: it still goes, and the office sees that it is late. */
function lateNotice({ row, offer }: OpenLater): Html | '' {
  if (compareLocalDates(offer.context.today, row.frist) <= 0) return '';
  return alert({
    kind: 'warning',
    title: words.overdue(formatLocalDate(row.frist)),
    body: html`<p class="kern-body">${words.overdueSays}</p>`,
  });
}

interface Showing {
  readonly page: string;
  readonly problems?: readonly FieldProblem[];
  readonly revealed?: readonly string[];
  readonly conflict?: boolean;
  readonly status?: number;
}

function pageOf(later: OpenLater, request: PageRequest, showing: Showing): PageAnswer {
  const model = pageModel(later.part, showing.page);
  if (!model.ok) return { kind: 'refusal', refusal: model.refusal };
  const { antrag, row } = later;
  const { id } = antrag.door;
  const { problems, revealed } = showing;
  const { previous } = model.value;
  const main = renderPage(model.value, {
    action: `${addresses.laterPage(id, row.id, showing.page)}?stand=${row.version}`,
    csrfToken: request.csrfToken,
    backHref: previous === null ? addresses.later(id, row.id) : addresses.laterPage(id, row.id, previous),
    ...{ problems, revealed },
  });
  const told = showing.conflict
    ? alert({
        kind: 'warning',
        title: words.conflict,
        body: html`<p class="kern-body">${words.conflictSays}</p>`,
        live: true,
      })
    : '';
  return {
    kind: 'page',
    status: showing.status ?? 200,
    content: {
      ...headOf(later, model.value.title),
      error: hasErrors({ problems, revealed }),
      main: html`${told}${lateNotice(later)}${main}<p class="kern-body kern-body--muted">${words.saved} ${textLink(addresses.link(id), 'Ihren Link anzeigen')}</p>`,
    },
  };
}

function afterSave(request: PageRequest, opened: OpenLater, page: string, outcome: LaterOutcome): PageAnswer {
  if (outcome.kind === 'elsewhere') return redirect(whereNext(opened, null));
  const { later } = outcome;
  if (outcome.kind === 'conflict') return pageOf(later, request, { page, conflict: true, status: 409 });
  const { problems, revealed, go, focus } = outcome;
  if (problems.length > 0) return pageOf(later, request, { page, problems, revealed, status: 422 });
  const here = addresses.laterPage(later.antrag.door.id, later.row.id, page);
  if (go === 'stay') return redirect(focusAddress(here, focus));
  const next = pageAfterLater(later.part, page);
  const { id } = later.antrag.door;
  return redirect(
    next === null ? addresses.laterCheck(id, later.row.id) : addresses.laterPage(id, later.row.id, next),
  );
}

function checkPage(later: OpenLater, request: PageRequest, refused: Refusal | null): PageAnswer {
  const { part, antrag, row, before, whole } = later;
  const { id } = antrag.door;
  const step = pageToShow(part, null);
  if (refused === null && step.kind === 'page') return redirect(addresses.laterPage(id, row.id, step.page));
  const notice =
    refused === null
      ? ''
      : alert({
          kind: 'warning',
          title: words.notSent,
          body: html`<p class="kern-body">${refused.message}</p>`,
          live: true,
        });
  const send = form(
    { action: addresses.laterSend(id, row.id, row.version), csrfToken: request.csrfToken },
    buttonRow(button('Nachreichung abschicken')),
  );
  return {
    kind: 'page',
    status: refused === null ? 200 : statusOfRefusal(refused.kind),
    content: {
      ...headOf(later, 'Prüfen und abschicken'),
      main: html`${notice}${lateNotice(later)}${renderSummary(part, { pageHref: (page) => addresses.laterPage(id, row.id, page) })}${section('Was sich ändert', changesList(changesBetween(before, whole)))}<p class="kern-body lw-measure">${words.whatHappens}</p>${send}`,
    },
  };
}
