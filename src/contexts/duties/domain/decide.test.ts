import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate, type Validity } from '#kernel';
import { ask } from '../testing/remove-link.ts';
import { bodies, leistung } from '../testing/synthetic-facts.ts';
import type { Bestimmung } from './bestimmung.ts';
import type { DutyBody } from './compiled-duties.ts';
import type { Ende } from './ende.ts';
import type { Groessenklasse } from './groessenklasse.ts';
import type { Regel, Verteilungswert } from './regel.ts';
import { keineReichweite, type Reichweite } from './reichweite.ts';
import type { Uebertragung } from './uebertragung.ts';

const always: Validity = { validFrom: null, validTo: null };
const source = { title: 'Quelle', url: null };
const [kreis, , freistadt, gemeinde, nachbar] = bodies;
assert.ok(kreis && freistadt && gemeinde && nachbar);

function regel(id: string, werte: string, changes: Partial<Regel> = {}): Regel {
  const [frei, gross, mittel, klein, kreiswert] = werte.split('') as Verteilungswert[];
  return {
    id,
    aufgabeId: id,
    land: '05',
    aufgabe: `Aufgabe ${id}`,
    reichweite: reach({ ozgIds: [10001] }),
    verteilung: {
      'kreisfreie-stadt': frei ?? '-',
      'grosse-kreisangehoerige-stadt': gross ?? '-',
      'mittlere-kreisangehoerige-stadt': mittel ?? '-',
      'kreisangehoerige-gemeinde': klein ?? '-',
      kreis: kreiswert ?? '-',
      staedteregion: kreiswert ?? '-',
    },
    stelle: null,
    norm: `§ ${id}`,
    quellen: [source],
    beleg: 'primär',
    evidenz: 'norm-gelesen',
    ...always,
    ausserKraft: false,
    nachfolgeGeprueft: false,
    auchTyp1: null,
    vorbehalte: [],
    bemerkung: null,
    ...changes,
  };
}

function reach(part: Partial<Reichweite>): Reichweite {
  return { ...keineReichweite, ...part };
}

function uebertragung(changes: Partial<Uebertragung>): Uebertragung {
  return {
    id: 'vereinbarung',
    von: kreis?.ags ?? '',
    nach: null,
    gebiet: null,
    aufgabeIds: ['a'],
    reichweite: null,
    norm: 'Vereinbarung',
    source,
    evidenz: 'sekundaerquelle',
    ...always,
    erfunden: false,
    note: null,
    ...changes,
  };
}

interface Law {
  readonly regeln: readonly Regel[];
  readonly uebertragungen?: readonly Uebertragung[];
  readonly bestimmungen?: readonly Bestimmung[];
  readonly typ?: string;
  readonly letzterTag?: string;
}

function endeOn(day: string): Ende {
  const grund = 'Das Dokument ist abgeschafft';
  const source = { title: 'BGBl. I', url: 'https://beispiel.de/bgbl' };
  return {
    leistungId: leistung.id,
    letzterTag: localDate(day),
    grund,
    source,
    evidenz: 'sekundaerquelle',
    note: null,
  };
}

function verdict(law: Law, body: DutyBody | undefined, day = '2026-11-21') {
  assert.ok(body);
  const klasseOf = (ags: string): Groessenklasse =>
    ags.length === 5
      ? 'kreis'
      : ags === freistadt?.ags
        ? 'kreisfreie-stadt'
        : 'mittlere-kreisangehoerige-stadt';
  const asked = { ...leistung, typ: law.typ ?? leistung.typ };
  const { regeln, uebertragungen = [], bestimmungen = [] } = law;
  const klasseOn = (ags: string) => ({
    klasse: klasseOf(ags),
    ...always,
    source,
    grade: 'norm-gelesen' as const,
    note: null,
  });
  const facts = {
    regelwerk: { regeln, uebertragungen, bestimmungen },
    leistungen: [asked],
    enden: new Map(law.letzterTag === undefined ? [] : [[asked.id, endeOn(law.letzterTag)]]),
    bodies,
    klasseOn,
  };
  return ask({ facts, leistung: asked, body, date: localDate(day) });
}

test('die speziellere Regel geht vor: Schlüssel vor Objekt vor OZG-Leistung', () => {
  const broad = regel('a', 'SSSSS');
  const object = regel('b', 'SSKKS', { reichweite: reach({ objekte: ['99001001'] }) });
  const key = regel('c', 'LLLLL', {
    stelle: 'Bezirksregierung',
    reichweite: reach({ schluessel: ['99001001001000'] }),
  });
  assert.equal(verdict({ regeln: [broad] }, gemeinde).verdict, 'selbst');
  assert.equal(verdict({ regeln: [broad, object] }, gemeinde).verdict, 'Kreis');
  assert.equal(verdict({ regeln: [broad, object, key] }, gemeinde).verdict, 'Land');
});

