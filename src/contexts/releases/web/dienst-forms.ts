import { html } from 'hono/html';
import { formatLocalDate, type LocalDate, type Refusal } from '#kernel';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  section,
  selectField,
  textareaField,
} from '#ui';
import type { Dienststand } from '../use-cases/read-fassungen.ts';

/** What the forms of this page stand on: the service, and what was typed where something was refused. */
export interface FormState {
  readonly stand: Dienststand;
  readonly csrfToken: string;
  readonly typed: URLSearchParams;
  readonly reason: Refusal | null;
}

function fassungField({ stand, typed, reason }: FormState, options: { readonly standing: boolean }) {
  const all = stand.fassungen.filter(({ angebot }) => !options.standing || !angebot.zurueckgezogen);
  return selectField({
    name: 'fassung',
    id: options.standing ? 'zurueck-fassung' : 'notiz-fassung',
    label: 'Fassung',
    placeholder: null,
    value: typed.get('fassung'),
    options: all.map(({ angebot: { fassung } }) => ({ value: fassung, label: `Fassung ${fassung}` })),
    error: errorOf(problemsOf(reason), 'fassung'),
  });
}

/** What the provider says of a version, for coordinators. */
export function noteForm(state: FormState): Html {
  const { stand, csrfToken, typed, reason } = state;
  const problems = problemsOf(reason);
  return section(
    'Notiz zu einer Fassung',
    form(
      { action: `/fassungen/${stand.dienst}/notiz`, csrfToken, label: 'Notiz schreiben' },
      html`${fassungField(state, { standing: false })}
      ${textareaField({
        name: 'text',
        label: 'Was bringt die Fassung?',
        hint: 'In einfachen Worten, für die OZG-Koordination der Kommunen. Was sich am Formular ändert, steht schon von selbst darunter.',
        value: typed.get('text'),
        error: errorOf(problems, 'text'),
      })}
      ${checkboxField({ name: 'sicherheit', value: 'ja', label: 'Sie behebt eine Sicherheitslücke. Keine Kommune kann sie aufschieben.', checked: typed.get('sicherheit') === 'ja' })}
      ${inputField({
        name: 'festhaltenBis',
        label: 'Bis wann darf eine Kommune bei ihrer Fassung bleiben?',
        hint: 'Leer: 90 Tage nach dem Angebot. Diese Frist ist unsere Annahme; keine Norm nennt eine.',
        type: 'date',
        optional: true,
        value: typed.get('festhaltenBis'),
        error: errorOf(problems, 'festhaltenBis'),
      })}
      ${buttonRow(button('Notiz speichern', { kind: 'secondary' }))}`,
    ),
    { id: 'notiz' },
  );
}

/** One Kommune to another version. */
export function putBackForm(state: FormState): Html {
  const { stand, csrfToken, typed, reason } = state;
  return section(
    'Eine einzelne Kommune umstellen',
    form(
      { action: `/fassungen/${stand.dienst}/zurueckstellen`, csrfToken, label: 'Eine Kommune umstellen' },
      html`${inputField({
        name: 'kommune',
        label: 'Kommune',
        hint: 'Name oder Schlüssel.',
        value: typed.get('kommune'),
        autocomplete: 'off',
        error: errorOf(problemsOf(reason), 'kommune'),
      })}${fassungField(state, { standing: true })}${buttonRow(button('Diese Kommune umstellen', { kind: 'secondary' }))}`,
    ),
    {
      id: 'einzeln',
      lead: 'Zum Beispiel zurück auf die frühere Fassung. Begonnene Anträge gehen nach den Regeln des Übergangs mit, abgeschickte bleiben, wie sie sind.',
    },
  );
}

/** Staying with the own version for a while. */
export function holdForm(
  { stand, csrfToken, typed, reason }: FormState,
  { darf, bis }: { readonly darf: boolean; readonly bis: LocalDate | null },
): Html | '' {
  const { festhaltung, dienst, eigene } = stand;
  const action = `/fassungen/${dienst}/festhalten`;
  const newest = stand.fassungen.find(({ angebot }) => !angebot.zurueckgezogen)?.angebot.fassung;
  const head = 'Bei Ihrer Fassung bleiben';
  if (festhaltung)
    return section(
      head,
      html`${alert({ kind: 'info', title: `Ihre Kommune bleibt bis zum ${formatLocalDate(festhaltung.bis)} bei ihrer Fassung`, body: festhaltung.grund })}${
        darf
          ? form(
              { action, csrfToken, hidden: { loesen: 'ja' }, label: 'Nicht mehr festhalten' },
              buttonRow(button('Nicht mehr festhalten', { kind: 'secondary' })),
            )
          : ''
      }`,
    );
  if (eigene?.fassung === newest) return '';
  if (bis === null)
    return section(
      head,
      html`<p class="kern-body lw-measure">Die neue Fassung behebt eine Sicherheitslücke. Bei der alten kann niemand bleiben.</p>`,
    );
  if (!darf) return '';
  const problems = problemsOf(reason);
  return section(
    head,
    form(
      { action, csrfToken, label: head },
      html`${textareaField({ name: 'grund', label: 'Warum?', hint: 'Der IT-Dienstleister liest das.', rows: 2, value: typed.get('grund'), error: errorOf(problems, 'grund') })}
      ${inputField({ name: 'bis', label: 'Bis', type: 'date', optional: true, hint: `Leer: bis zum Stichtag, dem ${formatLocalDate(bis)}.`, value: typed.get('bis'), error: errorOf(problems, 'bis') })}
      ${buttonRow(button('Bei dieser Fassung bleiben', { kind: 'secondary' }))}`,
    ),
    { lead: 'Wenn Sie zum Beispiel erst eine Schulung halten. Sicherheitslücken kann niemand aufschieben.' },
  );
}
