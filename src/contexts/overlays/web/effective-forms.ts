import { html } from 'hono/html';
import { button, buttonRow, form, type Html, selectField } from '#ui';
import type { Difference } from '../use-cases/read-difference.ts';
import type { EffectiveView } from '../use-cases/read-effective.ts';

export function kommuneForm(
  { effective, kommune }: EffectiveView,
  kommunen: readonly { readonly ags: string; readonly name: string }[],
): Html {
  return form(
    { action: `/werkstatt/wirksam/${effective.dienst.id}`, method: 'get' },
    html`${selectField({
      name: 'kommune',
      label: 'Kommune',
      options: [
        { value: '', label: 'ohne Kommune' },
        ...kommunen.map(({ ags, name }) => ({ value: ags, label: name })),
      ],
      value: kommune?.ags ?? '',
    })}${buttonRow(button('Anzeigen', { kind: 'secondary' }))}`,
  );
}

export function versionForm({ dienst, from, to, versions }: Difference): Html {
  const options = versions.map((version) => ({ value: String(version), label: `Fassung ${version}` }));
  return form(
    { action: `/werkstatt/unterschied/${dienst.id}`, method: 'get' },
    html`${selectField({ name: 'von', label: 'Von', options, value: String(from) })}${selectField({ name: 'nach', label: 'Nach', options, value: String(to) })}${buttonRow(button('Vergleichen', { kind: 'secondary' }))}`,
  );
}