test('zwei gleich spezielle Regeln, die sich widersprechen, lassen offen und werden beide genannt', () => {
  const { verdict: word, open } = verdict({ regeln: [regel('a', 'SSSSS'), regel('b', 'SSKKS')] }, gemeinde);
  assert.equal(word, 'offen');
  assert.match(open?.text ?? '', /§ a.*§ b/);
  assert.equal(verdict({ regeln: [regel('a', 'SSSSS'), regel('b', 'SSKKS')] }, freistadt).verdict, 'selbst');
});

test('eine gelesene Nachfolge schließt an: am letzten Tag die alte, am nächsten die neue Regel', () => {
  const old = regel('alt', 'SSSSS', { validTo: localDate('2024-12-31'), nachfolgeGeprueft: true });
  const next = regel('neu', 'SSKKS', { validFrom: localDate('2025-01-01') });
  assert.equal(verdict({ regeln: [old, next] }, gemeinde, '2024-12-31').verdict, 'selbst');
  assert.equal(verdict({ regeln: [old, next] }, gemeinde, '2025-01-01').verdict, 'Kreis');
});

test('vor einem bekannten Beginn ist es offen', () => {
  const next = regel('neu', 'SSSSS', { validFrom: localDate('2025-01-01') });
  assert.equal(verdict({ regeln: [next] }, gemeinde, '2024-12-31').open?.code, 'norm-noch-nicht-in-kraft');
});

test('eine ungelesene Nachfolge wird nicht durch eine breitere Regel ersetzt', () => {
  const special = regel('b', 'SSKKS', {
    reichweite: reach({ objekte: ['99001001'] }),
    validTo: localDate('2024-12-31'),
  });
  assert.equal(verdict({ regeln: [regel('a', 'SSSSS'), special] }, gemeinde).open?.code, 'norm-ausser-kraft');
});

test('eine andere Stelle wird benannt', () => {
  const kammer = regel('a', 'XXXXX', { stelle: 'Handwerkskammer' });
  const { verdict: word, stelle } = verdict({ regeln: [kammer] }, gemeinde);
  assert.deepEqual([word, stelle?.name, stelle?.ags], ['andere Stelle', 'Handwerkskammer', null]);
});

test('eine eigene Aufgabe des Kreises ist bei ihm selbst und bei den Gemeinden nicht einschlägig', () => {
  const aufsicht = regel('a', '----S');
  assert.equal(verdict({ regeln: [aufsicht] }, kreis).verdict, 'selbst');
  const { verdict: word, chain } = verdict({ regeln: [aufsicht] }, gemeinde);
  assert.equal(word, 'nicht einschlägig');
  assert.match(chain[1]?.text ?? '', /Zuständig: Kreis, Städteregion/);
});

test('der Kreis ist nicht einschlägig, wenn jede Gemeinde es selbst tut, und offen, solange es offen ist', () => {
  const application = { regeln: [regel('a', 'SSAKS')] };
  assert.equal(verdict(application, kreis).open?.code, 'gemeinden-offen');
  const bestimmungen = bodies
    .filter((body) => body.kreisAgs === kreis.ags)
    .map((body) => bestimmung(body.ags, true));
  assert.equal(verdict({ ...application, bestimmungen }, kreis).verdict, 'nicht einschlägig');
  const [, ...rest] = bestimmungen;
  const mixed = verdict({ ...application, bestimmungen: [bestimmung(gemeinde.ags, false), ...rest] }, kreis);
  assert.equal(mixed.verdict, 'selbst');
  const partly = verdict({ ...application, bestimmungen: [bestimmung(gemeinde.ags, false)] }, kreis);
  assert.equal(partly.verdict, 'selbst');
  assert.match(partly.chain.at(-1)?.text ?? '', /handelt für Gemeinde 05001001\. Offen ist:/);
});

function bestimmung(ags: string, bestimmt: boolean, changes: Partial<Bestimmung> = {}): Bestimmung {
  const id = `${ags}-${bestimmt}`;
  return {
    id,
    ags,
    aufgabeId: 'a',
    bestimmt,
    source,
    evidenz: 'sekundaerquelle',
    ...always,
    erfunden: false,
    note: null,
    ...changes,
  };
}

test('eine jüngere Bestimmung ersetzt die ältere ab ihrem Tag', () => {
  const law = {
    regeln: [regel('a', 'SSAKS')],
    bestimmungen: [
      bestimmung(gemeinde.ags, true, { validFrom: localDate('1995-07-01') }),
      bestimmung(gemeinde.ags, false, { validFrom: localDate('2026-01-01') }),
    ],
  };
  assert.equal(verdict(law, gemeinde, '1995-06-30').verdict, 'offen');
  assert.equal(verdict(law, gemeinde, '2025-12-31').verdict, 'selbst');
  assert.equal(verdict(law, gemeinde, '2026-01-01').verdict, 'Kreis');
});

