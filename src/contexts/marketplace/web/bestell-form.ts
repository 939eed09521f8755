import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  form,
  inputField,
  problemsOf,
  selectField,
  textareaField,
} from '#ui';
import { laengsteLaufzeit, laufzeitOhneEnde } from '../domain/auftragswert.ts';
import { vergabearten } from '../domain/bestellung.ts';
import { vergabeLabel } from '../messages.ts';
import { dienstHref } from './parts.ts';

export function orderForm(dienst: string, mayOrder: boolean, request: PageRequest, reason: Refusal | null) {
  const { form: typed, csrfToken } = request;
  const problems = problemsOf(reason);
  const value = (name: string) => typed.get(name);
  return form(
    { action: `${dienstHref(dienst)}/bestellen`, csrfToken, label: 'Bestellung' },
    html`${inputField({
      name: 'laufzeit',
      label: 'Laufzeit in Jahren',
      hint: `Höchstens ${laengsteLaufzeit}. Leer heißt ohne Ende; der Wert wird dann mit ${laufzeitOhneEnde} Jahren gerechnet (Annahme).`,
      inputmode: 'numeric',
      width: 'narrow',
      optional: true,
      value: value('laufzeit'),
      error: errorOf(problems, 'laufzeit'),
    })}${selectField({
      name: 'vergabe',
      label: 'Grundlage der Vergabe',
      options: vergabearten.map((each) => ({ value: each, label: vergabeLabel[each] })),
      value: value('vergabe'),
      error: errorOf(problems, 'vergabe'),
    })}${inputField({
      name: 'vergabeGrund',
      label: 'Näheres zur Vergabe',
      hint: 'Zum Beispiel Aktenzeichen, Beschluss oder Wertgrenze.',
      optional: true,
      maxLength: 1000,
      value: value('vergabeGrund'),
      error: errorOf(problems, 'vergabeGrund'),
    })}${checkboxField({
      name: 'laufend',
      label: 'Das ist ein Geschäft der laufenden Verwaltung.',
      optional: true,
      checked: value('laufend') === 'ja',
    })}${inputField({
      name: 'laufendGrund',
      label: 'Warum laufende Verwaltung?',
      hint: 'Nur wenn Sie das angekreuzt haben.',
      optional: true,
      maxLength: 1000,
      value: value('laufendGrund'),
      error: errorOf(problems, 'laufendGrund'),
    })}${inputField({
      name: 'beginn',
      label: 'Gewünschter Beginn',
      type: 'date',
      optional: true,
      value: value('beginn'),
      error: errorOf(problems, 'beginn'),
    })}${textareaField({
      name: 'bemerkung',
      label: 'Bemerkung',
      rows: 2,
      optional: true,
      maxLength: 1000,
      value: value('bemerkung'),
      error: errorOf(problems, 'bemerkung'),
    })}${buttonRow(
      mayOrder ? button('Verbindlich bestellen', { name: 'aktion', value: 'bestellen' }) : '',
      button('Bestellung vorbereiten', {
        kind: mayOrder ? 'secondary' : 'primary',
        name: 'aktion',
        value: 'vorbereiten',
      }),
    )}`,
  );
}
