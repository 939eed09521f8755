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

test('was für einzelne Leistungen gelesen ist, geht der breiten Regel vor, die vor sich selbst warnt', () => {
  const gewerbe = verdicts(10294, 'Lemgo').map((each) => each.verdict);
  assert.ok(gewerbe.includes('selbst') && gewerbe.includes('Kreis') && gewerbe.includes('andere Stelle'));
  for (const each of verdicts(10525, 'Lemgo')) assert.equal(each.verdict, 'selbst');
});

test('die Steuerregel erreicht in der Hundehaltung nur die Hundesteuer', () => {
  const lemgo = bodyNamed(duties, 'Lemgo');
  for (const leistung of leistungenOfOzg(duties, 10160)) {
    const { verdict: word, chain } = verdictOf(duties, leistung, lemgo, today);
    const norm = chain.find(({ step }) => step === 'norm')?.text ?? '';
    assert.equal(/KAG/.test(norm), leistung.objekt === '99102013', leistung.name);
    if (leistung.objekt === '99102013') assert.equal(word, 'selbst');
  }
});

test('die Anzeige eines großen Hundes nimmt die Gemeinde entgegen, nach dem Landeshundegesetz', () => {
  const notice = verdict('Hundehaltung Anmeldung', 'Lemgo');
  assert.equal(notice.verdict, 'selbst');
  assert.match(notice.chain.find(({ step }) => step === 'norm')?.text ?? '', /LHundG/);
});

test('die Erlaubnis zur Kindertagespflege ist Sache des Jugendamts und fällt nie unter die Gewerberegel', () => {
  const leistung = leistungNamed(duties, 'Erlaubnis zur Kindertagespflege Erteilung');
  for (const body of duties.facts.bodies) {
    const norm = verdictOf(duties, leistung, body, today).chain.find(({ step }) => step === 'norm');
    assert.match(norm?.text ?? '', /SGB VIII/);
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
    const ended = chain[0]?.step === 'ende';
    if (ended) assert.deepEqual([word, chain.length], ['nicht einschlägig', 1]);
    else if (chain.length === 1 && leistung.typ !== '1' && leistung.typ !== '6') assert.equal(word, 'offen');
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
  assert.equal(verdict('Erdaufschluss', 'Aachen').open?.label, 'Übertragung ungeklärt');
});

test('für eine Körperschaft eines anderen Landes gilt keine Regel aus NRW', () => {
  const hannover = { ags: '03241001', name: 'Hannover', art: 'stadt', kreisAgs: '03241' };
  const { open } = verdictOf(duties, leistungNamed(duties, 'Baugenehmigung'), hannover, today);
  assert.equal(open?.code, 'keine-regel');
});
