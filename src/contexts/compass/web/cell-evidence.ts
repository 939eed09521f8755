import { html } from 'hono/html';
import { addDays, formatLocalDate } from '#kernel';
import {
  accordion,
  button,
  errorOf,
  fileField,
  form,
  formatInstant,
  formatNumber,
  type Html,
  inputField,
  textLink,
} from '#ui';
import { dateiArten, type NachweisDatei, tageNachErsatz } from '../domain/nachweis-datei.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import type { FormState } from './cell-form-state.ts';

const kinds = Object.values(dateiArten)
  .map(({ name }) => name)
  .join(', ');

/** The file that the newest statement names, to be downloaded; or when and why it was deleted. */
export function evidenceFile({ ort, nachweisDatei }: Zelle): Html | '' {
  if (nachweisDatei === null) return '';
  const { id, name, bytes, mediaType, hochgeladenAm, geloeschtAm } = nachweisDatei;
  const what = `${dateiArten[mediaType].name}, ${sizeText(bytes)}, hochgeladen ${formatInstant(hochgeladenAm)}`;
  if (name === null || geloeschtAm !== null)
    return html`<p class="kern-body">Datei (${what}), gelöscht ${geloeschtAm ? formatInstant(geloeschtAm) : ''}.</p>`;
  return html`<p class="kern-body">${textLink(`/stand/${ort.id}/nachweis/${id}`, name)} <span class="kern-body--small">(${what})</span></p>`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1000))} kB`
    : `${formatNumber(Math.round(bytes / 1_000_000))} MB`;
}

/** The forms for a file: one to hand it in, one to delete the present one. A file needs a statement that it proves. */
export function evidenceForms(zelle: Zelle, { grundlage, csrfToken, problems }: FormState): Html | '' {
  const { ort, stand, nachweisDatei } = zelle;
  if (stand === null || zelle.mitgezogenAus !== null) return '';
  const hidden = { grundlage: String(grundlage) };
  const hand = form(
    { action: `/stand/${ort.id}/nachweis`, csrfToken, hidden, multipart: true, label: 'Nachweis als Datei' },
    html`${fileField({
      name: 'datei',
      label: 'Datei',
      hint: `${kinds}, höchstens 10 MB. Sie liegt verschlüsselt und nur für Ihre Kommune. Ersetzt sie ein anderer Nachweis, wird sie ${tageNachErsatz} Tage später gelöscht.`,
      accept: Object.keys(dateiArten).join(','),
      error: errorOf(problems, 'datei'),
    })}${inputField({
      name: 'dateiText',
      label: 'Was zeigt die Datei?',
      optional: true,
      maxLength: 2000,
      error: errorOf(problems, 'nachweisText'),
    })}${button('Datei als Nachweis speichern', { kind: 'secondary' })}`,
  );
  const open = problems.some(({ field }) => field === 'datei' || field === 'nachweisText');
  return html`${accordion({ title: 'Nachweis als Datei hochladen', open, body: hand })}${
    nachweisDatei && nachweisDatei.geloeschtAm === null
      ? deleteForm(zelle, nachweisDatei, hidden, csrfToken)
      : ''
  }`;
}

function deleteForm(
  { ort, date }: Zelle,
  { id }: NachweisDatei,
  hidden: Readonly<Record<string, string>>,
  csrfToken: string,
): Html {
  const replaced = formatLocalDate(addDays(date, tageNachErsatz));
  return accordion({
    title: 'Datei löschen',
    body: form(
      { action: `/stand/${ort.id}/nachweis/${id}/loeschen`, csrfToken, hidden, label: 'Datei löschen' },
      html`<p class="kern-body">Sie wird sofort und für immer gelöscht, und die Leistung hat keinen Nachweis mehr. Würden Sie sie heute nur ersetzen, bliebe sie bis ${replaced}.</p>${button('Datei für immer löschen', { kind: 'secondary' })}`,
    ),
  });
}
