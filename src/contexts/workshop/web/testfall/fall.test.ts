import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { listAt, withValue } from '../../domain/json.ts';
import { geruest } from '../../use-cases/geruest.ts';
import { angabenVon, type FallAngaben, jsonObject, leererFall } from './fall-angaben.ts';
import { laufDesFalls } from './fall-lauf.ts';
import { fallAus } from './fall-lesen.ts';
import { gelesneWerte } from './fall-werte.ts';

const today = localDate('2026-11-22');
const begun = geruest(
  { dienst: 'baum', titel: 'Baum', leika: '99003002000000', leistung: 'Baum', stelle: 'umweltamt' },
  today,
);
const pages = [
  ...listAt(begun.formular, 'pages'),
  { id: 'baum', title: 'Welcher Baum?', fields: [{ type: 'number', id: 'umfang', label: 'Umfang' }] },
];
const dokumente = { ...begun, formular: withValue(begun.formular, ['pages'], () => pages) };
const answered: FallAngaben = { ...leererFall(today), antworten: { name: { given: 'Erika' } } };

function played(angaben: FallAngaben) {
  const lauf = laufDesFalls(dokumente, angaben, today);
  assert.ok(lauf.ok, lauf.ok ? '' : lauf.refusal.message);
  return lauf.value;
}

test('what was typed says which messages stand today, and at which questions others could', () => {
  const { meldungen, moegliche, ergebnis } = played(answered);
  assert.deepEqual([...meldungen.keys()], ['name.family', 'umfang']);
  assert.match(meldungen.get('name.family') ?? '', /Nachnamen/);
  assert.ok(moegliche.every((name) => !meldungen.has(name)));
  assert.deepEqual(ergebnis.seiten, ['person', 'baum']);
});

test('a chosen outcome becomes a case with pages in the order of the form, and comes back as it was chosen', () => {
  const chosen = {
    ...answered,
    ...{ titel: 'Nachname fehlt', seiten: ['baum', 'person'], ergebnis: 'maengel' as const },
    ...{ maengel: ['name.family', 'umfang'], gebuehr: '12,50' },
  };
  const { fall, problems, id } = fallAus(chosen, dokumente);
  assert.deepEqual(problems, []);
  assert.equal(id, 'nachname-fehlt');
  assert.deepEqual(fall, {
    ...{ id, title: 'Nachname fehlt', today, parameters: {}, answers: answered.antworten },
    expect: { pages: ['person', 'baum'], end: 'summary', problems: chosen.maengel, feeCents: 1250 },
  });
  const back = angabenVon(fall, today);
  assert.deepEqual({ ...back, seiten: back.seiten.toReversed() }, { ...chosen, id });
});

test('a choice that contradicts itself is said at its place', () => {
  const wrong = { ...answered, seiten: [], maengel: ['umfang'], gebuehr: 'viel', tag: 'gestern' };
  assert.deepEqual(
    fallAus(wrong, dokumente).problems.map(({ field }) => field),
    ['titel', 'tag', 'seiten', 'ergebnis', 'gebuehr'],
  );
  const none = { ...answered, titel: 'x', seiten: ['person'], ergebnis: 'maengel' as const };
  assert.deepEqual(
    fallAus(none, dokumente).problems.map(({ field }) => field),
    ['maengel'],
  );
});

test('values of a Kommune are typed in euros and with a comma; what is left empty has its example', () => {
  const about = { label: 'Wert', filledBy: 'kommune' as const };
  const definitionen = {
    gebuehr: { type: 'money' as const, ...about },
    satz: { type: 'decimal' as const, ...about },
    frei: { type: 'boolean' as const, ...about },
    name: { type: 'text' as const, ...about },
  };
  const sent = new URLSearchParams({
    'wert.gebuehr': '35,00',
    'wert.satz': '1,5',
    'wert.frei': 'nein',
    'wert.name': '',
  });
  assert.deepEqual(gelesneWerte(definitionen, sent, { name: 'Lemgo', tafel: [] }), {
    ...{ gebuehr: 3500, satz: 1.5, frei: false, tafel: [] },
  });
  const half = { ...answered, parameter: { kommuneName: 7 } };
  assert.equal(laufDesFalls(dokumente, half, today).ok, false);
});

test('whatever else somebody sends as answers counts as none', () => {
  for (const text of [null, '', '{', '[1]', '"text"', 'null']) assert.deepEqual(jsonObject(text), {});
  const odd = { ...answered, antworten: jsonObject('{"name":[[[1]]],"gibtesnicht":{"a":1}}') };
  assert.ok(played(odd).meldungen.size > 0);
});
