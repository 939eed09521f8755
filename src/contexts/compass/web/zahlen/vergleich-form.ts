import { html } from 'hono/html';
import { button, form, inputField, selectField } from '#ui';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { bandNamen, wunschOf } from '../../use-cases/vergleichswunsch.ts';
import { bandLabel } from '../../views/vergleich-text.ts';
import { alleTeile, sichtbareKommunen } from './choices.ts';

/** Which Kommune, in which band of sizes, about which Themenfeld, with whom. */
export function vergleichForm(frage: GestellteFrage, query: URLSearchParams) {
  const wunsch = wunschOf(frage, query);
  const kommunen = sichtbareKommunen(frage);
  return form(
    { action: '/vergleich', method: 'get', label: 'Vergleich' },
    html`<div class="lw-inline-form">${selectField({
      name: 'fuer',
      label: 'Kommune',
      options: kommunen,
      value: wunsch.ok ? wunsch.value.ags : '',
    })}${selectField({
      name: 'band',
      label: 'Ähnliche Größe heißt',
      options: bandNamen.map((band) => ({ value: band, label: bandLabel[band] })),
      value: wunsch.ok ? wunsch.value.band : 'mittel',
      placeholder: null,
    })}${selectField({
      name: 'themenfeld',
      label: 'Themenfeld',
      options: alleTeile(frage, 'themenfeld'),
      value: frage.parameters.get('themenfeld') ?? '',
      placeholder: 'alle',
    })}${selectField({
      name: 'mit',
      label: 'Nur mit',
      options: kommunen.filter(({ value }) => !wunsch.ok || value !== wunsch.value.ags),
      value: query.get('mit') ?? '',
      placeholder: 'alle, mit denen es fair ist',
    })}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: frage.umfang.datum })}${button('Vergleichen', { kind: 'secondary' })}</div>`,
  );
}
