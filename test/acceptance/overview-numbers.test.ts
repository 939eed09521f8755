import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

/** The tiles of a page: number, label and where the number leads. */
function tilesOf(html: string) {
  return html
    .split('class="lw-stat"')
    .slice(1)
    .map((tile) => {
      const href = /href="([^"]+)"/.exec(tile)?.[1]?.replaceAll('&amp;', '&') ?? '';
      const value = /lw-stat__value[^>]*>([^<]+)</.exec(tile)?.[1] ?? '';
      const label = /<a[^>]*>([^<]+)</.exec(tile)?.[1] ?? '';
      return { label, value: Number(value.replaceAll('.', '')), href };
    });
}

function rowsOf(html: string): number {
  const [, count = '-1'] = /id="liste-ergebnis"><span>([\d.]+)/.exec(html) ?? [];
  return Number(count.replaceAll('.', ''));
}

describe('the overview of each role', () => {
  let app: RunningApp;
  before(async () => {
    app = await runningApp();
  });
  after(() => app[Symbol.asyncDispose]());

  // A code counts once, so each signs in once.
  const people = new Map<string, Promise<Visitor>>();
  const as = (key: string): Promise<Visitor> => {
    const someone = people.get(key) ?? signedIn(app, key);
    people.set(key, someone);
    return someone;
  };

  const leadsToItsRows = async (key: string, page: string, counted: readonly string[]) => {
    const me = await as(key);
    const tiles = tilesOf((await me.get(page)).text);
    for (const label of counted) {
      const tile = tiles.find((one) => one.label === label);
      assert.ok(tile, `${label} of ${tiles.map((one) => one.label)}`);
      assert.equal(rowsOf((await me.get(tile.href)).text), tile.value, `${label}: ${tile.href}`);
    }
  };

  for (const [key, counted] of [
    ['lemgo', ['Online', 'Ohne Angabe', 'Termin verstrichen', 'Älter als ein Jahr']],
    ['lemgo-bauamt', ['Online', 'Ohne Angabe', 'Termin verstrichen', 'Älter als ein Jahr']],
    ['ozg-leitung', ['Pflichten online', 'Ohne Angabe']],
  ] as const)
    test(`${key}: every number leads to exactly the rows that it counts`, () =>
      leadsToItsRows(key, '/uebersicht', counted));

  test('so does every number of the start page', () =>
    leadsToItsRows('lemgo', '/', ['Selbst zuständig', 'Andere zuständig', 'Noch offen']));

  test('the IT-Dienstleister comes from each silent Kommune and each Themenfeld to what is counted there', async () => {
    const me = await as('ozg-leitung');
    const { text } = await me.get('/uebersicht');
    const silent = [...text.matchAll(/href="(\/zahlen\/paare\?kommune=[^"]+)"[\s\S]*?lw-cell">([\d.]+)</g)];
    assert.ok(silent.length > 0, 'nobody is silent');
    for (const [, href = '', count = ''] of silent)
      assert.equal(
        rowsOf((await me.get(href.replaceAll('&amp;', '&'))).text),
        Number(count.replaceAll('.', '')),
        href,
      );
    assert.match(text, /href="\/zahlen\/paare\?themenfeld=/);
  });

  test('the start page leads there first', async () => {
    for (const key of ['lemgo', 'lemgo-bauamt', 'ozg-leitung'])
      assert.match((await (await as(key)).get('/')).text, /<main[\s\S]*href="\/uebersicht"/);
  });
});
