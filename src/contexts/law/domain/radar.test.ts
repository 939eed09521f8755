import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { digitalOnlyOf, type LawLeistung } from './digital-only.ts';
import type { Eintrag, Frist } from './eintrag.ts';
import type { Law } from './law.ts';
import { radarOf } from './radar.ts';

const belegt = {
  quelle: { title: 'Quelle', url: null },
  evidenz: 'einschaetzung',
  hinweis: null,
  validFrom: null,
  validTo: null,
} as const;

function gruppe(art: string): Eintrag {
  const texts = { titel: art, norm: 'Norm', aussage: 'Satz', ersatz: null, lesart: null };
  return { id: art, register: 'nutzergruppe', art, reichweite: null, ...texts, ...belegt };
}

function frist(more: Partial<Frist>): Frist {
  return {
    id: 'frist',
    titel: 'Frist',
    norm: 'Norm',
    faelligAm: localDate('2029-12-31'),
    verpflichtet: 'alle',
    bindung: 'soll',
    betrifft: 'alle',
    nachTag: 'gilt',
    tun: 'Etwas',
    wer: 'Fachbereich',
    vorlaufTage: 730,
    vorlaufGrund: 'Einschätzung',
    lesart: null,
    ...belegt,
    ...more,
  };
}

function law(fristen: readonly Frist[], eintraege: readonly Eintrag[]): Law {
  const none = { akteure: [], rollen: [], wortlaute: [], akteurById: new Map(), eintragById: new Map() };
  return { ...none, eintraege, fristen, stand: '2026-11-22', quelle: 'Test' };
}

const leistung: LawLeistung = { id: 'L1', regelung: 'Bund', sdg2: null };
const all = () => true;

test('nur Bundesrecht und nur Unternehmen zusammen ergeben ein Soll; sonst nie', () => {
  const arten = fc.subarray(['nur-unternehmen', 'nur-personen', 'gemischt']);
  const regelung = fc.constantFrom('Bund', 'Land', 'Kommune', null);
  fc.assert(
    fc.property(regelung, arten, (wer, gruppen) => {
      const answer = digitalOnlyOf({ ...leistung, regelung: wer }, gruppen.map(gruppe), all);
      const both = wer === 'Bund' && gruppen.length === 1 && gruppen[0] === 'nur-unternehmen';
      assert.equal(answer === 'soll', both);
    }),
  );
});

test('was niemand entschieden hat, ist offen und keine Pflicht', () => {
  assert.equal(digitalOnlyOf(leistung, [], all), 'offen');
  assert.equal(digitalOnlyOf({ ...leistung, regelung: null }, [gruppe('nur-unternehmen')], all), 'offen');
  assert.equal(digitalOnlyOf({ ...leistung, regelung: 'Land' }, [], all), 'nicht');
  assert.equal(digitalOnlyOf(leistung, [gruppe('gemischt')], all), 'nicht');
  assert.equal(digitalOnlyOf(leistung, [gruppe('nur-unternehmen'), gruppe('gemischt')], all), 'offen');
});

test('„jetzt“ heißt: der Vorlauf läuft und der Tag ist noch nicht vorbei', () => {
  const days = fc.integer({ min: -1500, max: 1500 });
  const lead = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(days, lead, fc.constantFrom('gilt', 'vorbei'), (offset, vorlaufTage, nachTag) => {
      const one = frist({ vorlaufTage, nachTag });
      const date = addDays(one.faelligAm, offset);
      const [zeile] = radarOf({ law: law([one], []), eigene: [leistung], names: all, date }).zeilen;
      const expected = offset > 0 ? nachTag : offset >= -vorlaufTage ? 'jetzt' : 'kommt';
      assert.equal(zeile?.stand, expected);
      assert.equal(zeile?.beginnAm, addDays(one.faelligAm, -vorlaufTage));
    }),
  );
});

test('der Radar zeigt nur Recht, das an dem Tag gilt, und zählt nur eigene Leistungen', () => {
  const one = frist({ validFrom: localDate('2024-07-24'), betrifft: 'digital-only' });
  const eigene = [leistung, { ...leistung, id: 'L2', regelung: 'Land' }];
  const input = { law: law([one], [gruppe('nur-unternehmen')]), eigene, names: all };
  assert.deepEqual(radarOf({ ...input, date: localDate('2024-07-23') }).zeilen, []);
  const [zeile] = radarOf({ ...input, date: localDate('2026-11-22') }).zeilen;
  assert.deepEqual(zeile?.leistungen, ['L1']);
});

test('das Radar bietet als Nutzen an, was die Schriftform ersetzt, nie Papier oder persönliches Erscheinen', () => {
  const alles = { objekte: [], verrichtungen: [], ozgIds: [10001], leistungen: [], schluessel: [] };
  const eintraege = ['antrag', 'persoenlich', 'beurkundung', 'vollmacht', 'nur-schriftlich'].map(
    (art): Eintrag => ({ ...gruppe(art), register: 'schriftform', reichweite: alles }),
  );
  const input = { law: law([], eintraege), eigene: [leistung], names: all, date: localDate('2026-11-22') };
  assert.deepEqual(
    radarOf(input).zeilen.map(({ id }) => id),
    ['antrag'],
  );
});

test('Fehlendes wird gezählt, nicht verschwiegen', () => {
  const { luecken } = radarOf({
    law: law([], []),
    eigene: [leistung],
    names: all,
    date: localDate('2026-11-22'),
  });
  assert.deepEqual(luecken, {
    eigene: 1,
    ohneSchriftform: 1,
    ohneBescheid: 1,
    ohneNutzergruppe: 1,
    digitalOnlyOffen: 1,
    ohneNachweisMarke: 1,
  });
});
