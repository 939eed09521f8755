import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { readKatalog } from '../reference-files.ts';
import { neuAmZug } from './am-zug.ts';
import { punkteFor } from './katalog.ts';
import type { Fakt } from './punkt.ts';

const katalog = readKatalog(join(import.meta.dirname, '../../../../data'));
const punkte = punkteFor(katalog, 'gibt-es-erst-morgen');
const fakt = (punkt: string, am: string, change: Partial<Fakt> = {}): Fakt => ({
  ...{ punkt, nummer: 1, art: 'erledigt', nachweis: 'x', grund: null, gueltigBis: null },
  ...{ am: new Date(am), von: 'a', haus: 'H' },
  ...change,
});
const at = (text: string) => ({ moment: new Date(text), tag: localDate(text.slice(0, 10)) });
const times = {
  beginn: new Date('2026-11-01T08:00:00Z'),
  vorher: at('2026-11-10T08:00:00Z'),
  jetzt: at('2026-11-20T08:00:00Z'),
};

test('ein Punkt beginnt auf eine Partei zu warten, wenn erledigt ist, wovon er abhängt', () => {
  const fakten = [
    fakt('rahmenvereinbarung', '2026-11-02T08:00:00Z'),
    fakt('einzelabruf', '2026-11-15T08:00:00Z'),
  ];
  const ids = (partei: 'kommune' | 'dienstleister') =>
    neuAmZug(punkte, fakten, times, new Set([partei])).map(({ id }) => id);
  assert.deepEqual(ids('dienstleister'), ['zustellpunkt', 'support']);
  assert.ok(ids('kommune').includes('parameter'));
  assert.ok(!ids('kommune').includes('avv'), 'it waited before already');
});

test('was ablief, wartet wieder; von einer neuen Anbindung alles, was getan werden kann; sonst nichts', () => {
  const bis = localDate('2026-11-15');
  const lief = [fakt('avv', '2026-11-02T08:00:00Z', { gueltigBis: bis })];
  assert.ok(neuAmZug(punkte, lief, times, new Set(['kommune'])).some(({ id }) => id === 'avv'));
  const fresh = neuAmZug(
    punkte,
    [],
    { ...times, beginn: new Date('2026-11-12T08:00:00Z') },
    new Set(['kommune']),
  );
  assert.deepEqual(fresh.map(({ id }) => id).slice(0, 2), ['rahmenvereinbarung', 'finanzierung']);
  assert.deepEqual(neuAmZug(punkte, [], times, new Set(['kommune'])), []);
});
