import { html } from 'hono/html';
import { feeOf, isSubmittable, missing, pageToShow } from '#forms';
import { renderSummary } from '#forms/pages';
import { formatLocalDate, ok, type Refusal, type Result, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { alert, button, buttonRow, form, type Html, linkButton, section } from '#ui';
import { loeschtagBeiEingang } from '../domain/frist.ts';
import { changedElsewhere, incomplete, linkInvalid } from '../errors.ts';
import { messages } from '../messages.ts';
import type { PortalSite } from '../portal-site.ts';
import { fristOf } from '../use-cases/antrag-content.ts';
import { type OpenDraft, openDraft } from '../use-cases/open-draft.ts';
import { stellenOf } from '../use-cases/parts-to-send.ts';
import { submitAntrag } from '../use-cases/submit.ts';
import { addresses } from './addresses.ts';
import { competentLine } from './competent.ts';
import { notices, whereNext } from './form-page.ts';
import { type Desk, limited, redirect, withDoor } from './handling.ts';
import { newerVersionNotice } from './newer-version.ts';

/** All answers, what is missing, what it costs, who gets it, and the button that submits. */
export async function showCheck(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const draft = await openCheck(desk, request);
  if (draft.ok) return checkPage(desk.site, draft.value, request, null);
  if (draft.refusal.code !== linkInvalid.code) return { kind: 'refusal', refusal: draft.refusal };
  // Submitted meanwhile, or no door at all; the address of the Antrag says which.
  const { id = '' } = request.params;
  return redirect(addresses.antrag(id));
}

/** A draft, and the offices that would get it. */
interface Checked extends OpenDraft {
  readonly stellen: readonly string[];
}

function openCheck({ deps, site }: Desk, request: PageRequest): Promise<Result<Checked>> {
  return withDoor({ deps, site }, request, async (tx, door) => {
    const draft = await openDraft(tx, deps, site, door);
    if (!draft.ok) return draft;
    return ok({ ...draft.value, stellen: await stellenOf(tx, deps, site, draft.value) });
  });
}

function checkPage(
  site: PortalSite,
  draft: Checked,
  request: PageRequest,
  refused: Refusal | null,
): PageAnswer {
  const { evaluation, door, offer } = draft;
  const exit = pageToShow(evaluation, null);
  const ready = isSubmittable(evaluation);
  if (!ready && missing(evaluation).length === 0 && exit.kind === 'page')
    return redirect(whereNext(door.id, evaluation, null));
  const summary = renderSummary(evaluation, { pageHref: (page) => addresses.page(door.id, page) });
  return {
    kind: 'page',
    status: refused === null ? 200 : statusOfRefusal(refused.kind),
    content: {
      title: 'Angaben prüfen und abschicken',
      preline: offer.titel,
      dienst: offer.dienst.id,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: offer.titel }],
      main: html`${competentLine(offer, site)}${refused === null ? '' : refusedNotice(refused)}${notices(draft, false)}${newerVersionNotice(draft, request.csrfToken)}${summary}${whatHappens(draft)}${buttons(draft, request, ready)}`,
    },
  };
}

/** Why it was not sent; the draft stays on the page, so that nobody looks for it. */
function refusedNotice({ kind, message }: Refusal): Html {
  const title = kind === 'unavailable' ? 'Noch nicht abgeschickt' : 'Bitte prüfen Sie noch einmal';
  return alert({ kind: 'warning', title, body: html`<p class="kern-body">${message}</p>`, live: true });
}

function whatHappens({ offer, evaluation, stellen }: Checked): Html {
  const pays = feeOf(evaluation).lines.length > 0;
  const { today } = offer.context;
  const frist = fristOf(offer, today);
  const rule = { fristAb: frist.ab, fristTage: frist.tage, fristGrundlage: frist.grundlage };
  return section(
    'Was nach dem Abschicken geschieht',
    html`<p class="kern-body lw-measure">${whoReads(stellen)}${pays ? ' Zahlen müssen Sie jetzt nichts; Kosten zahlen Sie nach dem Bescheid.' : ''}</p>
<p class="kern-body lw-measure">${messages.receipt.loeschregel(rule)} Heute abgeschickt wäre das der ${formatLocalDate(loeschtagBeiEingang(frist, today))}.</p>`,
  );
}

function whoReads(stellen: readonly string[]): string {
  const [only] = stellen;
  if (stellen.length < 2)
    return `Der Antrag wird für diese Stelle verschlüsselt und nur dort gelesen: ${only ?? 'die zuständige Stelle'}.`;
  return `Der Antrag geht an ${stellen.length} Stellen: ${stellen.join(', ')}. Jede bekommt nur, was sie braucht, für sie verschlüsselt.`;
}

function buttons(
  { door, version, evaluation, offer }: OpenDraft,
  request: PageRequest,
  ready: boolean,
): Html {
  const later = linkButton('Später abschicken', addresses.link(door.id), { kind: 'secondary' });
  if (offer.ausgesetztGrund !== null) return buttonRow(later);
  if (!ready) return buttonRow(linkButton('Fehlendes ergänzen', whereNext(door.id, evaluation, null)), later);
  return form(
    { action: addresses.submit(door.id, version), csrfToken: request.csrfToken },
    buttonRow(button('Antrag abschicken'), later),
  );
}

/** Submits; sent twice, it leads to the same receipt. */
export async function submit(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const allowed = limited(desk, 'submit', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const door = await withDoor(desk, request, async (_, opened) => ({ ok: true, value: opened }));
  if (!door.ok) return { kind: 'refusal', refusal: door.refusal };
  const version = Number(request.query.get('stand') ?? Number.NaN);
  const submitted = await submitAntrag(deps, site, door.value, version);
  if (submitted.ok) return redirect(addresses.receipt(door.value.id));
  const { code, kind } = submitted.refusal;
  const stays = kind === 'unavailable' || code === changedElsewhere.code || code === incomplete.code;
  if (!stays) return { kind: 'refusal', refusal: submitted.refusal };
  const draft = await openCheck(desk, request);
  return draft.ok
    ? checkPage(desk.site, draft.value, request, submitted.refusal)
    : { kind: 'refusal', refusal: draft.refusal };
}
