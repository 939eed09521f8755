import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryHtml } from '../../../../test/support/html-query.ts';
import { shippedDienst } from '../../forms/testing/build.ts';
import { alleElemente, elementeOf } from '../domain/elemente.ts';
import { type Json, jsonOf, valueAt } from '../domain/json.ts';
import { settingsFields } from '../web/render-settings.ts';
import { formate } from './from-schema.ts';
import { neuesFeld } from './neues-feld.ts';
import { bereiche, ortText, ortVon } from './ort.ts';
import { gelesen } from './read-form.ts';

/** What a browser sends of a form that nobody touched. */
async function sentOf(html: unknown): Promise<URLSearchParams> {
  const sent = new URLSearchParams();
  const text = String(await html);
  for (const field of queryHtml(text).all('field')) {
    const { name, type, checked, value = '' } = field.attributes;
    if (name === undefined || ((type === 'checkbox' || type === 'radio') && checked === undefined)) continue;
    if (field.tag === 'input') sent.append(name, decoded(value));
  }
  for (const [, name = '', body = ''] of text.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    sent.append(decoded(name), decoded(body));
  for (const [, name = '', body = ''] of text.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen = /<option value="([^"]*)" selected/.exec(body) ?? /<option value="([^"]*)"/.exec(body);
    sent.append(decoded(name), decoded(chosen?.[1] ?? ''));
  }
  return sent;
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('a form of settings that somebody opens and saves without a change changes nothing, for all of two real services', async () => {
  let seen = 0;
  for (const name of ['hund-anmelden', 'bewohnerparkausweis']) {
    const { definition, form } = await shippedDienst(name);
    const documents = { dienst: jsonOf(definition), formular: jsonOf(form.definition) };
    const places = [
      ...alleElemente(elementeOf(documents.formular)).map(({ weg }) => ortText(weg)),
      ...Object.keys(bereiche).map((bereich) => `bereich/${bereich}`),
    ];
    for (const place of places) {
      const ort = ortVon(place, documents.formular);
      assert.ok(ort, place);
      const before: Json = valueAt(documents[ort.dokument], ort.pointer) ?? {};
      const sent = await sentOf(settingsFields(ort.teile, before, { problems: [], mehr: null }));
      assert.deepEqual(gelesen(ort.teile, sent, before), before, `${name} ${place}`);
      seen += 1;
    }
  }
  assert.ok(seen >= 100, `only ${seen} places`);
});

test('every type of field that the format knows has settings, a name, and a first content', () => {
  const { felder, seite, dienst, formular } = formate();
  assert.ok(felder.size >= 30, `${felder.size} types`);
  for (const [type, { teile }] of felder) {
    assert.ok(
      teile.some(({ name }) => name === 'label'),
      type,
    );
    assert.deepEqual(Object.keys(neuesFeld(type, 'neu', 'Neu') ?? {}).slice(0, 3), ['type', 'id', 'label']);
  }
  assert.ok([seite, dienst, formular].every((teile) => teile.length > 4));
});
