import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { button, buttonRow, checkboxGroup, errorOf, form, problemsOf, radioGroup } from '#ui';
import type { Member } from '../domain/member.ts';
import type { Stelle } from '../use-cases/change-offices.ts';

/** For which offices a member works, in words. */
export function officesText({ stellen }: Member, offices: readonly Stelle[]): string {
  if (stellen === null) return 'alle Stellen';
  const names = stellen.map((id) => offices.find((each) => each.id === id)?.name ?? 'eine frühere Stelle');
  return names.join(', ') || 'noch keine';
}

/** The form that says for which offices a member works. */
export function officesForm(
  request: PageRequest,
  { id, stellen }: Member,
  offices: readonly Stelle[],
  reason: Refusal | null,
) {
  return form(
    { action: `/mitglieder/${id}/stellen`, csrfToken: request.csrfToken, label: 'Stellen ändern' },
    html`<p class="kern-body lw-measure">Im Eingang sieht die Person nur die Anträge dieser Stellen. Was andere Stellen bekommen, bleibt ihr verborgen, auch in der Suche.</p>
    ${radioGroup({
      name: 'umfang',
      label: 'Wessen Anträge?',
      options: [
        { value: 'einzelne', label: 'Nur die der angekreuzten Stellen' },
        { value: 'alle', label: 'Die aller Stellen, auch künftiger' },
      ],
      value: stellen === null ? 'alle' : 'einzelne',
    })}
    ${checkboxGroup({
      name: 'stellen',
      label: 'Stellen',
      options: offices.map(({ id: value, name }) => ({ value, label: name })),
      values: stellen ?? [],
      error: errorOf(problemsOf(reason), 'stellen'),
    })}
    ${buttonRow(button('Stellen speichern', { kind: 'secondary' }))}`,
  );
}
