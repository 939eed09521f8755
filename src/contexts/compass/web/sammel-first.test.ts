import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf, pageOf } from '../../../../test/support/page-request.ts';
import { type CompassWorld, openCompassWorld, principalOf, stated } from '../testing/compass-world.ts';
import { standOf } from '../use-cases/read-stand.ts';
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

  test('waren es die ersten Angaben, nimmt „Rückgängig“ sie zurück: danach gilt wieder „keine Angabe“', async () => {
    const { me, ask, show } = open();
    const [first, second] = ['L00010', 'L00011'];
    const form = { leistungen: `${first} ${second}`, zustand: 'online' };
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    await ask.post(address, {}, me);
    const saved = await show(address);
    assert.match(saved.query.text, /2 Leistungen hatten vorher keine Angabe; bei ihnen gilt dann wieder/);
    assert.ok(saved.query.get('button', 'Rückgängig machen'));
    await ask.post(`${address}/rueckgaengig`, {}, me);
    const { text } = (await show(address)).query;
    assert.match(text, /Bei 2 Leistungen gilt wieder „keine Angabe“\./);
    assert.doesNotMatch(text, /gelten wieder die früheren Werte/);
    for (const id of [first, second]) {
      assert.equal(await standOf(world.deps, world.lemgo.koordination, id ?? ''), null);
      assert.match((await show(`/stand/${id}`)).query.text, /Rückgängig gemacht: Auswahl von 2 Leistungen/);
    }
  });

  test('auch die Tabelle nimmt erste Angaben zurück, und was danach angegeben wird, ist die nächste Fassung', async () => {
    const { me, ask, show } = open();
    const cells = { 'basis:L00014': 'fassung=0', 'zustand:L00014': 'online', abfrage: 'umfang=pflichten' };
    const saved = redirectOf(await ask.post('/stand/matrix', cells, me));
    const sammel = new URL(saved, 'http://x').searchParams.get('sammel') ?? assert.fail(saved);
    await ask.post(`/stand/sammel/${sammel}/rueckgaengig`, {}, me);
    assert.match((await show(`/stand/sammel/${sammel}`)).query.text, /Bei 1 Leistung gilt wieder „keine/);
    assert.equal(await standOf(world.deps, world.lemgo.koordination, 'L00014'), null);
    const stale = { ...cells, 'basis:L00014': 'fassung=1&w.zustand=online', 'zustand:L00014': 'geplant' };
    const refused = await ask.post('/stand/matrix', stale, me);
    assert.ok(refused.kind === 'page' && refused.status === 422);
    assert.match((await pageOf(refused)).query.text, /zurückgenommen \(Fassung 2\)/);
    redirectOf(await ask.post('/stand/matrix', cells, me));
    assert.equal((await standOf(world.deps, world.lemgo.koordination, 'L00014'))?.fassung, 3);
  });

  test('wer in der Tabelle den Zustand auf „keine Angabe“ stellt, nimmt die Angabe zurück, mit Grund und Rückweg', async () => {
    const { me, ask, show } = open();
    const id = 'L00018';
    await stated(world, world.lemgo, { leistungId: id, aenderung: { zustand: 'online', prioritaet: 1 } });
    const basis = {
      [`basis:${id}`]: 'fassung=1&w.zustand=online&w.prioritaet=1',
      abfrage: 'umfang=pflichten',
    };
    const emptied = { ...basis, [`zustand:${id}`]: '', [`prioritaet:${id}`]: '1' };
    const both = await ask.post('/stand/matrix', { ...emptied, [`prioritaet:${id}`]: '2' }, me);
    assert.ok(both.kind === 'page' && both.status === 422);
    assert.match((await pageOf(both)).query.text, /nimmt die ganze Angabe zurück/);
    const saved = redirectOf(
      await ask.post('/stand/matrix', { ...emptied, [`grund:${id}`]: 'Verwechselt' }, me),
    );
    assert.equal(await standOf(world.deps, world.lemgo.koordination, id), null);
    assert.match((await show(`/stand/${id}`)).query.text, /Verwechselt/);
    const again = await ask.post('/stand/matrix', emptied, me);
    assert.ok(again.kind === 'page' && again.status === 422, 'nothing is stated any more');
    const sammel = new URL(saved, 'http://x').searchParams.get('sammel') ?? assert.fail(saved);
    await ask.post(`/stand/sammel/${sammel}/rueckgaengig`, {}, me);
    const back = await standOf(world.deps, world.lemgo.koordination, id);
    assert.deepEqual([back?.zustand, back?.prioritaet], ['online', 1]);
  });

  test('gemeinsam zurücknehmen: „keine Angabe“ wählen, Vorschau, speichern; ein anderes Feld dazu geht nicht', async () => {
    const { me, ask, show } = open();
    for (const leistungId of ['L00015', 'L00016'])
      await stated(world, world.lemgo, { leistungId, aenderung: { zustand: 'online' } });
    const form = { leistungen: 'L00015 L00016 L00017', zustand: 'keine-angabe' };
    const both = await ask.post('/stand/sammel/vorschau', { ...form, prioritaet: '1' }, me);
    assert.ok(both.kind === 'page' && both.status === 422);
    assert.match((await pageOf(both)).query.text, /nimmt die ganze Angabe zurück/);
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    assert.match((await show(address)).query.text, /online.*keine Angabe/);
    await ask.post(address, {}, me);
    assert.match((await show(address)).query.text, /2 Leistungen geändert/);
    assert.equal(await standOf(world.deps, world.lemgo.koordination, 'L00015'), null);
    await ask.post(`${address}/rueckgaengig`, {}, me);
    assert.match((await show(address)).query.text, /Bei 2 Leistungen gelten wieder die früheren Werte/);
    assert.equal((await standOf(world.deps, world.lemgo.koordination, 'L00015'))?.zustand, 'online');
  });

  test('waren nur manche erste Angaben, sagt die Seite vorher, was dann gilt; danach nicht „geändert“ und „zurückgenommen“ zugleich', async () => {
    const { me, ask, show } = open();
    await stated(world, world.lemgo, { leistungId: 'L00012', aenderung: { zustand: 'vorgemerkt' } });
    const form = { leistungen: 'L00012 L00013', zustand: 'online' };
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    await ask.post(address, {}, me);
    assert.match((await show(address)).query.text, /1 Leistung hatte vorher keine Angabe; bei ihr gilt dann/);
    await ask.post(`${address}/rueckgaengig`, {}, me);
    const { text } = (await show(address)).query;
    assert.match(text, /Bei 1 Leistung gelten wieder die früheren Werte\. Bei 1 Leistung gilt wieder „keine/);
    assert.match(text, /Geändert hatte sie 2 Leistungen\./);
  });
});
