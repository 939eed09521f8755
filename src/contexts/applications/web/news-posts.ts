import type { FieldProblem } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import { type ApplicantNews, tellAuthority } from '../use-cases/tell-authority.ts';
import { addresses } from './addresses.ts';
import { antragOf, antragPage } from './antrag-page.ts';
import { type Desk, limited, redirect } from './handling.ts';

/** What a form says, or what is wrong with it. */
type Said = { readonly news: ApplicantNews } | { readonly problem: FieldProblem };

/** Sends a message, or the answer to a question. */
export function sendMessage(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const text = request.form.get('text') ?? '';
  return tell(desk, request, {
    news: { id: idOf(request), art: 'nachricht', text, sendung: chosenIn(request, 'stelle') },
  });
}

/** Sends new contact data; what is left empty stays as it was. */
export function sendContact(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const lines = [
    ['E-Mail', 'email'],
    ['Telefon', 'telefon'],
    ['Anschrift', 'anschrift'],
  ].flatMap(([label = '', name = '']) => {
    const value = (request.form.get(name) ?? '').trim().replaceAll(/\s*\r?\n\s*/g, ', ');
    return value === '' ? [] : [`${label}: ${value}`];
  });
  if (lines.length === 0) {
    const message = 'Bitte geben Sie an, was sich geändert hat.';
    return tell(desk, request, { problem: { field: 'email', message } });
  }
  return tell(desk, request, {
    news: { id: idOf(request), art: 'kontakt', text: lines.join('\n'), sendung: null },
  });
}

/** Withdraws the Antrag, once its applicant has confirmed. */
export function withdraw(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  if (!request.form.has('sicher')) {
    const message = 'Bitte bestätigen Sie, dass Sie den Antrag zurückziehen.';
    return tell(desk, request, { problem: { field: 'sicher', message } });
  }
  const text = 'Der Antrag wird zurückgezogen.';
  const sendung = chosenIn(request, 'ruecknahme-stelle');
  return tell(desk, request, { news: { id: idOf(request), art: 'ruecknahme', text, sendung } });
}

/** The submission that the form names; `null` for all of them. */
function chosenIn(request: PageRequest, field: string): number | null {
  const chosen = Number(request.form.get(field) ?? 'alle');
  return Number.isInteger(chosen) && chosen > 0 ? chosen : null;
}

function idOf(request: PageRequest): string {
  return request.form.get('kennung') ?? '';
}

async function tell(desk: Desk, request: PageRequest, said: Said): Promise<PageAnswer> {
  const allowed = limited(desk, 'message', request);
  if (!allowed.ok) return { kind: 'refusal', refusal: allowed.refusal };
  const antrag = await antragOf(desk, request);
  if (!antrag.ok) return { kind: 'refusal', refusal: antrag.refusal };
  if ('problem' in said) return antragPage(request, antrag.value, said.problem);
  const { door } = antrag.value;
  const told = await tellAuthority(desk.deps, desk.site, door, said.news);
  if (told.ok) {
    const word = said.news.art === 'ruecknahme' ? 'zurueckgezogen' : 'gesendet';
    return redirect(`${addresses.antrag(door.id)}?${word}`);
  }
  const field = told.refusal.fields?.[0];
  return field ? antragPage(request, antrag.value, field) : { kind: 'refusal', refusal: told.refusal };
}
