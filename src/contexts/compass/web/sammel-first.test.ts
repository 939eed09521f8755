import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { type CompassWorld, openCompassWorld, principalOf, stated } from '../testing/compass-world.ts';
import { compassPages } from './pages.ts';

function redirectOf(answer: { readonly kind: string; readonly to?: string }): string {
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 800));
  return answer.to ?? '';
}

describe('viele Leistungen auf einmal, zum ersten Mal', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const open = () => {
    const me = principalOf(world.lemgo.koordination);
    const ask = askerOf(compassPages(world.deps));
    return { me, ask, show: async (path: string) => pageOf(await ask.get(path, me)) };
  };

  test('in der Spalte „Leistung“ darf auch die Nummer oder der LeiKa-Schlüssel stehen; was fehlt, steht da', async () => {
    const { me, ask, show } = open();
    const zeilen = [
      'Leistung\tZustand\tFallzahl\tJahr',
      'L00004\tonline\t12\t2025',
      '99 102 013 002 000\tonline\t12\t2025',
      'L00005\tonline\t12\t',
      'L00006\tonline\tviele\t2025',
    ].join('\n');
    const address = redirectOf(await ask.post('/stand/einfuegen', { zeilen }, me));
    const { text } = (await show(address)).query;
    assert.doesNotMatch(text, /steht nicht im Katalog/);
    assert.match(text, /Hundesteuer Festsetzung/);
    assert.match(text, /Aus welchem Jahr ist die Fallzahl\? Bitte ergänzen Sie das Jahr\./);
    assert.match(text, /Fallzahl: Bitte eine ganze Zahl/);
    assert.doesNotMatch(text, /Fallzahl: Fallzahl/);
    assert.match(text, /lesen Sie sie noch einmal ein/);
    assert.doesNotMatch(text, /Datei noch einmal hoch/);
  });

  test('waren es die ersten Angaben, verspricht niemand ein Rückgängig: sie lassen sich gleich noch einmal ändern', async () => {
    const { me, ask, show } = open();
    const [first, second] = ['L00010', 'L00011'];
    const form = { leistungen: `${first} ${second}`, zustand: 'online' };
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    await ask.post(address, {}, me);
    const saved = await show(address);
    assert.match(saved.query.text, /Das waren die ersten Angaben zu diesen 2 Leistungen/);
    assert.throws(() => saved.query.get('button', 'Rückgängig machen'));
    assert.ok(saved.query.get('button', 'Noch einmal gemeinsam ändern'));
    const again = await ask.post(
      '/stand/sammel',
      new URLSearchParams([
        ['abfrage', 'umfang=alle'],
        ['auswahl', first ?? ''],
        ['auswahl', second ?? ''],
      ]),
      me,
    );
    assert.equal((await pageOf(again)).title, '2 Leistungen gemeinsam ändern');
  });

  test('waren nur manche erste Angaben, sagt die Seite vorher, was bleibt; danach nicht „geändert“ und „zurückgenommen“ zugleich', async () => {
    const { me, ask, show } = open();
    await stated(world, world.lemgo, { leistungId: 'L00012', aenderung: { zustand: 'vorgemerkt' } });
    const form = { leistungen: 'L00012 L00013', zustand: 'online' };
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    await ask.post(address, {}, me);
    assert.match((await show(address)).query.text, /1 Leistung hatte vorher keine Angabe; bei ihr bleibt/);
    await ask.post(`${address}/rueckgaengig`, {}, me);
    const { text } = (await show(address)).query;
    assert.match(text, /Bei 1 Leistung gelten wieder die früheren Werte/);
    assert.match(text, /Geändert hatte sie 2 Leistungen\./);
  });
});
