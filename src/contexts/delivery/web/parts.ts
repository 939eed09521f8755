import { html } from 'hono/html';
import { type FieldProblem, formatLocalDate, localDate, type Refusal } from '#kernel';
import { alert, badge, button, buttonRow, errorOf, errorSummary, form, inputField } from '#ui';
import type { ZustellpunktState } from '../domain/zustellpunkt.ts';
import { stateLabels } from '../messages.ts';
import type { Zustellpunkt } from '../use-cases/manage-zustellpunkt.ts';
import type { Managing } from './owner.ts';

const stateKinds: Readonly<Record<ZustellpunktState, 'info' | 'success' | 'warning' | 'neutral'>> = {
  draft: 'info',
  active: 'success',
  suspended: 'warning',
  ended: 'neutral',
};

export function stateBadge(state: ZustellpunktState) {
  return badge(stateKinds[state], stateLabels[state]);
}

const day = 86_400_000;
const soonDays = 30;

/** Until when the key counts, with a warning in the last month. */
export function keyText({ key }: Zustellpunkt, now: Date) {
  if (key === null) return badge('danger', 'kein gültiger Schlüssel');
  const until = formatLocalDate(localDate(key.validTo.toISOString().slice(0, 10)));
  const left = Math.floor((key.validTo.getTime() - now.getTime()) / day);
  if (left > soonDays) return html`bis ${until}`;
  return html`${badge('warning', `läuft am ${until} ab`)}`;
}

/** What was wrong, above a form. */
export function notice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.kind === 'invalid' && reason.fields?.length) return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

/** The address of a page, with the Kommune where it has to be named. */
export function addressFor({ owner, several }: Managing, path: string): string {
  return several ? `${path}?kommune=${owner.ags}` : path;
}

interface FormState {
  readonly csrfToken: string;
  readonly problems: readonly FieldProblem[];
  readonly typed: URLSearchParams;
}

/** The form that founds a Zustellpunkt. */
export function createForm(managing: Managing, { csrfToken, problems, typed }: FormState) {
  return form(
    { action: addressFor(managing, '/zustellpunkte'), csrfToken, label: 'Zustellpunkt anlegen' },
    html`${inputField({ name: 'name', label: 'Name der Stelle', hint: 'So, wie Bürgerinnen und Bürger sie kennen, zum Beispiel „Ordnungsamt“.', value: typed.get('name'), maxLength: 200, error: errorOf(problems, 'name') })}
    ${postfachField(typed.get('postfach'), errorOf(problems, 'postfach'))}
    ${buttonRow(button('Zustellpunkt anlegen'))}`,
  );
}

export function postfachField(value: string | null, error: string | null) {
  return inputField({
    name: 'postfach',
    label: 'Funktionspostfach',
    type: 'email',
    hint: 'Dorthin geht die Nachricht über neue Anträge, ohne Angaben zur Person. Leer: das Postfach aus den Parametern des Onlinedienstes.',
    optional: true,
    value,
    error,
  });
}
