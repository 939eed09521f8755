import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointMap } from './point-map.ts';
import { placedPoints } from './point-places.ts';

const points = [
  { ags: '05766044', name: 'Lemgo', group: 'Kreis Lippe', lat: 52.0277, lon: 8.8987 },
  { ags: '05315000', name: 'Köln', group: 'Köln', lat: 50.9384, lon: 6.96 },
];

function mapOf(values: ReadonlyMap<string, number | null>): string {
  const legend = {
    title: 'Stand',
    classes: [
      { from: 0, label: 'Interesse' },
      { from: 1, label: 'live' },
    ],
  };
  return String(
    pointMap({
      id: 'k',
      caption: 'Karte',
      description: 'Sie zeigt etwas.',
      points,
      values,
      legend,
      href: (ags) => `/x/${ags}`,
    }),
  );
}

test('what lies further north stands higher, what lies further east further to the right', () => {
  const { places, size } = placedPoints(points);
  const [lemgo, koeln] = places;
  assert.ok(lemgo && koeln && lemgo.y < koeln.y && lemgo.x > koeln.x);
  for (const { x, y } of places) assert.ok(x >= 0 && x <= size.width && y >= 0 && y <= size.height);
});

test('every Kommune is a link that says its value, and the table behind says the same', () => {
  const page = mapOf(new Map([['05766044', 1]]));
  assert.match(page, /href="\/x\/05766044"[^>]*><title>Lemgo: 1, Gruppe 2<\/title>/);
  assert.match(page, /aria-label="Köln: keine Angabe"/);
  const table = page.slice(page.indexOf('<table'));
  assert.match(table, /href="\/x\/05766044">Lemgo<\/a><\/th><td>1<\/td><td>live<\/td>/);
});

test('one point and no point make a picture too', () => {
  assert.equal(placedPoints([]).places.length, 0);
  const [only] = placedPoints([{ lat: 52, lon: 8 }]).places;
  assert.ok(only && Number.isFinite(only.x) && Number.isFinite(only.y));
});
