import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Upload } from '#platform';
import { askerOf, downloadOf, pageOf } from '../../../../test/support/page-request.ts';
import { deliverWaiting } from '../../../platform/testing/deliver-waiting.ts';
import { sammelHandlers } from '../sammel-handlers.ts';
import {
  type CompassWorld,
  editorFor,
  openCompassWorld,
  principalOf,
  stated,
} from '../testing/compass-world.ts';
import { changeStand } from '../use-cases/change-stand.ts';
import { standOf } from '../use-cases/read-stand.ts';
import { compassOperations } from './operations.ts';
import { compassPages } from './pages.ts';

const hund = 'L02950';

function redirectOf(answer: { readonly kind: string; readonly to?: string }): string {
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer).slice(0, 800));
  return answer.to ?? '';
}

function uploadOf(fileName: string, content: Buffer): ReadonlyMap<string, readonly Upload[]> {
  async function* open() {
    yield content;
  }
  return new Map([['datei', [{ fileName, bytes: content.length, scanned: null, open }]]]);
}

describe('viele Leistungen auf einmal', () => {
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

  /** Does what the worker would do with the events that wait. */
  const work = () => deliverWaiting(world.t, sammelHandlers(world.deps));

  test('ausgewählte Leistungen: Felder wählen, Vorschau, speichern, rückgängig', async () => {
    const { me, ask, show } = open();
    await stated(world, world.lemgo, { leistungId: hund, aenderung: { zustand: 'vorgemerkt' } });
    const list = await show('/stand?suche=Hundesteuer+Festsetzung');
    assert.ok(list.query.get('button', 'Gemeinsam ändern'));
    const selection = { abfrage: 'suche=Hundesteuer', auswahl: hund };
    const choose = await pageOf(await ask.post('/stand/sammel', selection, me));
    assert.equal(choose.title, '1 Leistung gemeinsam ändern');
    const nothing = await ask.post('/stand/sammel/vorschau', { leistungen: hund }, me);
    assert.ok(nothing.kind === 'page' && nothing.status === 422);
    const form = { leistungen: hund, zustand: 'geplant', geplantFuer: '2027-03-01', leeren: 'bemerkung' };
    const address = redirectOf(await ask.post('/stand/sammel/vorschau', form, me));
    const preview = await show(address);
    assert.match(preview.query.get('row', 'Hundesteuer Festsetzung').text, /Zustand.*vorgemerkt.*geplant/);
    assert.equal(redirectOf(await ask.post(address, {}, me)), address);
    assert.match((await show(address)).query.text, /1 Leistung geändert/);
    assert.match((await show('/stand/sammel')).query.get('row', 'Auswahl').text, /Mara Feldweg/);
    await ask.post(`${address}/rueckgaengig`, {}, me);
    assert.match((await show(address)).query.text, /Bei 1 Leistung gelten wieder die früheren Werte/);
    assert.equal((await standOf(world.deps, world.lemgo.koordination, hund))?.zustand, 'vorgemerkt');
    const again = await ask.post(`${address}/rueckgaengig`, {}, me);
    assert.ok(again.kind === 'page' && again.status === 409);
  });

  test('„alle gefundenen“ nimmt, was die Liste jetzt findet', async () => {
    const { me, ask } = open();
    const form = { abfrage: 'suche=Hundesteuer&umfang=alle', alle: 'ja' };
    const choose = await pageOf(await ask.post('/stand/sammel', form, me));
    assert.match(choose.title, /^\d+ Leistungen gemeinsam ändern$/);
    const none = await ask.post('/stand/sammel', { abfrage: '' }, me);
    assert.ok(none.kind === 'page' && none.status === 422);
  });

  test('die eigene Datei, bearbeitet: der Hintergrund prüft und übernimmt, Fehlerhaftes kommt zurück', async () => {
    const { me, ask, show } = open();
    const file = await downloadOf(await ask.get('/stand.csv?suche=Hundesteuer', me));
    const lines = file.toString('utf8').split('\r\n');
    const [head = ''] = lines;
    const at = head.split(';').indexOf('Zustand');
    assert.ok(at > 0 && head.includes('Bemerkung') && head.includes('Fassung'));
    const edited = lines
      .map((line, index) => {
        const cells = line.split(';');
        if (index > 0 && cells.length > at) cells[at] = index === 1 ? 'fertig' : 'online';
        return cells.join(';');
      })
      .join('\r\n');
    const address = redirectOf(
      await ask.post('/stand/einlesen', {}, me, uploadOf('stand.csv', Buffer.from(edited))),
    );
    assert.equal((await show(address)).refreshSeconds, 2);
    await work();
    const preview = await show(address);
    assert.equal(preview.title, 'Vorschau: Was sich ändern würde');
    assert.match(preview.query.text, /„fertig“ ist kein Zustand/);
    const refused = (await downloadOf(await ask.get(`${address}/fehlerhaft.csv`, me))).toString('utf8');
    assert.match(refused, /fertig.*kein Zustand/);
    const unsaid = await ask.post(address, {}, me);
    assert.ok(unsaid.kind === 'page' && unsaid.status === 422);
    redirectOf(await ask.post(address, { nurgute: 'ja' }, me));
    await work();
    assert.match((await show(address)).query.text, /Leistungen? geändert/);
    const second = redirectOf(
      await ask.post('/stand/einlesen', {}, me, uploadOf('a.txt', Buffer.from(edited))),
    );
    await work();
    assert.match((await show(second)).query.text, /1 Zeile kann nicht übernommen werden/);
    const broken = redirectOf(
      await ask.post('/stand/einlesen', {}, me, uploadOf('a.xls', Buffer.from('D0CF11E0A1B11AE1', 'hex'))),
    );
    await work();
    assert.match((await show(broken)).query.text, /alte Excel-Format.*nichts übernommen/i);
  });

  test('eingefügte Zeilen: Vorschau mit Zuordnung der Spalten', async () => {
    const { me, ask, show } = open();
    const zeilen = 'Nummer\tWie weit\nL00003\tonline';
    const address = redirectOf(await ask.post('/stand/einfuegen', { zeilen }, me));
    assert.equal((await show(address)).title, 'Spalten zuordnen');
    const form = { 'spalte.nummer': '0', 'spalte.zustand': '1' };
    assert.equal(redirectOf(await ask.post(`${address}/spalten`, form, me)), address);
    assert.match((await show(address)).query.text, /Zustand online/);
    const empty = await ask.post('/stand/einfuegen', { zeilen: '' }, me);
    assert.ok(empty.kind === 'page' && empty.status === 422);
  });

  test('in der Tabelle speichern zwei dieselbe Zeile: die zweite Person sieht beides und entscheidet', async () => {
    const { me, ask, show } = open();
    const { deps, lemgo } = world;
    const id = 'L00004';
    await stated(world, lemgo, { leistungId: id, aenderung: { zustand: 'geplant' } });
    const basis = 'fassung=1&w.zustand=geplant';
    const other = editorFor(lemgo.kommune, lemgo.personen[1]?.id ?? '');
    await changeStand(deps, other, { leistungId: id, grundlage: 1, aenderung: { zustand: 'vorgemerkt' } });
    const cells = { [`basis:${id}`]: basis, [`zustand:${id}`]: 'online', abfrage: 'umfang=pflichten' };
    const answer = await ask.post('/stand/matrix', cells, me);
    assert.ok(answer.kind === 'page' && answer.status === 409, JSON.stringify(answer).slice(0, 300));
    const page = await pageOf(answer);
    assert.match(page.query.text, /Oke Sandgrund/);
    assert.match(page.query.text, /vorgemerkt.*online/);
    assert.equal((await standOf(deps, lemgo.koordination, id))?.zustand, 'vorgemerkt');
    const decided = {
      ...cells,
      [`basis:${id}`]: 'fassung=2&w.zustand=vorgemerkt',
      [`konflikt:${id}`]: 'ja',
      [`entscheid:${id}`]: 'meine',
    };
    assert.match(redirectOf(await ask.post('/stand/matrix', decided, me)), /gespeichert=1/);
    assert.equal((await standOf(deps, lemgo.koordination, id))?.zustand, 'online');
    assert.match((await show('/stand/matrix?zustand=online')).html, /basis:L02950|basis:L/);
  });

  test('in der Tabelle steht, was nicht stimmt, an der Zelle; die guten Zeilen sind gespeichert', async () => {
    const { me, ask } = open();
    const { deps, lemgo } = world;
    const form = {
      'basis:L00005': 'fassung=0',
      'zustand:L00005': 'online',
      'fallzahl:L00005': '1.200',
      'fallzahlJahr:L00005': '2025',
      'basis:L00006': 'fassung=0',
      'zustand:L00006': 'nicht-anwendbar',
      'basis:L00007': 'fassung=0',
      'zustand:L00007': 'geplant',
      'umgesetztAm:L00007': '2099-01-01',
      'fallzahl:L00007': 'viele',
    };
    const answer = await ask.post('/stand/matrix', form, me);
    assert.ok(answer.kind === 'page' && answer.status === 422);
    const page = await pageOf(answer);
    assert.match(page.query.text, /Warum ist die Leistung hier nicht anwendbar/);
    assert.match(page.query.text, /„viele“ ist bei „Fallzahl“/);
    assert.match(page.query.text, /1 Leistung gespeichert/);
    const saved = await standOf(deps, lemgo.koordination, 'L00005');
    assert.deepEqual([saved?.fallzahl, saved?.fallzahlArt], [1200, 'gezaehlt']);
    assert.equal(await standOf(deps, lemgo.koordination, 'L00006'), null);
  });

  test('was andere geändert haben, steht da, bis man es als gesehen vermerkt', async () => {
    const { ask } = open();
    const { deps, lemgo } = world;
    const oke = lemgo.personen[1]?.id ?? '';
    const me = principalOf(editorFor(lemgo.kommune, oke));
    assert.match((await pageOf(await ask.get('/meine-aenderungen', me))).query.text, /Nichts Neues/);
    await stated(world, lemgo, { leistungId: 'L00008', aenderung: { zustand: 'geplant', zustaendig: oke } });
    const news = await pageOf(await ask.get('/meine-aenderungen', me));
    assert.match(news.query.text, /Mara Feldweg/);
    const gesehen = /name="gesehen" value="([^"]+)"/.exec(news.html)?.[1] ?? '';
    redirectOf(await ask.post('/meine-aenderungen', { gesehen }, me));
    assert.match((await pageOf(await ask.get('/meine-aenderungen', me))).query.text, /Nichts Neues/);
    assert.equal((await standOf(deps, lemgo.koordination, 'L00008'))?.zustaendig, oke);
  });

  test('die Schnittstelle zeigt erst und schreibt dann, Zeile für Zeile beantwortet', async () => {
    const principal = principalOf(world.lemgo.koordination);
    const operations = compassOperations(world.deps);
    const bulk = operations.find(({ method, path }) => method === 'patch' && path === '/stand');
    assert.ok(bulk);
    const zeilen = [
      { leistung: 'L00009', werte: { zustand: 'online' } },
      { leistung: 'L00010', werte: { zustand: 'fertig' } },
    ];
    const invoke = (body: unknown) =>
      bulk.invoke({ params: {}, query: {}, body, principal, clientAddress: '127.0.0.1' });
    const shown = await invoke({ zeilen });
    assert.ok(shown.ok, JSON.stringify(shown));
    assert.partialDeepStrictEqual(shown.value, { anzahlen: { added: 1, refused: 1 }, ergebnis: null });
    assert.equal((await invoke({ zeilen, vorschau: false })).ok, false);
    const done = await invoke({ zeilen, vorschau: false, nurGute: true });
    assert.ok(done.ok);
    assert.partialDeepStrictEqual(done.value, {
      ergebnis: { geschrieben: [{ leistungId: 'L00009', vorher: 0, nachher: 1 }] },
    });
  });
});
