import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nrwMap } from './nrw-map.ts';

const legend = {
  title: 'Anteil online',
  classes: [
    { from: 0, label: 'unter 50 %' },
    { from: 50, label: 'ab 50 %' },
  ],
};

function mapOf(values: ReadonlyMap<string, number | null>): string {
  return String(
    nrwMap({
      id: 'k',
      caption: 'Karte',
      description: 'Sie zeigt etwas.',
      values,
      legend,
      href: (ags) => `/kommunen/${ags}`,
    }),
  );
}

test('every one of the 396 Kommunen is a link with its name, its Kreis and its value', () => {
  const page = mapOf(new Map([['05766044', 62]]));
  assert.equal(page.match(/<a class="lw-map__tile/g)?.length, 396);
  assert.match(page, /aria-label="Lemgo, Kreis Lippe: 62, Gruppe 2"/);
  assert.match(page, /aria-label="Münster: keine Angabe"/);
});

test('the class shows as number and colour; nothing stated is a class of its own, not zero', () => {
  const page = mapOf(
    new Map([
      ['05766044', 50],
      ['05766020', 0],
      ['05766008', null],
    ]),
  );
  const tile = (name: string) => new RegExp(`lw-shade-(\\d)"[^>]*aria-label="${name},`).exec(page)?.[1];
  assert.deepEqual([tile('Lemgo'), tile('Detmold'), tile('Bad Salzuflen')], ['2', '1', '0']);
});

test('the table behind the map says the same, Kreis by Kreis', () => {
  const page = mapOf(new Map([['05766044', 62]]));
  const table = page.slice(page.indexOf('<table'));
  assert.match(table, /Kreis Lippe<\/th>/);
  assert.match(table, /href="\/kommunen\/05766044">Lemgo<\/a><\/th><td>62<\/td><td>ab 50 %<\/td>/);
  assert.equal(table.match(/<th scope="row">/g)?.length, 396);
});
