import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  selectField,
  table,
} from '#ui';
import { type Fachbereich, personRollen } from '../domain/fachbereich.ts';
import type { Person } from '../doors-deps.ts';
import { rolleLabel } from '../messages.ts';
import type { AskedFachbereich as Asked } from './fachbereich-asked.ts';

/** Who works for a Fachbereich, and the form that adds somebody. */
export function peoplePart(
  { all, fachbereich, personen, reader, beendet }: Asked,
  request: PageRequest,
  reason: Refusal | null,
): Html {
  const own = all.personen.filter(({ fachbereichId }) => fachbereichId === fachbereich.id);
  const names = new Map(personen.map((person) => [person.id, person]));
  const rows = own.map(({ id, mitgliedId, rolle, von, bis }) => {
    const person = names.get(mitgliedId);
    const name = `${person?.name ?? mitgliedId}${person?.entfernt ? ' (nicht mehr da)' : ''}`;
    return [
      name,
      rolleLabel[rolle],
      formatLocalDate(von),
      bis ? formatLocalDate(bis) : 'ohne Ende',
      reader.darfVerwalten && bis === null ? endForm(fachbereich, id, name, request) : '–',
    ];
  });
  const columns = [
    { label: 'Person' },
    { label: 'Rolle' },
    { label: 'Von' },
    { label: 'Bis' },
    { label: 'Ändern' },
  ];
  return section(
    'Wer arbeitet hier?',
    html`${rows.length > 0 ? table({ caption: 'Personen', captionHidden: true, small: true, columns, rows }) : emptyState({ title: 'Noch niemand', body: 'Wer eingetragen ist, findet diese Leistungen unter „Meine Leistungen“.' })}${reader.darfVerwalten && !beendet ? personForm(fachbereich, personen, request, reason) : ''}`,
  );
}

function endForm({ id }: Fachbereich, person: string, name: string, request: PageRequest): Html {
  return form(
    {
      action: `/fachbereiche/${id}/personen-ende`,
      csrfToken: request.csrfToken,
      hidden: { person },
      label: `${name}: Zuordnung beenden`,
    },
    button('Beenden', { kind: 'tertiary', small: true }),
  );
}

function personForm(
  { id }: Fachbereich,
  personen: readonly Person[],
  request: PageRequest,
  reason: Refusal | null,
): Html {
  const problems = problemsOf(reason);
  const people = personen.filter(({ entfernt }) => !entfernt);
  return form(
    { action: `/fachbereiche/${id}/personen`, csrfToken: request.csrfToken, label: 'Person eintragen' },
    html`${selectField({
      name: 'mitgliedId',
      label: 'Person',
      options: people.map((person) => ({ value: person.id, label: person.name })),
      value: request.form.get('mitgliedId'),
      error: errorOf(problems, 'mitgliedId'),
    })}${selectField({
      name: 'rolle',
      label: 'Rolle',
      options: personRollen.map((rolle) => ({ value: rolle, label: rolleLabel[rolle] })),
      value: request.form.get('rolle') ?? 'mitarbeit',
      error: errorOf(problems, 'rolle'),
    })}<div class="lw-inline-form">${inputField({ name: 'von', label: 'Von', type: 'date', optional: true, value: request.form.get('von'), error: errorOf(problems, 'von') })}${inputField({ name: 'bis', label: 'Bis', hint: 'Nötig bei einer Vertretung', type: 'date', optional: true, value: request.form.get('bis'), error: errorOf(problems, 'bis') })}</div>${button('Eintragen', { kind: 'secondary' })}`,
  );
}

/** Another name, or a last day. */
export function changePart({ fachbereich }: Asked, request: PageRequest, reason: Refusal | null): Html {
  const problems = problemsOf(reason);
  return section(
    'Umbenennen oder beenden',
    form(
      {
        action: `/fachbereiche/${fachbereich.id}/aendern`,
        csrfToken: request.csrfToken,
        hidden: { fassung: String(fachbereich.fassung) },
        label: 'Fachbereich ändern',
      },
      html`${inputField({
        name: 'name',
        label: 'Name',
        maxLength: 120,
        value: request.form.get('name') ?? fachbereich.name,
        error: errorOf(problems, 'name'),
      })}${inputField({
        name: 'endetAm',
        label: 'Letzter Tag',
        type: 'date',
        optional: true,
        hint: 'Danach zählen seine Zuordnungen nicht mehr. Angaben und Verlauf bleiben.',
        value: request.form.get('endetAm') ?? fachbereich.endetAm,
        error: errorOf(problems, 'endetAm'),
      })}${button('Speichern')}`,
    ),
  );
}
