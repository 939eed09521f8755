import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shippedDienst } from '../../forms/testing/build.ts';
import { alleElemente, elementeOf } from '../domain/elemente.ts';
import { type Json, jsonOf, valueAt } from '../domain/json.ts';
import { sentOf } from '../testing/sent-of.ts';
import { sichtenAm } from '../web/bedingung/sichten.ts';
import { settingsFields } from '../web/render-settings.ts';
import { hinweisVon } from '../web/setting-hinweis.ts';
import { inEinheit } from './einheit.ts';
import { formate } from './from-schema.ts';
import { leseEinfach } from './lese-einfach.ts';
import { neuesFeld } from './neues-feld.ts';
import { bereiche, ortText, ortVon } from './ort.ts';
import { gelesen } from './read-form.ts';
import type { Setting } from './setting.ts';
import { wertLabel } from './wert-labels.ts';

test('a form of settings that somebody opens and saves without a change changes nothing, for all of the five real services', async () => {
  let seen = 0;
  for (const name of [
    'bewohnerparkausweis',
    'heimarbeit',
    'hund-anmelden',
    'jagdschein',
    'kindertagespflege',
  ]) {
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
      const sent = await sentOf(
        settingsFields(ort.teile, before, {
          problems: [],
          mehr: null,
          sichten: sichtenAm(ort, { ...documents, testfaelle: {} }),
        }),
      );
      assert.deepEqual(gelesen(ort.teile, sent, before), before, `${name} ${place}`);
      seen += 1;
    }
  }
  assert.ok(seen >= 250, `only ${seen} places`);
});

test('sizes and amounts are typed in MB and euros, and come back to the byte and cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (wert) => {
      for (const name of ['maxBytes', 'minCents', 'checks[0].maxCents']) {
        const sent = new URLSearchParams({ [name]: inEinheit(name, wert) });
        assert.equal(leseEinfach({ art: 'zahl', hinweis: null }, sent, name, undefined, true), wert);
      }
    }),
  );
  assert.equal(inEinheit('maxBytes', 5_000_000), '5');
  assert.equal(inEinheit('maxCents', 1250), '12,5');
  assert.equal(inEinheit('max', 1250), '1250');
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

/** The settings with a choice, wherever they stand. */
function wahlen(setting: Setting): readonly Extract<Setting, { werte: unknown }>[] {
  switch (setting.art) {
    case 'wahl':
    case 'auswahl':
      return [setting];
    case 'gruppe':
      return setting.teile.flatMap((teil) => wahlen(teil.setting));
    case 'entweder':
      return setting.zweige.flatMap((zweig) => wahlen(zweig.setting));
    case 'liste':
    case 'eintraege':
    case 'zeilen':
      return wahlen(setting.teil);
    default:
      return [];
  }
}

test('no hint of a choice names a value of the format that the page shows by another word', () => {
  const { felder, seite, dienst, formular } = formate();
  const teile = [...seite, ...dienst, ...formular, ...[...felder.values()].flatMap((each) => each.teile)];
  const found = teile.flatMap(({ setting }) => wahlen(setting));
  assert.ok(found.length >= 20, `${found.length} choices`);
  for (const setting of found) {
    const renamed = setting.werte.filter((wert) => wertLabel(wert) !== wert);
    const hint = hinweisVon(setting) ?? '';
    assert.deepEqual(
      renamed.filter((wert) => new RegExp(`(^|[^\\w-])${wert}($|[^\\w-])`).test(hint)),
      [],
      hint,
    );
  }
});