test('eine Übertragung verschiebt die Aufgabe nur in ihrer Zeit und ihrem Gebiet', () => {
  const back = uebertragung({
    nach: { name: gemeinde.name, ags: gemeinde.ags },
    gebiet: [gemeinde.ags],
    validFrom: localDate('2025-01-01'),
    validTo: localDate('2025-12-31'),
  });
  const law = { regeln: [regel('a', 'SKKKS')], uebertragungen: [back] };
  assert.equal(verdict(law, gemeinde, '2024-12-31').verdict, 'Kreis');
  assert.equal(verdict(law, gemeinde, '2025-06-30').verdict, 'selbst');
  assert.equal(verdict(law, gemeinde, '2026-01-01').verdict, 'Kreis');
  assert.equal(verdict(law, nachbar, '2025-06-30').verdict, 'Kreis');
});

test('Zweckverband, Widerspruch und Kreislauf von Übertragungen', () => {
  const rules = [regel('a', 'SKKKS')];
  const verband = uebertragung({ nach: { name: 'Zweckverband', ags: null } });
  assert.equal(verdict({ regeln: rules, uebertragungen: [verband] }, gemeinde).verdict, 'andere Stelle');
  const toFreistadt = uebertragung({ id: 'zwei', nach: { name: freistadt.name, ags: freistadt.ags } });
  const both = verdict({ regeln: rules, uebertragungen: [verband, toFreistadt] }, gemeinde);
  assert.equal(both.open?.code, 'uebertragung-widerspruch');
  const home = uebertragung({ id: 'drei', von: freistadt.ags, nach: { name: kreis.name, ags: kreis.ags } });
  const circle = verdict({ regeln: rules, uebertragungen: [toFreistadt, home] }, gemeinde);
  assert.equal(circle.open?.code, 'uebertragung-widerspruch');
});

test('das Urteil ist so gut belegt wie sein schwächstes entscheidendes Glied', () => {
  const weak = uebertragung({ nach: { name: freistadt.name, ags: freistadt.ags }, evidenz: 'einschaetzung' });
  const rules = [regel('a', 'SKKKS')];
  assert.equal(verdict({ regeln: rules }, gemeinde).grade, 'norm-gelesen');
  assert.equal(verdict({ regeln: rules, uebertragungen: [weak] }, gemeinde).grade, 'einschaetzung');
});

test('Typ 1 mit einer Regel, die ausdrücklich auch dafür gilt, folgt der Regel', () => {
  const land = regel('a', 'LLLLL', { stelle: 'Bezirksregierung', auchTyp1: 'Die Norm nennt sie.' });
  assert.equal(verdict({ regeln: [land], typ: '1' }, gemeinde).verdict, 'Land');
  assert.equal(verdict({ regeln: [{ ...land, auchTyp1: null }], typ: '1' }, gemeinde).verdict, 'offen');
  assert.equal(verdict({ regeln: [], typ: '1' }, gemeinde).verdict, 'Bund');
});

test('was beendet ist, schuldet ab dem Tag danach niemand; am letzten Tag gilt noch alles', () => {
  const law = { regeln: [regel('a', 'SSKKS')], letzterTag: '2023-12-31' };
  assert.equal(verdict(law, freistadt, '2023-12-31').verdict, 'selbst');
  assert.equal(verdict(law, gemeinde, '2023-12-31').verdict, 'Kreis');
  for (const body of bodies) {
    const { verdict: word, stelle, grade, open, chain } = verdict(law, body, '2024-01-01');
    assert.deepEqual([word, stelle, grade, open], ['nicht einschlägig', null, 'sekundaerquelle', null]);
    assert.deepEqual(
      chain.map((link) => [link.step, link.source?.url, link.validFrom]),
      [['ende', 'https://beispiel.de/bgbl', '2024-01-01']],
    );
    assert.match(chain[0]?.text ?? '', /letzter Tag war der 31\.12\.2023: Das Dokument ist abgeschafft/);
  }
});

test('das Ende geht jeder offenen Frage vor: ohne Typisierung, ohne Regel, im Widerspruch', () => {
  const letzterTag = '2023-12-31';
  const contradiction = [regel('a', 'SSSSS'), regel('b', 'KKKKS')];
  for (const law of [{ regeln: [] }, { regeln: contradiction }, { regeln: [], typ: '99' }]) {
    assert.equal(verdict({ ...law, letzterTag }, gemeinde, letzterTag).verdict, 'offen');
    assert.equal(verdict({ ...law, letzterTag }, gemeinde).verdict, 'nicht einschlägig');
  }
});
