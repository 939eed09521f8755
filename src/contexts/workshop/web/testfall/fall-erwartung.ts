import { html } from 'hono/html';
import { inEuro } from '#forms/testfaelle';
import type { Refusal } from '#kernel';
import { accordion, checkboxGroup, errorOf, type Html, inputField, radioGroup } from '#ui';
import { listAt, textAt } from '../../domain/json.ts';
import { worteVon } from '../../domain/worte.ts';
import type { Offen } from '../answers.ts';
import { ergebnisse, type FallAngaben } from './fall-angaben.ts';
import type { FallLauf } from './fall-lauf.ts';

/** What must come of the answers, chosen by title and label; beside it stands what comes today. */
export function erwartung(
  { entwurf }: Offen,
  lauf: FallLauf,
  angaben: FallAngaben,
  reason: Refusal | null,
): Html {
  const { formular } = entwurf.dokumente;
  return html`<div class="lw-stack">${seiten(
    lauf,
    angaben,
    listAt(formular, 'pages').map((page) => [textAt(page, 'id'), textAt(page, 'title')]),
    reason,
  )}${radioGroup({
    name: 'ergebnis',
    label: 'Ergebnis',
    options: Object.entries(ergebnisse).map(([value, label]) => ({ value, label })),
    value: angaben.ergebnis,
    error: errorOf(reason?.fields, 'ergebnis'),
  })}${meldungen(lauf, angaben, worteVon(formular).frage, reason)}${inputField({
    name: 'gebuehr',
    label: 'Gebühr in Euro',
    hint: `Heute: ${lauf.ergebnis.gebuehrCent === null ? 'offen' : `${inEuro(lauf.ergebnis.gebuehrCent)} Euro`}. Leer: Sie wird nicht geprüft.`,
    value: angaben.gebuehr,
    error: errorOf(reason?.fields, 'gebuehr'),
    optional: true,
    width: 'narrow',
    inputmode: 'decimal',
  })}</div>`;
}

function seiten(
  { ergebnis }: FallLauf,
  angaben: FallAngaben,
  pages: readonly (readonly [string, string])[],
  reason: Refusal | null,
): Html {
  const gone = angaben.seiten.filter((id) => pages.every(([each]) => each !== id));
  return checkboxGroup({
    name: 'seiten',
    label: 'Diese Seiten kommen',
    options: [
      ...pages.map(([value, title]) => ({
        value,
        label: title || value,
        hint: ergebnis.seiten.includes(value) ? 'Kommt heute.' : 'Kommt heute nicht.',
      })),
      ...gone.map((value) => ({ value, label: value, hint: 'Diese Seite gibt es nicht mehr.' })),
    ],
    values: angaben.seiten,
    error: errorOf(reason?.fields, 'seiten'),
  });
}

/** Questions at which a message stands today or should; all others stand in a part that opens. */
function meldungen(
  { meldungen: today, moegliche }: FallLauf,
  { maengel }: FallAngaben,
  frage: (name: string) => string,
  reason: Refusal | null,
): Html {
  const wanted = maengel.filter((name) => !today.has(name));
  const near = [...today.keys(), ...wanted];
  const label = 'Bei diesen Fragen steht eine Meldung';
  const error = errorOf(reason?.fields, 'maengel');
  const first =
    near.length === 0
      ? html`<p class="kern-body" id="feld-maengel">Heute steht bei keiner Frage eine Meldung.</p>${error ? html`<p class="kern-error"><span class="kern-body">${error}</span></p>` : ''}`
      : checkboxGroup({
          name: 'maengel',
          label,
          options: near.map((value) => ({
            value,
            label: frage(value),
            hint: today.has(value) ? `Heute: ${today.get(value)}` : 'Heute ohne Meldung.',
          })),
          values: maengel,
          error,
        });
  const others = moegliche.filter((name) => !near.includes(name));
  if (others.length === 0) return first;
  const options = others.map((value) => ({ value, label: frage(value) }));
  return html`${first}${accordion({
    title: 'Bei einer anderen Frage muss eine Meldung stehen',
    body: checkboxGroup({
      name: 'maengel',
      id: 'feld-weitere-maengel',
      label: 'Weitere Fragen',
      options,
      values: maengel,
    }),
  })}`;
}
