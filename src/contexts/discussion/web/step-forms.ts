import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, buttonRow, errorOf, form, section, textareaField } from '#ui';
import { type Schritt, zustandNach } from '../domain/zustand.ts';
import type { GelesenerThread } from '../use-cases/read.ts';
import { longestText } from '../use-cases/text.ts';
import { mentionHint, mentionList } from './new-page.ts';

/** The forms of whoever may go on with a thread, as its state allows. */
export function stepForms(thread: GelesenerThread, request: PageRequest, refused: Refusal | null) {
  const { zeile, teilnehmer } = thread;
  if (!teilnehmer.darfSchreiben) return '';
  const may = (schritt: Schritt) => zustandNach(zeile.zustand, schritt) !== null;
  const mine = zeile.tenant === teilnehmer.tenant;
  return html`${may('antwort') ? answerForm(thread, request, refused) : ''}
    ${mine && may('wieder-offen') ? reasonForm(zeile.id, 'wieder-offen', request, refused) : ''}
    ${mine && may('zurueckgezogen') ? reasonForm(zeile.id, 'zurueckgezogen', request, refused) : ''}`;
}

function answerForm(
  { zeile: { id }, erwaehnbar }: GelesenerThread,
  { csrfToken, form: values }: PageRequest,
  refused: Refusal | null,
) {
  const content = html`${textareaField({
    name: 'text',
    label: 'Ihr Beitrag',
    hint: mentionHint,
    value: values.get('text'),
    rows: 6,
    maxLength: longestText,
    error: errorOf(refused?.fields ?? [], 'text'),
  })}${mentionList(erwaehnbar)}${buttonRow(
    button('Antworten', { name: 'art', value: 'antwort' }),
    button('Nur ergänzen', { name: 'art', value: 'ergaenzung', kind: 'secondary' }),
  )}`;
  return section(
    'Antworten',
    form({ action: `/rueckfragen/${id}/beitraege`, csrfToken, label: 'Antworten' }, content),
    { lead: 'Mit einer Antwort gilt die Rückfrage als beantwortet. Eine Ergänzung lässt sie, wie sie ist.' },
  );
}

const reasons = {
  'wieder-offen': {
    title: 'Wieder öffnen',
    verb: 'wieder öffnen',
    lead: 'Die Antwort reicht nicht? Dann wartet die Rückfrage wieder auf eine.',
    label: 'Was fehlt Ihnen noch?',
  },
  zurueckgezogen: {
    title: 'Zurückziehen',
    verb: 'zurückziehen',
    lead: 'Hat sich die Frage erledigt, ziehen Sie sie zurück. Sie bleibt lesbar und lässt sich nicht wieder öffnen.',
    label: 'Warum ziehen Sie die Rückfrage zurück?',
  },
} as const;

function reasonForm(
  id: string,
  art: keyof typeof reasons,
  { csrfToken, form: values }: PageRequest,
  refused: Refusal | null,
) {
  const { title, verb, lead, label } = reasons[art];
  const name = `grund-${art}`;
  const error = errorOf(refused?.fields ?? [], name);
  const field = textareaField({
    name,
    label,
    value: values.get(name),
    rows: 3,
    maxLength: longestText,
    error,
  });
  const body = form(
    { action: `/rueckfragen/${id}/beitraege`, csrfToken, label: title, hidden: { art } },
    html`<p class="kern-body">${lead}</p>${field}${button(title, { kind: 'secondary' })}`,
  );
  return accordion({ title: `Rückfrage ${verb}`, body, open: values.has(name) });
}

/** Follows or turns off: what is the case now says the sentence above. */
export function followForm({ zeile, teilnehmer }: GelesenerThread, csrfToken: string) {
  const folgt = zeile.folgt ?? teilnehmer.leser.folgtAllem;
  const lead = folgt
    ? 'Neues in dieser Rückfrage sehen Sie als ungelesen, und eine Nachricht sagt es Ihnen.'
    : 'Von Neuem in dieser Rückfrage erfahren Sie nur, wenn jemand Sie mit Namen erwähnt.';
  const content = button(folgt ? 'Stumm schalten' : 'Folgen', {
    kind: 'tertiary',
    name: 'folgt',
    value: folgt ? 'nein' : 'ja',
  });
  return section(
    'Benachrichtigungen',
    form({ action: `/rueckfragen/${zeile.id}/folgen`, csrfToken, label: 'Benachrichtigungen' }, content),
    { lead },
  );
}
