import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  form,
  linkButton,
  problemsOf,
  refusalNotice,
  section,
  textareaField,
} from '#ui';
import { abschnitte, abschnittLabel, type Freigabetext } from '../domain/freigabe.ts';
import type { FreigabeView } from '../use-cases/read-freigaben.ts';
import { flashOf } from './answers.ts';

/** Who may release and withdraw texts. */
export const manage = { permission: 'efa.anbindung.manage' } as const;

/** What became of the text of a Leistung, in words. */
export function standOf({
  freigabe,
  ende,
}: FreigabeView): 'freigegeben' | 'zurückgezogen' | 'kein Text' | 'beendet' {
  if (ende !== null) return 'beendet';
  if (freigabe === null) return 'kein Text';
  return freigabe.text === null ? 'zurückgezogen' : 'freigegeben';
}

/** One Leistung with its text for citizens, to read or to change. */
export function oneContent(
  view: FreigabeView,
  request: PageRequest,
  reason: Refusal | null,
  name: string,
  suggested: Freigabetext | null,
): PageContent {
  const { leistung, freigabe, ende } = view;
  const mayChange = request.principal?.permissions.has(manage.permission) === true;
  return {
    title: leistung.name,
    preline: `Text für Bürgerinnen und Bürger, ${name}`,
    breadcrumb: [{ label: 'Texte', href: '/freigaben' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}
      <p class="kern-body">Stand: ${standOf(view)}</p>
      ${ende === null ? '' : alert({ kind: 'warning', title: `Diese Leistung gibt es seit dem ${formatLocalDate(ende)} nicht mehr`, body: 'Sie wird Bürgerinnen und Bürgern nicht gezeigt.' })}
      ${mayChange ? editForm(view, request, reason, suggested) : readText(view)}
      ${mayChange && freigabe?.text ? withdrawForm(leistung.id, freigabe.nummer, request.csrfToken) : ''}`,
    nextSteps: [{ label: 'Diese Leistung im Katalog', href: `/katalog/leistungen/${leistung.id}` }],
  };
}

function editForm(
  { leistung, freigabe }: FreigabeView,
  request: PageRequest,
  reason: Refusal | null,
  suggested: Freigabetext | null,
) {
  const problems = problemsOf(reason);
  const typed = (part: (typeof abschnitte)[number]) =>
    reason === null ? (freigabe?.text?.[part] ?? suggested?.[part] ?? '') : (request.form.get(part) ?? '');
  const fields = abschnitte.map((part) =>
    textareaField({
      name: part,
      label: abschnittLabel[part],
      value: typed(part),
      rows: part === 'was' ? 5 : 3,
      optional: part !== 'was',
      hint:
        part === 'kosten'
          ? 'Bitte leer lassen, wenn der Onlinedienst die Kosten aus Ihren Parametern nennt.'
          : null,
      error: errorOf(problems, part),
    }),
  );
  const hidden = { nummer: String(freigabe?.nummer ?? 0) };
  const note = alert({
    kind: 'info',
    title: 'Vorschlag aus dem Onlinedienst',
    body: 'Noch ist nichts freigegeben. Bitte lesen Sie den Text und passen Sie ihn an.',
  });
  return html`${suggested !== null && reason === null ? note : ''}${form(
    { action: `/freigaben/${leistung.id}`, csrfToken: request.csrfToken, hidden, label: 'Text freigeben' },
    html`${fields}${buttonRow(button('Text freigeben'), linkButton('Abbrechen', '/freigaben', { kind: 'secondary' }))}`,
  )}`;
}

function readText({ freigabe }: FreigabeView) {
  const text = freigabe?.text;
  if (!text) return html`<p class="kern-body">Für diese Leistung ist nichts freigegeben.</p>`;
  return html`${abschnitte.filter((part) => text[part] !== '').map((part) => section(abschnittLabel[part], html`<p class="kern-body">${text[part]}</p>`))}`;
}

function withdrawForm(leistung: string, nummer: number, csrfToken: string) {
  return section(
    'Zurückziehen',
    form(
      {
        action: `/freigaben/${leistung}/zurueckziehen`,
        csrfToken,
        hidden: { nummer: String(nummer) },
        label: 'Text zurückziehen',
      },
      button('Text zurückziehen', { kind: 'secondary' }),
    ),
    { lead: 'Danach steht die Leistung nicht mehr auf der Seite Ihrer Kommune.' },
  );
}
