import { html } from 'hono/html';
import { roleLabel } from '#identity';
import type { FieldProblem, Refusal } from '#kernel';
import { formField, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  checkboxGroup,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  problemsOf,
  radioGroup,
  textareaField,
} from '#ui';
import type { Ziel } from '../domain/recipients.ts';
import type { Rundmail } from '../domain/rundmail.ts';
import type { Verteiler } from '../store-verteiler.ts';
import type { TypedRundmail } from '../use-cases/write-rundmail.ts';
import { kommuneRoles } from '../views/labels.ts';
import { fieldsOf, instantOf } from '../views/times.ts';

/** What the form of a Rundmail sends. */
export function typedRundmail(values: URLSearchParams): TypedRundmail {
  return {
    betreff: formField(values, 'betreff'),
    text: values.get('text') ?? '',
    betrieblich: values.get('betrieblich') === 'ja',
    geplantFuer: instantOf(formField(values, 'tag'), formField(values, 'uhrzeit')),
    auswahl: {
      kommunen: values.get('umfang') === 'alle' ? 'alle' : values.getAll('kommunen'),
      verteiler: values.get('umfang') === 'alle' ? [] : values.getAll('verteiler'),
      rollen: values.getAll('rollen'),
    },
  };
}

interface Choices {
  readonly ziele: readonly Ziel[];
  readonly verteiler: readonly Verteiler[];
}

/** The form of a new Rundmail, or of a draft; what was typed and refused stands in it again. */
export function rundmailForm(
  { csrfToken, form: values, method }: PageRequest,
  stored: Rundmail | null,
  choices: Choices,
  reason: Refusal | null,
) {
  const typed = method === 'POST' ? typedRundmail(values) : typedOf(stored);
  const time =
    method === 'POST'
      ? { tag: formField(values, 'tag'), uhrzeit: formField(values, 'uhrzeit') }
      : fieldsOf(stored?.geplantFuer ?? null);
  const problems = problemsOf(reason);
  const action = stored ? `/rundmails/${stored.id}/bearbeiten` : '/rundmails/neu';
  const hidden = stored ? { fassung: String(stored.fassung) } : {};
  return form(
    { action, csrfToken, hidden },
    html`${inputField({ name: 'betreff', label: 'Betreff', value: typed.betreff, maxLength: 200, error: errorOf(problems, 'betreff') })}
    ${textareaField({ name: 'text', label: 'Text', rows: 12, value: typed.text, maxLength: 20_000, hint: 'Eine leere Zeile trennt Absätze, Zeilen mit - am Anfang werden eine Liste, Adressen werden Links. {Name} und {Kommune} setzt Leitwerk für jede Person ein.', error: errorOf(problems, 'text') })}
    ${audienceFields(typed, choices, problems)}
    ${fieldset(
      'Wann soll sie hinausgehen?',
      html`${inputField({ name: 'tag', label: 'Tag', type: 'date', optional: true, value: time.tag, hint: 'Leer: sobald Sie die Rundmail freigeben.', error: errorOf(problems, 'tag') })}
      ${inputField({ name: 'uhrzeit', label: 'Uhrzeit', optional: true, value: time.uhrzeit, width: 'narrow', hint: 'Zum Beispiel 14:30. Leer: 8 Uhr.', error: errorOf(problems, 'uhrzeit') })}`,
    )}
    ${checkboxField({ name: 'betrieblich', label: 'Diese Mail betrifft den Betrieb (Wartung, Störung, Sicherheit) und geht auch an alle, die Rundmails abbestellt haben.', checked: typed.betrieblich, optional: true })}
    ${buttonRow(button('Entwurf speichern'), linkButton('Abbrechen', stored ? `/rundmails/${stored.id}` : '/rundmails', { kind: 'secondary' }))}`,
  );
}

function audienceFields(
  { auswahl }: TypedRundmail,
  { ziele, verteiler }: Choices,
  problems: readonly FieldProblem[],
) {
  const all = auswahl.kommunen === 'alle';
  return html`${radioGroup({
    name: 'umfang',
    label: 'An welche Kommunen?',
    options: [
      { value: 'alle', label: 'An alle betreuten Kommunen' },
      { value: 'auswahl', label: 'Nur an die, die ich unten wähle' },
    ],
    value: all ? 'alle' : 'auswahl',
  })}
  ${verteiler.length > 0 ? checkboxGroup({ name: 'verteiler', label: 'Verteiler', options: verteiler.map(({ id, name, kommunen }) => ({ value: id, label: `${name} (${kommunen.length})` })), values: auswahl.verteiler }) : ''}
  ${checkboxGroup({ name: 'kommunen', label: 'Kommunen', options: ziele.map(({ id, name }) => ({ value: id, label: name })), values: auswahl.kommunen === 'alle' ? [] : auswahl.kommunen, error: errorOf(problems, 'kommunen') })}
  ${checkboxGroup({ name: 'rollen', label: 'An wen dort? Ohne Kreuz an alle Mitglieder.', options: kommuneRoles.map((role) => ({ value: role, label: roleLabel(role) })), values: auswahl.rollen, error: errorOf(problems, 'rollen') })}`;
}

const empty: TypedRundmail = {
  betreff: '',
  text: 'Guten Tag {Name},\n\n',
  betrieblich: false,
  geplantFuer: null,
  auswahl: { kommunen: 'alle', verteiler: [], rollen: ['koordination'] },
};

function typedOf(stored: Rundmail | null): TypedRundmail {
  return stored ? { ...stored, geplantFuer: stored.geplantFuer?.toISOString() ?? null } : empty;
}
