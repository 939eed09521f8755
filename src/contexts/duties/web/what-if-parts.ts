import { html } from 'hono/html';
import { button, form, formatNumber, inputField, section, selectField, table, textLink } from '#ui';
import { gemeindeklassen, groessenklasseLabel } from '../domain/groessenklasse.ts';
import { aenderungenText, type WhatIfAnswer } from '../use-cases/answer-what-if.ts';

export function addForm({ date, aenderungen }: WhatIfAnswer) {
  const options = gemeindeklassen.map((value) => ({ value, label: groessenklasseLabel[value] }));
  return form(
    {
      action: path,
      method: 'get',
      label: 'Annahme hinzufügen',
      hidden: { aenderungen: aenderungenText(aenderungen) },
    },
    html`<div class="lw-inline-form">${inputField({ name: 'gemeinde', label: 'Gemeinde' })}${selectField({ name: 'klasse', label: 'hätte die Größenklasse', options, value: 'grosse-kreisangehoerige-stadt', placeholder: null })}${inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: date })}${button('Annehmen', { kind: 'secondary' })}</div>`,
  );
}

export function assumptions(answered: WhatIfAnswer) {
  const { aenderungen } = answered;
  if (aenderungen.length === 0) return '';
  const without = (ags: string) =>
    addressOf(answered, aenderungenText(aenderungen.filter(({ body }) => body.ags !== ags)));
  return section(
    'Angenommen',
    table({
      caption: 'Angenommene Größenklassen',
      captionHidden: true,
      small: true,
      columns: [{ label: 'Gemeinde' }, { label: 'Bisher' }, { label: 'Angenommen' }, { label: 'Entfernen' }],
      rows: aenderungen.map(({ body, bisher, klasse }) => [
        textLink(`/kommunen/${body.ags}/groessenklasse`, body.name),
        bisher === null ? 'ohne Beleg' : groessenklasseLabel[bisher],
        groessenklasseLabel[klasse],
        textLink(without(body.ags), `${body.name} entfernen`),
      ]),
    }),
  );
}

export function balanceTable(bilanzen: WhatIfAnswer['bilanzen']) {
  return table({
    caption: 'Gewinne und Verluste je Körperschaft',
    captionHidden: true,
    columns: [
      { label: 'Körperschaft', width: 'wide' },
      { label: 'gewinnt', numeric: true },
      { label: 'verliert', numeric: true },
    ],
    rows: bilanzen.map(({ body, gewinnt, verliert }) => [
      textLink(`/kommunen/${body.ags}/pflichten`, body.name),
      formatNumber(gewinnt),
      formatNumber(verliert),
    ]),
  });
}

export const path = '/groessenklassen/was-waere-wenn';

export function addressOf({ date }: WhatIfAnswer, aenderungen: string): string {
  return `${path}?${new URLSearchParams({ aenderungen, datum: date })}`;
}
