import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { bodyNamed, leistungenOfOzg, leistungNamed, realDuties, today } from '../testing/real-duties.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdict-of.ts';

const duties = realDuties();

function verdicts(ozgId: number, name: string, day: string = today): readonly Verdict[] {
  return leistungenOfOzg(duties, ozgId).map((leistung) =>
    verdictOf(duties, leistung, bodyNamed(duties, name), localDate(day)),
  );
}

function verdict(leistung: string, name: string, day: string = today): Verdict {
  return verdictOf(duties, leistungNamed(duties, leistung), bodyNamed(duties, name), localDate(day));
}

function stepsOf({ chain }: Verdict): readonly string[] {
  return chain.map((link) => link.step);
}

test('Lüdenscheid stellt Aufenthaltstitel bis Ende 2024 selbst aus, danach ist es offen: Norm außer Kraft', () => {
  const before = verdict('Niederlassungserlaubnis', 'Lüdenscheid', '2024-12-31');
  assert.equal(before.verdict, 'selbst');
  assert.equal(before.grade, 'einschaetzung');
  assert.match(
    before.chain.find((link) => link.step === 'groessenklasse')?.note ?? '',
    /früher nicht belegt/,
  );
  for (const day of ['2025-01-01', '2026-11-21']) {
    const after = verdict('Niederlassungserlaubnis', 'Lüdenscheid', day);
    assert.equal(after.verdict, 'offen');
    assert.equal(after.open?.label, 'Norm außer Kraft');
  }
});

test('die Regel endet mit dem genannten Tag, ihr Beginn bleibt unbekannt', () => {
  const norm = verdict('Niederlassungserlaubnis', 'Lüdenscheid', '2024-12-31').chain.find(
    (link) => link.step === 'norm',
  );
  assert.equal(norm?.validFrom, null);
  assert.equal(norm?.validTo, '2024-12-31');
  assert.match(norm?.note ?? '', /gilt ab: unbekannt/);
});

test('eine Regel, die vor sich selbst warnt, lässt offen und nennt ihre Bemerkung', () => {
  const remarks: readonly (readonly [number, RegExp])[] = [
    [10294, /je LeiKa/],
    [10110, /je LeiKa trennen/],
    [10173, /gesondert prüfen/],
    [10348, /gesondert prüfen/],
    [10084, /je Kreis pflegen/],
    [10086, /je Kreis pflegen/],
    [10525, /neu gefasst/],
    [10526, /neu gefasst/],
    [10543, /neu gefasst/],
  ];
  for (const [ozgId, remark] of remarks) {
    const open = verdicts(ozgId, 'Köln').filter((each) => each.verdict === 'offen');
    assert.ok(open.length > 0, `${ozgId}`);
    for (const each of open) assert.match(each.open?.text ?? '', remark);
  }
});

test('von den Leistungen unter einem Vorbehalt sind nur die entschieden, die der Text der Regel nennt', () => {
  const warned = [10294, 10564, 10110, 10173, 10348, 10084, 10086, 10525, 10526, 10543];
  const lemgo = bodyNamed(duties, 'Lemgo');
  const decided = warned
    .flatMap((ozgId) => leistungenOfOzg(duties, ozgId))
    .filter((leistung) => verdictOf(duties, leistung, lemgo, today).verdict !== 'offen')
    .map((leistung) => leistung.leika);
  assert.deepEqual(decided.sort(), [
    '99050012070000',
    '99050012071000',
    '99050012104000',
    '99052001000000',
    '99052001055000',
    '99108012005003',
    '99108037226000',
    '99108037226001',
  ]);
});

test('die alte Fassung des Denkmalschutzgesetzes gilt nicht mehr', () => {
  for (const each of verdicts(10525, 'Lemgo')) assert.equal(each.open?.label, 'Norm außer Kraft');
});

test('die Steuerregel erreicht in der Hundehaltung nur die Hundesteuer', () => {
  const lemgo = bodyNamed(duties, 'Lemgo');
  for (const leistung of leistungenOfOzg(duties, 10160)) {
    const { verdict: word, open } = verdictOf(duties, leistung, lemgo, today);
    if (leistung.objekt === '99102013') assert.equal(word, 'selbst');
    else assert.equal(open?.code, 'keine-regel');
  }
});

test('die Erlaubnis zur Kindertagespflege fällt nie unter die Gewerberegel', () => {
  for (const body of duties.facts.bodies) {
    const leistung = leistungNamed(duties, 'Erlaubnis zur Kindertagespflege Erteilung');
    assert.notEqual(verdictOf(duties, leistung, body, today).verdict, 'selbst');
  }
});

