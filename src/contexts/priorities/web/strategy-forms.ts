import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { button, buttonRow, errorOf, form, inputField, radioGroup, section, textareaField } from '#ui';
import { type Abweichung, abweichungArten, entscheide, type Strategiestand } from '../domain/strategie.ts';
import { entscheidLabel } from '../messages.ts';

interface Base {
  readonly action: string;
  readonly csrfToken: string;
  readonly typed: URLSearchParams | null;
  readonly problems: readonly FieldProblem[];
}

const hints = {
  alle: 'jede Kommune führt den Dienst ein',
  'wer-will': 'die Kommune entscheidet selbst',
  nicht: 'die Gruppe führt ihn nicht ein',
  spaeter: 'erst ab dem genannten Quartal',
} as const;

/** The form with which the provider holds what the group decided. */
export function entscheidForm({
  action,
  csrfToken,
  typed,
  problems,
  stand,
}: Base & { readonly stand: Strategiestand | null }) {
  const shows = typed?.has('entscheid') || typed?.has('verantwortlich') ? typed : null;
  const wrong = shows ? problems : [];
  return section(
    stand ? 'Neu entscheiden' : 'Entscheiden',
    form(
      { action, csrfToken, label: 'Entscheid', hidden: { grundlage: String(stand?.fassung ?? 0) } },
      html`${radioGroup({
        name: 'entscheid',
        label: 'Wer führt den Dienst ein?',
        options: entscheide.map((value) => ({ value, label: entscheidLabel[value], hint: hints[value] })),
        value: shows ? shows.get('entscheid') : stand?.entscheid,
        error: errorOf(wrong, 'entscheid'),
      })}${inputField({
        name: 'quartal',
        label: 'Quartal',
        hint: 'Ab wann, zum Beispiel 2027-Q2. Bei „Nicht“ darf es leer bleiben.',
        optional: true,
        width: 'narrow',
        maxLength: 20,
        value: shows ? shows.get('quartal') : stand?.quartal,
        error: errorOf(wrong, 'quartal'),
      })}${textareaField({
        name: 'grund',
        label: 'Grund',
        rows: 3,
        maxLength: 1000,
        value: shows ? shows.get('grund') : '',
        error: errorOf(wrong, 'grund'),
      })}${inputField({
        name: 'verantwortlich',
        label: 'Verantwortliche Stelle',
        hint: 'Ein Team oder Amt, keine Person',
        maxLength: 200,
        value: shows ? shows.get('verantwortlich') : stand?.verantwortlich,
        error: errorOf(wrong, 'verantwortlich'),
      })}${buttonRow(button('Entscheid festhalten'))}`,
    ),
    { lead: stand ? 'Der frühere Entscheid bleibt im Verlauf.' : undefined },
  );
}

const deviationOptions = {
  'fuehrt-ein': 'Wir führen den Dienst ein',
  'fuehrt-nicht-ein': 'Wir führen den Dienst nicht ein',
  spaeter: 'Wir führen ihn später ein',
  keine: 'Wir weichen nicht (mehr) ab',
} as const;

/** The form with which a Kommune says that it does something else, and why. */
export function deviateForm({
  action,
  csrfToken,
  typed,
  problems,
  own,
}: Base & { readonly own: Abweichung | null }) {
  const shows = typed?.has('grund') && !typed.has('verantwortlich') ? typed : null;
  const wrong = shows ? problems : [];
  return section(
    'Ihre Kommune macht es anders?',
    form(
      { action, csrfToken, label: 'Abweichung' },
      html`${radioGroup({
        name: 'abweichung',
        label: 'Was tut Ihre Kommune?',
        id: 'feld-abweichung',
        options: abweichungArten.map((value) => ({ value, label: deviationOptions[value] })),
        value: shows ? shows.get('abweichung') : own?.abweichung,
        error: errorOf(wrong, 'abweichung'),
      })}${inputField({
        name: 'quartal',
        label: 'Quartal',
        hint: 'Nötig bei „später“, zum Beispiel 2027-Q4',
        optional: true,
        width: 'narrow',
        maxLength: 20,
        value: shows ? shows.get('quartal') : own?.quartal,
        error: errorOf(wrong, 'quartal'),
      })}${textareaField({
        name: 'grund',
        label: 'Grund',
        rows: 3,
        maxLength: 1000,
        value: shows ? shows.get('grund') : (own?.grund ?? ''),
        error: errorOf(wrong, 'grund'),
      })}${buttonRow(button('Abweichung festhalten'))}`,
    ),
    { lead: 'Der IT-Dienstleister sieht Ihre Angabe und den Grund, andere Kommunen nicht.' },
  );
}
