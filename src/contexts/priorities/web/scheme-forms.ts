import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { button, buttonRow, errorOf, form, inputField, section, textareaField } from '#ui';
import type { Schemafassung } from '../domain/beschluss.ts';
import { paths } from './paths.ts';
import { weightFields } from './weights-form.ts';
import { gewichtungIn } from './weights-query.ts';

export function editSection(
  { csrfToken, form: typed }: PageRequest,
  schema: Schemafassung,
  reason: Refusal | null,
) {
  const problems = reason?.fields ?? [];
  return section(
    'Gewichte',
    form(
      {
        action: paths.schema(schema.id),
        csrfToken,
        label: 'Schema ändern',
        id: 'gewichte',
        hidden: { fassung: String(schema.fassung) },
      },
      html`${inputField({
        name: 'titel',
        label: 'Name',
        maxLength: 120,
        value: reason ? typed.get('titel') : schema.titel,
        error: errorOf(problems, 'titel'),
      })}${weightFields({
        gewichtung: reason ? gewichtungIn(typed, schema.gewichtung) : schema.gewichtung,
        typed: reason ? typed : undefined,
        problems,
      })}${buttonRow(button('Schema speichern', { kind: 'secondary' }))}`,
    ),
  );
}

export function decideSection(
  { csrfToken, form: typed }: PageRequest,
  schema: Schemafassung,
  reason: Refusal | null,
) {
  const problems = reason?.fields ?? [];
  return section(
    'Beschließen',
    form(
      {
        action: `${paths.schema(schema.id)}/beschliessen`,
        csrfToken,
        label: 'Schema beschließen',
        hidden: { fassung: String(schema.fassung) },
      },
      html`${inputField({
        name: 'gremium',
        label: 'Wer hat beschlossen?',
        hint: 'Zum Beispiel die Facharbeitsgruppe in ihrer 28. Sitzung. Keine einzelne Person.',
        maxLength: 200,
        value: typed.get('gremium'),
        error: errorOf(problems, 'gremium'),
      })}${textareaField({
        name: 'grund',
        label: 'Warum?',
        rows: 3,
        maxLength: 1000,
        value: typed.get('grund'),
        error: errorOf(problems, 'grund'),
      })}${buttonRow(button('Schema beschließen'))}`,
    ),
    {
      lead: 'Festgehalten wird, was heute gilt: die Gewichte, alle Werte mit Herkunft und die ganze Rangfolge. Das lässt sich nicht mehr ändern.',
    },
  );
}
