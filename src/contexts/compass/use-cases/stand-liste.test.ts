import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate } from '#kernel';
import {
  type CompassWorld,
  editorFor,
  openCompassWorld,
  refusalIn,
  stated,
  valueIn,
} from '../testing/compass-world.ts';
import { estimateFallzahl } from './estimate-fallzahl.ts';
import {
  addPerson,
  assignLeistungen,
  changeFachbereich,
  createFachbereich,
  removePerson,
} from './fachbereiche.ts';
import { probeDueEvidence, probeEvidence } from './probe-evidence.ts';
import { readZelle } from './read-cell.ts';
import { standListe, zeilenIn } from './stand-liste.ts';

describe('the list of a Kommune', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const listed = async () => valueIn(await standListe(world.deps, world.lemgo.koordination));
  const duty = async (n: number) => {
    const rows = (await listed()).zeilen.filter(
      ({ pflichtlage, ort }) => pflichtlage === 'selbst' && ort.ozgId,
    );
    const row = rows[n];
    assert.ok(row);
    return row.ort;
  };

  test('holds every Leistung of the catalogue, its duties first of all, and says „keine Angabe“ where nothing is said', async () => {
    const liste = await listed();
    assert.equal(liste.zeilen.length, 5249);
    const own = zeilenIn(liste, 'pflichten');
    assert.ok(
      own.length > 100 && own.every(({ pflichtlage, stand }) => pflichtlage === 'selbst' && stand === null),
    );
  });

  test('the narrowest rule gives a Leistung its Fachbereich, a statement goes before, an ended one gives none', async () => {
    const { deps, lemgo } = world;
    const editor = lemgo.koordination;
    const ort = await duty(3);
    const ids: string[] = [];
    for (const name of ['Feld', 'Bündel', 'Einzeln', 'Angabe'])
      ids.push(valueIn(await createFachbereich(deps, editor, name)).id);
    const [feld = '', buendel = '', einzeln = '', angabe = ''] = ids;
    const woher = async () => {
      const row = (await listed()).zeilen.find((each) => each.ort.id === ort.id);
      return row?.zuordnung && [row.zuordnung.fachbereich.name, row.zuordnung.woher];
    };
    assert.equal(await woher(), null);
    const rule = (art: string, ziel: unknown, fachbereichId: string | null) =>
      assignLeistungen(deps, editor, { art, ziel: String(ziel), fachbereichId });
    valueIn(await rule('themenfeld', ort.themenfeldId, feld));
    assert.deepEqual(await woher(), ['Feld', 'themenfeld']);
    valueIn(await rule('ozg', ort.ozgId, buendel));
    assert.deepEqual(await woher(), ['Bündel', 'ozg']);
    valueIn(await rule('leistung', ort.id, einzeln));
    assert.deepEqual(await woher(), ['Einzeln', 'leistung']);
    await stated(world, lemgo, {
      leistungId: ort.id,
      aenderung: { zustand: 'geplant', fachbereichId: angabe },
    });
    assert.deepEqual(await woher(), ['Angabe', 'angabe']);
    valueIn(await changeFachbereich(deps, editor, { id: angabe, fassung: 1, endetAm: '2026-11-20' }));
    assert.deepEqual(await woher(), ['Einzeln', 'leistung']);
    valueIn(await rule('leistung', ort.id, null));
    assert.deepEqual(await woher(), ['Bündel', 'ozg']);
    assert.equal(refusalIn(await rule('ozg', 99999, feld)).code, 'COMPASS_FACHBEREICH_INVALID');
    assert.equal(refusalIn(await rule('ozg', ort.ozgId, angabe)).code, 'COMPASS_FACHBEREICH_UNKNOWN');
  });

  test('names of Fachbereiche are unique, and of two editors the second learns of the first', async () => {
    const { deps, lemgo } = world;
    const editor = lemgo.koordination;
    const { id } = valueIn(await createFachbereich(deps, editor, 'Bürgerbüro'));
    assert.equal(
      refusalIn(await createFachbereich(deps, editor, ' bürgerbüro ')).code,
      'COMPASS_FACHBEREICH_NAME_TAKEN',
    );
    valueIn(await changeFachbereich(deps, editor, { id, fassung: 1, name: 'Bürgerservice' }));
    assert.equal(
      refusalIn(await changeFachbereich(deps, editor, { id, fassung: 1, name: 'Rathaus' })).code,
      'COMPASS_FACHBEREICH_CHANGED_MEANWHILE',
    );
  });

  test('a department head finds the Leistungen of the own Fachbereich, a deputy from the first day to the last', async () => {
    const { deps, lemgo } = world;
    const editor = lemgo.koordination;
    const [, head, deputy] = lemgo.personen.map(({ id }) => id);
    assert.ok(head && deputy);
    const { id } = valueIn(await createFachbereich(deps, editor, 'Jugend'));
    const ort = await duty(20);
    valueIn(await assignLeistungen(deps, editor, { art: 'leistung', ziel: ort.id, fachbereichId: id }));
    const person = { fachbereichId: id, mitgliedId: head, rolle: 'leitung', von: '', bis: null };
    const made = valueIn(await addPerson(deps, editor, person));
    const stand = { ...person, mitgliedId: deputy, rolle: 'vertretung', von: '2026-11-22' };
    assert.equal(refusalIn(await addPerson(deps, editor, stand)).fields?.[0]?.field, 'bis');
    valueIn(await addPerson(deps, editor, { ...stand, bis: '2026-11-23' }));
    const mine = async (member: string) => {
      const liste = valueIn(await standListe(deps, editorFor(lemgo.kommune, member)));
      return zeilenIn(liste, 'meine').map((zeile) => zeile.ort.id);
    };
    assert.deepEqual([await mine(head), await mine(deputy)], [[ort.id], []]);
    world.turnClock(1);
    assert.deepEqual(await mine(deputy), [ort.id]);
    world.turnClock(2);
    assert.deepEqual(await mine(deputy), []);
    valueIn(await removePerson(deps, editor, made.id));
    assert.deepEqual(await mine(head), []);
    world.turnClock(-3);
  });

  test('a planned day that passed is a hint; the Zustand stays, and the statement ages', async () => {
    const { lemgo } = world;
    const ort = await duty(30);
    const geplantFuer = localDate('2026-12-01');
    await stated(world, lemgo, { leistungId: ort.id, aenderung: { zustand: 'geplant', geplantFuer } });
    const row = async () => (await listed()).zeilen.find((each) => each.ort.id === ort.id);
    const seen = async () => {
      const found = await row();
      return [found?.verstrichen, found?.stand?.zustand, found?.frische];
    };
    assert.deepEqual(await seen(), [false, 'geplant', 'frisch']);
    world.turnClock(181);
    assert.deepEqual(await seen(), [true, 'geplant', 'alternd']);
    world.turnClock(185);
    assert.deepEqual(await seen(), [true, 'geplant', 'veraltet']);
    world.turnClock(-366);
  });

  test('statements about what is no duty, has ended or left the catalogue are kept and said to be so', async () => {
    const { lemgo, enden, deps } = world;
    const gone = {
      leika: '99000000000000',
      grund: 'Aufgehoben',
      quelle: 'Amtsblatt',
      quelleUrl: null,
      hinweis: null,
    };
    const ende = { ...gone, gelesenAm: localDate('2026-01-01'), evidenz: 'sekundaerquelle' as const };
    const foreign = (await listed()).zeilen.find(({ pflichtlage }) => pflichtlage === 'Bund')?.ort.id ?? '';
    const ended = (await duty(40)).id;
    enden.set(ended, { ...ende, leistungId: ended, name: 'x', endetAm: localDate('2025-12-31') });
    enden.set('L77777', { ...ende, leistungId: 'L77777', name: 'Fort', endetAm: null });
    for (const leistungId of [foreign, ended, 'L77777'])
      await stated(world, lemgo, { leistungId, aenderung: { zustand: 'online' } });
    const rows = zeilenIn(await listed(), 'pflichten');
    const lage = (id: string) => rows.find(({ ort }) => ort.id === id)?.pflichtlage;
    assert.deepEqual([lage(foreign), lage(ended), lage('L77777')], ['Bund', 'beendet', 'nicht im Katalog']);
    assert.equal(
      refusalIn(await readZelle(deps, lemgo.koordination, 'L66666')).code,
      'COMPASS_LEISTUNG_UNKNOWN',
    );
  });

  test('a Fallzahl is estimated from counted ones of similar Kommunen, and no longer when one was counted', async () => {
    const { deps, lemgo, kreis } = world;
    const leistungId = (await duty(50)).id;
    const sample = await stated(world, lemgo, { leistungId, aenderung: { zustand: 'geplant' } });
    const peers = ['05766008', '05766020', '05758012', '05770032'];
    for (const [index, ags] of peers.entries())
      kreis.push({ ...sample, ags, fallzahl: 100 + index, fallzahlJahr: 2025, fallzahlArt: 'gezaehlt' });
    kreis.push({ ...sample, ags: '05766', fallzahl: 1, fallzahlJahr: 2025, fallzahlArt: 'gezaehlt' });
    kreis.push({
      ...sample,
      ags: '05770024',
      fallzahl: 99_999,
      fallzahlJahr: 2025,
      fallzahlArt: 'geschaetzt',
    });
    const estimate = await estimateFallzahl(deps, lemgo.kommune, leistungId);
    assert.ok(estimate && estimate.kommunen >= 3 && estimate.kommunen <= 4, JSON.stringify(estimate));
    assert.ok(estimate.von <= estimate.wert && estimate.wert <= estimate.bis && estimate.bis < 1000);
    const seen = async () =>
      valueIn(await readZelle(deps, lemgo.koordination, leistungId)).schaetzung !== null;
    assert.equal(await seen(), true);
    await stated(world, lemgo, {
      leistungId,
      grundlage: 1,
      aenderung: { fallzahl: 40, fallzahlJahr: 2025, fallzahlArt: 'gezaehlt' },
    });
    assert.equal(await seen(), false);
  });

  test('the link of an evidence is looked at, again after a week, and the last answer counts for this link only', async () => {
    const { deps, lemgo, detmold } = world;
    const leistungId = (await duty(60)).id;
    const asked: string[] = [];
    const probing = {
      ...deps,
      probe: async (link: string) => {
        asked.push(link);
        return { ergebnis: 'fehler', status: 404 } as const;
      },
      tenants: async () => [lemgo.kommune.tenant, detmold.kommune.tenant],
    };
    const nachweis = { art: 'link', link: 'https://www.lemgo.de/a', text: null } as const;
    await stated(world, lemgo, { leistungId, aenderung: { zustand: 'online', nachweis } });
    await probeEvidence(probing, lemgo.kommune.tenant, leistungId);
    const pruefung = async () => valueIn(await readZelle(deps, lemgo.koordination, leistungId)).pruefung;
    assert.deepEqual([(await pruefung())?.ergebnis, (await pruefung())?.status], ['fehler', 404]);
    assert.equal(await probeDueEvidence(probing), 0);
    world.turnClock(8);
    assert.equal(await probeDueEvidence(probing), 1);
    world.turnClock(-8);
    const next = { ...nachweis, link: 'https://www.lemgo.de/b' };
    await stated(world, lemgo, { leistungId, grundlage: 1, aenderung: { nachweis: next } });
    assert.equal(await pruefung(), null);
    assert.equal(await probeDueEvidence(probing), 1);
    assert.deepEqual(asked, [nachweis.link, nachweis.link, next.link]);
  });
});
