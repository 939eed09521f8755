import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  form,
  formatNumber,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { Projektdetail } from '../use-cases/read-projekt.ts';

/** Who wants to join: the count for everybody, names as far as they may be known, and the Kommune's own word. */
export function interesseSection(detail: Projektdetail, request: PageRequest, today: boolean) {
  const { interesse } = detail;
  const joins = today && request.principal?.permissions.has('projects.join') === true;
  const count = `${formatNumber(interesse.zahl)} ${interesse.zahl === 1 ? 'Kommune hat' : 'Kommunen haben'} Interesse gezeigt.`;
  return section(
    'Interessierte Kommunen',
    html`${named(detail)}${detail.gefuehrt ? addressed(detail) : ''}${joins ? ownWord(detail, request) : ''}`,
    { id: 'interesse', lead: count },
  );
}

function named({ interesse: { genannte, zahl } }: Projektdetail) {
  if (genannte.length === 0) return '';
  const rest = zahl - genannte.length;
  return html`<p class="kern-body">Öffentlich genannt werden wollen:</p><ul class="kern-list kern-list--bullet">${genannte.map(
    ({ ags, kommune }) => html`<li>${textLink(`/kommunen/${ags}`, kommune)}</li>`,
  )}</ul>${rest > 0 ? html`<p class="kern-body">Dazu ${formatNumber(rest)} ohne Namen.</p>` : ''}`;
}

function addressed({ angeschrieben }: Projektdetail) {
  if (angeschrieben.length === 0) return '';
  return table({
    caption: 'An Ihr Haus gerichtet',
    small: true,
    columns: [{ label: 'Kommune' }, { label: 'Seit' }, { label: 'Nachricht', width: 'wide' }],
    rows: angeschrieben.map(({ kommune, stand, bemerkung }) => [
      kommune,
      formatLocalDate(stand),
      bemerkung || '–',
    ]),
  });
}

function ownWord({ projekt, eigenesWort }: Projektdetail, { csrfToken }: PageRequest) {
  const action = `/projekte/${projekt.id}/interesse`;
  const shown = eigenesWort?.interessiert === true;
  const told =
    projekt.tenant === null
      ? 'Dieses Projekt führt hier noch niemand. Ihre Nachricht liest zunächst nur Ihre Kommune; gezählt wird Ihr Interesse schon jetzt.'
      : `${projekt.haus} liest den Namen Ihrer Kommune und Ihre Nachricht.`;
  const withdraw = shown
    ? form(
        { action, csrfToken, label: 'Interesse zurückziehen', hidden: { interessiert: 'nein' } },
        button('Interesse zurückziehen', { kind: 'tertiary' }),
      )
    : '';
  return html`<h3 class="kern-heading-small">${shown ? 'Ihre Kommune hat Interesse' : 'Möchte Ihre Kommune mitmachen?'}</h3>
    <p class="kern-body">${told}</p>
    ${form(
      { action, csrfToken, label: 'Interesse zeigen', hidden: { interessiert: 'ja' } },
      html`${textareaField({
        name: 'bemerkung',
        label: 'Nachricht',
        optional: true,
        rows: 3,
        maxLength: 1000,
        value: eigenesWort?.bemerkung ?? '',
      })}${checkboxField({
        name: 'genannt',
        label: 'Der Name unserer Kommune darf öffentlich genannt werden',
        optional: true,
        checked: eigenesWort?.genannt === true,
      })}${buttonRow(button(shown ? 'Angaben ändern' : 'Interesse zeigen', shown ? { kind: 'secondary' } : {}))}`,
    )}${withdraw}`;
}
