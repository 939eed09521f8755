import { html } from 'hono/html';
import { formatLocalDate, ok, parseLocalDate, type Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { alert, button, buttonRow, form, type Html } from '#ui';
import { type OpenDraft, openDraft } from '../use-cases/open-draft.ts';
import { takeNewer } from '../use-cases/take-newer.ts';
import { addresses } from './addresses.ts';
import { answered, type Desk, limited, redirect, withDoor } from './handling.ts';

/** Tells that there is a newer version of the form, and lets the applicant take it. */
export function newerVersionNotice({ newer, door }: OpenDraft, csrfToken: string): Html | '' {
  if (newer === null) return '';
  const day = newer.cutoff === null ? null : parseLocalDate(newer.cutoff);
  const until = day?.ok ? ` Ab dem ${formatLocalDate(day.value)} gilt nur noch die neue.` : '';
  return alert({
    kind: 'info',
    title: 'Von diesem Formular gibt es eine neue Fassung',
    body: html`<p class="kern-body">Sie können hier weitermachen wie bisher oder Ihre Angaben in die neue Fassung mitnehmen.${until} Danach kann es neue Fragen geben; zurück geht es nicht.</p>${form(
      { action: addresses.newer(door.id), csrfToken },
      buttonRow(button('In der neuen Fassung weitermachen', { kind: 'secondary' })),
    )}`,
  });
}

/** Takes the newer version, and goes on where the applicant was. */
export async function moveOn(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const { deps, site } = desk;
  const allowed = limited(desk, 'save', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const draft = await withDoor(desk, request, (tx, door) => openDraft(tx, deps, site, door));
  if (!draft.ok) return { kind: 'refusal', refusal: draft.refusal };
  const moved = await takeNewer(deps, site, draft.value);
  const to: Result<PageAnswer> = moved.ok ? ok(redirect(addresses.antrag(draft.value.door.id))) : moved;
  return answered(to);
}
