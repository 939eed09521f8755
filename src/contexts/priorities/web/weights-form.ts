import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { accordion, errorOf, type Html, inputField, selectField } from '#ui';
import { type Gewichtung, groesstesGewicht } from '../domain/gewichtung.ts';
import { kriterien, unbekanntRegeln } from '../domain/kriterium.ts';
import { kriteriumText, unbekanntLabel } from '../messages.ts';
import { gewichtName, unbekanntName } from './weights-query.ts';

export interface WeightFields {
  readonly gewichtung: Gewichtung;
  /** What was typed, where it could not be read. */
  readonly typed?: URLSearchParams | undefined;
  readonly problems: readonly FieldProblem[];
}

/** A number field for each weight, which a script joins with a slider; and the rules for what nobody knows. */
export function weightFields({ gewichtung, typed, problems }: WeightFields): Html {
  const fields = kriterien.map((kriterium) =>
    inputField({
      name: gewichtName(kriterium),
      label: kriteriumText[kriterium].label,
      type: 'number',
      min: 0,
      max: groesstesGewicht,
      inputmode: 'numeric',
      width: 'narrow',
      value: typed?.get(gewichtName(kriterium)) ?? gewichtung.gewichte[kriterium],
      error: errorOf(problems, gewichtName(kriterium)),
    }),
  );
  return html`<div class="lw-weights" data-weights>${fields}</div>${unknownRules(gewichtung)}`;
}

function unknownRules({ unbekannt }: Gewichtung): Html {
  const options = unbekanntRegeln.map((value) => ({ value, label: unbekanntLabel[value] }));
  return accordion({
    title: 'Wie zählt, was niemand weiß?',
    body: html`<p class="kern-body">Ein unbekannter Wert zählt nie stillschweigend als 0. Sie bestimmen es je Kriterium.</p><div class="lw-weights">${kriterien.map(
      (kriterium) =>
        selectField({
          name: unbekanntName(kriterium),
          label: kriteriumText[kriterium].label,
          options,
          value: unbekannt[kriterium],
          placeholder: null,
        }),
    )}</div>`,
  });
}
