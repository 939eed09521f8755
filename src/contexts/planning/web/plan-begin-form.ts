import { html } from 'hono/html';
import { formatQuartal, nextQuartal, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { button, buttonRow, errorOf, fieldset, form, inputField, selectField } from '#ui';
import type { PlanningDeps } from '../planning-deps.ts';
import { type Bestand, quartaleMost, usualBegin } from '../use-cases/grundlage.ts';

export function planForm(
  deps: PlanningDeps,
  request: PageRequest,
  { teams }: Bestand,
  reason: Refusal | null,
) {
  const { form: values, csrfToken } = request;
  const begin = usualBegin(deps.clock.today());
  const field = (name: string, otherwise: string) => values.get(name) ?? otherwise;
  const error = (name: string) => errorOf(reason?.fields, name);
  return form(
    { action: '/planung', csrfToken, label: 'Plan rechnen' },
    html`${inputField({
      name: 'titel',
      label: 'Name des Plans',
      value: field('titel', `Plan ab ${formatQuartal(begin)}`),
      maxLength: 200,
      error: error('titel'),
    })}${selectField({
      name: 'ab',
      label: 'Erstes Quartal',
      value: field('ab', begin),
      placeholder: null,
      options: Array.from({ length: 8 }, (_, index) => {
        const quartal = nextQuartal(begin, index - 1);
        return { value: quartal, label: formatQuartal(quartal) };
      }),
      error: error('ab'),
    })}${inputField({
      name: 'quartale',
      label: 'Wie viele Quartale',
      type: 'number',
      min: 1,
      max: quartaleMost,
      value: field('quartale', '8'),
      width: 'narrow',
      error: error('quartale'),
    })}${fieldset(
      'Was wäre, wenn? (freiwillig)',
      html`${selectField({
        name: 'team',
        label: 'Ein Team hat mehr oder weniger Tage',
        optional: true,
        value: field('team', ''),
        placeholder: 'wie angegeben',
        options: teams
          .filter(({ beendet, ags }) => !beendet && ags === null)
          .map(({ id, name }) => ({ value: id, label: name })),
      })}${inputField({
        name: 'mehr',
        label: 'Personentage mehr im Monat',
        hint: 'Mit Minus weniger.',
        optional: true,
        value: field('mehr', ''),
        width: 'narrow',
        error: error('mehr'),
      })}`,
      { hint: 'Der Plan nennt die Annahme. Danach lassen sich beide Pläne nebeneinander ansehen.' },
    )}${buttonRow(button('Plan rechnen'))}`,
  );
}
