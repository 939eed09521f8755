import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf } from '../../forms/testing/build.ts';
import { isObject, type Json, jsonOf, property, valueAt, withValue } from '../domain/json.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { ortVon } from '../settings/ort.ts';
import { gelesen } from '../settings/read-form.ts';
import { sentOf } from '../testing/sent-of.ts';
import { sichtenAm } from '../web/bedingung/sichten.ts';
import { settingsFields } from '../web/render-settings.ts';
import { handgriffText, knopf, type Tat } from './felder.ts';
import { offeneIn } from './offene-bedingung.ts';
import { bedingungenInWorten } from './saetze.ts';
import { unterschiedeInWorten } from './unterschiede-in-worten.ts';

const baum = { type: 'group', id: 'baeume', label: 'Bäume', item: 'Baum' };
const fotos = { type: 'file', id: 'foto', label: 'Foto', types: ['jpg'] };

function dokumente(condition?: string, required?: Json): Dokumente {
  const pages = [
    {
      id: 'garten',
      title: 'Ihr Garten',
      fields: [
        { type: 'date', id: 'tag', label: 'Wann soll es sein?' },
        {
          ...baum,
          fields: [
            { type: 'number', id: 'umfang', label: 'Umfang' },
            {
              type: 'choice',
              id: 'art',
              label: 'Art',
              options: [
                { value: 'obst', label: 'Obstbaum' },
                { value: 'nadel', label: 'Nadelbaum' },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'fotos',
      title: 'Fotos',
      ...(condition === undefined ? {} : { condition }),
      fields: [{ ...fotos, ...(required === undefined ? {} : { required }) }],
    },
  ];
  return { dienst: {}, formular: jsonOf(definitionOf(pages)), testfaelle: {} };
}

/** A page of settings as an author works on it: what is shown is sent, with what they chose. */
function blatt(place: string, stand = dokumente()) {
  const ort = ortVon(place, stand.formular);
  assert.ok(ort);
  const before = valueAt(stand.formular, ort.pointer) ?? {};
  let wert: Json = before;
  const html = async () =>
    String(
      await settingsFields(ort.teile, wert, { problems: [], mehr: null, sichten: sichtenAm(ort, stand) }),
    );
  const send = async (chosen: Readonly<Record<string, string>>, pressed?: string) => {
    const sent = await sentOf(await html());
    for (const [name, value] of Object.entries(chosen)) sent.set(name, value);
    if (pressed) sent.set(knopf, pressed);
    wert = gelesen(ort.teile, sent, before);
    return wert;
  };
  return {
    html,
    speichere: (chosen: Readonly<Record<string, string>> = {}) => send(chosen),
    druecke: (tat: Tat, path: string, chosen: Readonly<Record<string, string>> = {}, wo: number[] = []) =>
      send(chosen, handgriffText(tat, path, wo)),
  };
}

const umfang = 'integer row.umfang baeume';

test('a condition is put together line by line without an expression being typed', async () => {
  const page = blatt('teil/fotos');
  assert.match(await page.html(), /Keine Bedingung\./);
  await page.druecke('zeile', 'condition');
  await page.druecke('zeigen', 'condition', { 'condition~b[0].frage': umfang }, [0]);
  assert.match(await page.html(), /Wo das gilt.*in mindestens einem Eintrag von „Bäume“.*Vergleich.*Zahl/s);
  await page.druecke('zeile', 'condition', {
    'condition~b[0].vergleich': 'groesser',
    'condition~b[0].wert': '80',
  });
  await page.druecke('zeigen', 'condition', { 'condition~b[1].frage': 'date tag ' }, [1]);
  const saved = await page.speichere({
    'condition~b.alle': 'eine',
    'condition~b[1].vergleich': 'hoechstens',
    'condition~b[1].bezug': 'today',
  });
  assert.equal(property(saved, 'condition'), 'any(baeume, row.umfang > 80) or tag <= today');
  assert.match(
    await page.html(),
    /Nur, wenn in mindestens einem Eintrag von ‚Bäume‘ ‚Umfang‘ größer als 80 ist oder ‚Wann soll es sein\?‘ spätestens heute liegt\./,
  );
});

test('lines of one group hold in the same entry, and lines go away again one by one', async () => {
  const page = blatt('teil/fotos');
  await page.druecke('gruppe', 'condition');
  await page.druecke('zeigen', 'condition', { 'condition~b[0].in': 'keinem baeume' }, [0]);
  await page.druecke('zeigen', 'condition', {
    'condition~b[0].alle': 'alle',
    'condition~b[0][0].frage': umfang,
    'condition~b[0][1].frage': 'text row.art baeume',
  });
  const both = { 'condition~b[0][0].wert': '80', 'condition~b[0][1].wert': 'obst' };
  const saved = await page.speichere(both);
  assert.equal(property(saved, 'condition'), "not any(baeume, row.umfang = 80 and row.art = 'obst')");
  await page.druecke('weg', 'condition', {}, [0, 0]);
  assert.equal(property(await page.speichere(), 'condition'), "not any(baeume, row.art = 'obst')");
  await page.druecke('weg', 'condition', {}, [0]);
  assert.equal(property(await page.speichere(), 'condition'), undefined);
});

test('what is not complete is kept on the page and never as a value; another question asks for its own value', async () => {
  const page = blatt('teil/fotos', dokumente("any(baeume, row.art = 'obst')"));
  const open = await page.speichere({ 'condition~b[0].frage': umfang });
  assert.deepEqual(offeneIn(open), [['condition']]);
  assert.match(await page.html(), /Noch nicht vollständig/);
  const saved = await page.speichere({ 'condition~b[0].wert': '1.200' });
  assert.equal(property(saved, 'condition'), 'any(baeume, row.umfang = 1200)');
  assert.ok(isObject(saved));
});

test('whether something is required is put together the same way, and asks for a line where there is none', async () => {
  const page = blatt('teil/fotos/foto');
  assert.deepEqual(offeneIn(await page.speichere({ 'required~zweig': 'ausdruck' })), [['required']]);
  await page.druecke('zeigen', 'required', { 'required~b[0].frage': 'integer count(baeume) ' }, [0]);
  const saved = await page.speichere({
    'required~b[0].vergleich': 'mindestens',
    'required~b[0].wert': '3',
  });
  assert.equal(property(saved, 'required'), 'count(baeume) >= 3');
  assert.match(await page.html(), /Pflicht nur, wenn die Anzahl der Einträge von ‚Bäume‘ mindestens 3 ist\./);
});

test('an expression that lines cannot show stays as text, and says so; text and lines change into each other', async () => {
  const beyond = 'sum(baeume, row.umfang) * 2 > 80';
  const page = blatt('teil/fotos', dokumente(beyond));
  const shown = await page.html();
  assert.match(
    shown,
    /Diese Bedingung lässt sich nicht in Zeilen zeigen; Sie können sie hier als Ausdruck ändern\./,
  );
  assert.match(
    shown,
    /Nur, wenn \(?die Summe von ‚Umfang‘ in allen Einträgen von ‚Bäume‘ mal 2 größer als 80 ist/,
  );
  assert.equal(property(await page.speichere(), 'condition'), beyond);
  await page.druecke('text', 'condition');
  await page.druecke('zeilen', 'condition', { condition: 'tag > today and count(baeume) = 2' });
  assert.match(await page.html(), /Zeile 2/);
  await page.druecke('text', 'condition');
  assert.match(await page.html(), /<textarea[^>]*>tag &gt; today and count\(baeume\) = 2</);
});

test('a condition of more parts than lines are shown stays text, whole; what a forged form sends is no more than a draft', async () => {
  const long = Array.from({ length: 40 }, (_, index) => `count(baeume) = ${index}`).join(' or ');
  const page = blatt('teil/fotos', dokumente(long));
  assert.match(await page.html(), /lässt sich nicht in Zeilen zeigen/);
  assert.equal(property(await page.speichere(), 'condition'), long);
  const forged = blatt('teil/fotos');
  await forged.druecke('zeilen', 'condition');
  const saved = await forged.speichere({
    'condition~b.n': '99999999',
    'condition~b[0].frage': "text x'x ",
    'condition~b[1]': 'block',
    'condition~b[1].in': "einem a') or (true",
    'condition~b[1].n': '-3',
  });
  assert.equal(property(saved, 'condition'), undefined);
});

test('differences say conditions as sentences; two that are said alike are told apart by how they are written', () => {
  const words = (before: string | undefined, after: string) =>
    unterschiedeInWorten(dokumente(before), dokumente(after)).flatMap(({ angaben }) => angaben);
  assert.deepEqual(words(undefined, 'any(baeume, row.umfang > 80)'), [
    {
      name: 'condition',
      vorher: '',
      nachher: 'in mindestens einem Eintrag von ‚Bäume‘ ‚Umfang‘ größer als 80 ist',
    },
  ]);
  const day = '‚Wann soll es sein?‘ nach heute liegt';
  assert.deepEqual(words('tag > today', '(tag > today)'), [
    { name: 'condition', vorher: `${day} [tag > today]`, nachher: `${day} [(tag > today)]` },
  ]);
  assert.deepEqual(bedingungenInWorten(dokumente('tag > today', 'count(baeume) > 1')), [
    { stelle: 'formular.json: pages[1].condition', ausdruck: 'tag > today', inWorten: day },
    {
      stelle: 'formular.json: pages[1].fields[0].required',
      ausdruck: 'count(baeume) > 1',
      inWorten: 'die Anzahl der Einträge von ‚Bäume‘ größer als 1 ist',
    },
  ]);
});

test('another label of a question changes no condition that names it, in words as little as in the file', () => {
  const before = dokumente('tag > today');
  const after = {
    ...before,
    formular: withValue(before.formular, ['pages', 0, 'fields', 0, 'label'], () => 'An welchem Tag?'),
  };
  const label = { name: 'label', vorher: 'Wann soll es sein?', nachher: 'An welchem Tag?' };
  assert.deepEqual(
    unterschiedeInWorten(before, after).map(({ angaben }) => angaben),
    [[label]],
  );
});
