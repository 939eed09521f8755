import { html } from 'hono/html';
import { addDays, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { button, checkboxGroup, errorOf, form, inputField, problemsOf, section } from '#ui';
import { freigabeTeile, type OeffentlicherStand, teilNamen } from '../domain/freigabe.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { FreigabeRow } from '../store-freigaben.ts';
import type { Berichtende } from '../use-cases/people.ts';
import { releasePath } from './release-parts.ts';

/** All that the page of the releases tells. */
export interface Shown {
  readonly who: Berichtende;
  readonly freigaben: readonly FreigabeRow[];
  readonly preview: OeffentlicherStand;
  readonly reason: Refusal | null;
}

/** Which parts shall be public, and until when. */
export function releaseForm({ clock }: ReportsDeps, { form: sent, csrfToken }: PageRequest, shown: Shown) {
  const problems = problemsOf(shown.reason);
  const typed = sent.size > 0;
  return section(
    'Veröffentlichen',
    form(
      {
        action: releasePath,
        csrfToken,
        label: 'Stand veröffentlichen',
        hidden: { grundlage: String(shown.freigaben[0]?.nummer ?? 0) },
      },
      html`${checkboxGroup({
        name: 'teile',
        label: 'Welche Teile?',
        options: freigabeTeile.map((teil) => ({ value: teil, label: teilNamen[teil] })),
        values: typed ? sent.getAll('teile') : [...(shown.freigaben[0]?.teile ?? ['online'])],
        error: errorOf(problems, 'teile'),
      })}${inputField({
        name: 'giltBis',
        label: 'Bis wann?',
        type: 'date',
        hint: 'Danach verschwindet die Seite von selbst. Höchstens ein Jahr. Die Daten stehen solange auch unter „Offene Daten“, mit der Datenlizenz Deutschland Zero 2.0.',
        value: typed ? sent.get('giltBis') : addDays(clock.today(), 180),
        error: errorOf(problems, 'giltBis'),
      })}${button('Stand von heute veröffentlichen')}`,
    ),
  );
}
