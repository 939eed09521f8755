import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalogue } from '#catalogue';
import { localDate } from '#kernel';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import type { Freigabe } from '../domain/freigabe.ts';
import { carryFreigaben } from './carry-freigaben.ts';

const today = localDate('2026-11-22');
const text = { was: 'So geht es.', fuerWen: '', benoetigt: '', kosten: '', dauer: '', frist: '', recht: '' };

function freigabe(leistungId: string, at: string, was = text.was): Freigabe {
  const freigegebenAm = new Date(at);
  return { tenant: 'a', ags: '05766044', leistungId, nummer: 3, text: { ...text, was }, freigegebenAm };
}

function edge(von: string, nach: string): Catalogue['nachfolgen'][number] {
  return { von, nach, art: 'teilung', fassung: 2, seit: localDate('2026-11-01'), gilt: true };
}

test('a released text goes on under the parts of a split, and the youngest under what was merged', async () => {
  const shipped = await shippedCatalogue();
  const leistungById = new Map(
    [...shipped.leistungById].filter(([id]) => id !== 'L00001' && id !== 'L00002'),
  );
  const nachfolgen = [edge('L00001', 'L00003'), edge('L00001', 'L00004'), edge('L00002', 'L00004')];
  const catalogue: Catalogue = { ...shipped, leistungById, nachfolgen };
  const stored = [
    freigabe('L00001', '2026-01-01', 'alt'),
    freigabe('L00002', '2026-02-01', 'jung'),
    freigabe('L00005', '2026-03-01', 'eigen'),
  ];
  const carried = carryFreigaben(catalogue, stored, today);
  assert.deepEqual(
    carried.map(({ leistungId, nummer, text: now }) => [leistungId, nummer, now?.was]).toSorted(),
    [
      ['L00003', 0, 'alt'],
      ['L00004', 0, 'jung'],
      ['L00005', 3, 'eigen'],
    ],
  );
  const own = freigabe('L00004', '2026-04-01', 'neu geschrieben');
  const after = carryFreigaben(catalogue, [...stored, own], today);
  assert.deepEqual(
    after.filter(({ leistungId }) => leistungId === 'L00004'),
    [own],
  );
  assert.deepEqual(carryFreigaben(shipped, stored, today), stored, 'without a split nothing moves');
});