test('Beibehaltung, Entlassung und Verzicht liegen bei der Bezirksregierung, auch wo der Katalog den Bund nennt', () => {
  for (const ozgId of [10275, 10276]) {
    for (const each of verdicts(ozgId, 'Lemgo')) {
      assert.equal(each.verdict, 'Land');
      assert.equal(each.stelle?.name, 'Bezirksregierung');
    }
  }
});

test('sonst hebt eine breite Regel die Typisierung Bund nicht auf: offen, mit beiden Aussagen', () => {
  const { verdict: word, open } = verdict('Zentrales Fahrerlaubnisregister Auskunft', 'Köln');
  assert.equal(word, 'offen');
  assert.equal(open?.code, 'widerspruch-typisierung');
});

test('Typ 1 ohne Regel ist Sache des Bundes, Typ 6 ist keine Leistung, ohne Typ bleibt es offen', () => {
  const lemgo = bodyNamed(duties, 'Lemgo');
  for (const leistung of duties.facts.leistungen) {
    const { verdict: word, open, chain } = verdictOf(duties, leistung, lemgo, today);
    if (leistung.typ === null) assert.equal(open?.code, 'typisierung-fehlt');
    if (leistung.typ === '6') assert.equal(word, 'nicht einschlägig');
    if (word === 'Bund') assert.deepEqual([leistung.typ, chain.length], ['1', 1]);
    if (chain.length === 1 && leistung.typ !== '1' && leistung.typ !== '6') assert.equal(word, 'offen');
  }
});

test('das Jugendamt hängt von einer Bestimmung ab: Lemgo hat sie, Lüdenscheid nicht, Altena auch nicht', () => {
  const lemgo = verdict('Unterhaltsvorschuss', 'Lemgo');
  assert.equal(lemgo.verdict, 'selbst');
  assert.equal(lemgo.grade, 'sekundaerquelle');
  assert.deepEqual(stepsOf(lemgo), ['typisierung', 'norm', 'groessenklasse', 'bestimmung', 'stelle']);
  for (const name of ['Detmold', 'Lage', 'Bad Salzuflen'])
    assert.equal(verdict('Unterhaltsvorschuss', name).verdict, 'selbst');
  for (const name of ['Lüdenscheid', 'Altena', 'Hürth'])
    assert.equal(verdict('Unterhaltsvorschuss', name).open?.label, 'hängt von einer Bestimmung ab');
  assert.equal(verdict('Unterhaltsvorschuss', 'Kalletal').stelle?.name, 'Kreis Lippe');
});

test('Kreis Lippe handelt im Unterhaltsvorschuss für die zwölf Gemeinden ohne eigenes Jugendamt', () => {
  const lippe = verdict('Unterhaltsvorschuss', 'Kreis Lippe');
  assert.equal(lippe.verdict, 'selbst');
  const text = lippe.chain.find((link) => link.step === 'stelle')?.text ?? '';
  assert.match(text, /handelt für Augustdorf.*Schlangen\. Nicht für: Bad Salzuflen, Detmold, Lage, Lemgo\./);
});

test('Hürth und Altena sind beide Mittlere: Bauaufsicht selbst, Führerschein beim Kreis', () => {
  for (const name of ['Hürth', 'Altena']) {
    assert.equal(verdict('Baugenehmigung', name).verdict, 'selbst');
    assert.equal(verdict('Führerschein', name).verdict, 'Kreis');
  }
});

test('die Stadt Aachen hat den Status einer kreisfreien Stadt, die StädteRegion handelt trotzdem für sie', () => {
  const aachen = verdict('Gesundheitszeugnis', 'Aachen');
  assert.deepEqual([aachen.verdict, aachen.stelle?.ags], ['Kreis', '05334']);
  assert.ok(stepsOf(aachen).includes('uebertragung'));
  assert.equal(verdict('Niederlassungserlaubnis', 'Aachen', '2024-12-31').verdict, 'Kreis');
  assert.equal(verdict('Baugenehmigung', 'Aachen').verdict, 'selbst');
  assert.equal(verdict('Wasserbuch', 'Aachen').open?.label, 'Übertragung ungeklärt');
});

test('für eine Körperschaft eines anderen Landes gilt keine Regel aus NRW', () => {
  const hannover = { ags: '03241001', name: 'Hannover', art: 'stadt', kreisAgs: '03241' };
  const { open } = verdictOf(duties, leistungNamed(duties, 'Baugenehmigung'), hannover, today);
  assert.equal(open?.code, 'keine-regel');
});
