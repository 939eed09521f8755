import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { button, errorOf, form, refusalNotice, textareaField } from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import { editTooLate, notYourBeitrag, unknownThread } from '../errors.ts';
import { editBeitrag, mayEdit } from '../use-cases/edit.ts';
import { readThread } from '../use-cases/read.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { longestText } from '../use-cases/text.ts';
import { done } from './answers.ts';

/** The form that mends an own contribution. */
export function editRoutes(deps: DiscussionDeps): readonly PageRoute[] {
  const common = {
    capability: 'discussion.edit',
    path: '/rueckfragen/:id/beitraege/:nr',
    access: { permission: schreiben },
  } as const;
  return [
    { ...common, method: 'GET', handle: (request) => showForm(deps, request, null) },
    { ...common, method: 'POST', handle: (request) => receive(deps, request) },
  ];
}

async function receive(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: values } = request;
  const id = params.id ?? '';
  const edited = await editBeitrag(deps, principal, {
    id,
    nr: numberIn(params.nr),
    text: values.get('text') ?? '',
  });
  if (edited.ok) return done(`/rueckfragen/${id}`, 'bearbeitet');
  return edited.refusal.fields ? showForm(deps, request, edited.refusal) : refusal(edited.refusal);
}

async function showForm(
  deps: DiscussionDeps,
  { principal, params, form: values, csrfToken }: PageRequest,
  refused: Refusal | null,
): Promise<PageAnswer> {
  const read = await readThread(deps, principal, params.id ?? '');
  if (!read.ok) return refusal(read.refusal);
  const { zeile, beitraege, teilnehmer } = read.value;
  const beitrag = beitraege.find(({ nr }) => nr === numberIn(params.nr));
  if (beitrag === undefined) return refusal(unknownThread);
  if (!beitrag.eigener) return refusal(notYourBeitrag);
  if (!mayEdit(beitrag, teilnehmer.person, deps.clock.now())) return refusal(editTooLate);
  const text = values.get('text') ?? beitrag.fassungen.at(-1)?.text;
  const field = textareaField({
    name: 'text',
    label: 'Ihr Beitrag',
    hint: 'Die bisherige Fassung bleibt für alle lesbar, die an der Rückfrage teilnehmen.',
    value: text,
    rows: 8,
    maxLength: longestText,
    error: errorOf(refused?.fields ?? [], 'text'),
  });
  const address = `/rueckfragen/${zeile.id}`;
  const content = {
    title: `Beitrag ${beitrag.nr} bearbeiten`,
    preline: zeile.betreff,
    breadcrumb: [
      { label: 'Rückfragen', href: '/rueckfragen' },
      { label: zeile.betreff, href: address },
    ],
    error: refused !== null,
    main: html`${refusalNotice(refused)}${form(
      { action: `${address}/beitraege/${beitrag.nr}`, csrfToken },
      html`${field}${button('Änderung speichern')}`,
    )}`,
    nextSteps: [{ label: 'Zurück, ohne zu ändern', href: address }],
  };
  return page(content, refused === null ? 200 : 422);
}

function numberIn(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}
