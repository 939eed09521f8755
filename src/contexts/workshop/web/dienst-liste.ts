import { html } from 'hono/html';
import { type Saetze, saetzeVon } from '#forms/bedingungen';
import { descriptionList, type Html } from '#ui';
import { isObject, type Json, listAt, property, textAt } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { settingLabel } from '../settings/setting-labels.ts';
import { wertLabel } from '../settings/wert-labels.ts';
import { gesagt } from './bedingung/gesagt.ts';

/** The texts of the page of a service in the order in which people read them. */
const leseordnung = ['what', 'forWhom', 'need', 'cost', 'time', 'deadline', 'law'] as const;

/** What stands around a form: Leistungen with their law, the texts people read first, fees, and what each Kommune states. */
export function dienstListe(dokumente: Dokumente): Html {
  const { dienst } = dokumente;
  const texts = property(dienst, 'texts');
  const satz = saetzeVon(dokumente);
  return html`${descriptionList([
    ...listAt(dienst, 'covers').map(
      (each, index) => ['Leistung', leistung(each, satz, `covers[${index}].when`)] as const,
    ),
    ...leseordnung.map(
      (name) => [settingLabel(name, 'texts'), textOderListe(property(texts, name))] as const,
    ),
    ['Gebühr', gebuehr(dokumente, satz)],
    ['Werte der Kommune', werte(dienst)],
  ])}`;
}

function leistung(each: Json, satz: Saetze, stelle: string): Html {
  const when = textAt(each, 'when');
  const norms = listAt(each, 'norms').flatMap((norm) => [
    html`<li>${textAt(norm, 'text')}${quellen(norm)}</li>`,
  ]);
  return html`${textAt(each, 'name')} (${textAt(each, 'leika')}), zuständig: ${textAt(each, 'office')}${when === '' ? '' : html`, nur wenn ${gesagt(satz, stelle, when)}`}<ul class="kern-list kern-list--bullet">${norms}</ul>`;
}

function quellen(norm: Json): string {
  const all = listAt(norm, 'sources').map(
    (each) => `${textAt(each, 'title')}, ${wertLabel(textAt(each, 'evidence'))}`,
  );
  return all.length === 0 ? '' : ` (${all.join('; ')})`;
}

function textOderListe(text: Json | undefined): Html | string {
  const lines = Array.isArray(text) ? text.map(String) : [];
  if (lines.length === 0) return typeof text === 'string' ? text : '–';
  return html`<ul class="kern-list kern-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function gebuehr({ formular }: Dokumente, satz: Saetze): Html | string {
  const lines = listAt(property(formular, 'fee'), 'lines');
  if (lines.length === 0) return 'keine';
  return html`<ul class="kern-list kern-list--bullet">${lines.map((line, index) => {
    const when = textAt(line, 'condition');
    return html`<li>${textAt(line, 'label')}: <code>${textAt(line, 'amount')}</code>${when ? html`, nur wenn ${gesagt(satz, `fee.lines[${index}].condition`, when)}` : ''}</li>`;
  })}</ul>`;
}

function werte(dienst: Json): string {
  const all = property(dienst, 'parameters');
  return Object.values(isObject(all) ? all : {})
    .map((each) => textAt(each, 'label'))
    .join(', ');
}
