import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { actorOf } from '#platform';
import { ohneIntern } from '../domain/projekt.ts';
import {
  coordinatorPrincipal,
  day,
  inputWith,
  leadPrincipal,
  openProjectsWorld,
  phasesWith,
  projektWith,
  refusalIn,
  saved,
  valueIn,
} from '../testing/projects-world.ts';
import { shippedData } from '../testing/shipped-data.ts';
import { loadProjekteData, readProjekteData } from './load-projekte.ts';
import { readFristen } from './read-fristen.ts';
import { readProjektdetail } from './read-projekt.ts';
import { readProjekte } from './read-projekte.ts';
import { saveProjekt } from './save-projekt.ts';
import { showInterest } from './show-interest.ts';

const today = day('2026-11-22');

describe('Umsetzungsprojekte', () => {
  test('an einem Tag sieht man das Projekt, wie es damals geplant war; jeder frühere Plan bleibt', async () => {
    await using world = await openProjectsWorld();
    const plan = (date: string) => ({ phasen: phasesWith({ 'rollout-nrw': { planBeginn: date } }) });
    const first = await saved(world, inputWith(plan('2027-01-01')));
    world.turnClock(30);
    await saved(world, inputWith(plan('2027-06-01'), { id: first.id, grundlage: 1 }));
    const then = valueIn(await readProjektdetail(world.deps, null, first.id, today));
    assert.equal(then.projekt.inhalt.phasen['rollout-nrw'].planBeginn, '2027-01-01');
    const now = valueIn(await readProjektdetail(world.deps, null, first.id, day('2026-12-22')));
    assert.equal(now.projekt.inhalt.phasen['rollout-nrw'].planBeginn, '2027-06-01');
    assert.deepEqual(
      now.plaene[0]?.tage.map(({ tag, stand }) => [tag, stand]),
      [
        ['2027-01-01', '2026-11-22'],
        ['2027-06-01', '2026-12-22'],
      ],
    );
    const before = await readProjektdetail(world.deps, null, first.id, day('2026-11-21'));
    assert.equal(refusalIn(before).code, 'PROJECTS_UNKNOWN');
  });

  test('vergeht der geplante Roll-out, bleibt das Projekt in seiner Phase und gilt als überfällig', async () => {
    await using world = await openProjectsWorld();
    const phasen = phasesWith({
      umsetzung: { istBeginn: '2026-11-01' },
      'rollout-nrw': { planBeginn: '2026-12-01' },
    });
    await saved(world, inputWith({ phasen }));
    const [before] = await readProjekte(world.deps, null, today);
    const [after] = await readProjekte(world.deps, null, day('2027-12-01'));
    assert.deepEqual([before?.phase, after?.phase], ['umsetzung', 'umsetzung']);
    assert.deepEqual([before?.verzug, after?.verzug?.tage], [null, 365]);
  });

  test('von zwei, die zugleich ändern, erfährt der zweite, was der erste schrieb; nichts geht verloren', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    await saved(world, inputWith({ kurz: 'Meins' }, { id, grundlage: 1 }));
    const late = await saveProjekt(
      world.deps,
      world.lead,
      inputWith({ notiz: 'Deins' }, { id, grundlage: 1 }),
    );
    const refusal = refusalIn(late);
    assert.equal(refusal.code, 'PROJECTS_CHANGED_MEANWHILE');
    assert.deepEqual(
      refusal.fields?.map(({ field }) => field),
      ['kurz'],
    );
    assert.match(refusal.fields?.[0]?.message ?? '', /Meins/);
    const { projekt } = valueIn(await readProjektdetail(world.deps, null, id, today));
    assert.deepEqual([projekt.inhalt.kurz, projekt.inhalt.notiz], ['Meins', '']);
  });

  test('zwei gleichzeitige Änderungen ergeben genau eine neue Fassung', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    const both = await Promise.all(
      ['Eins', 'Zwei'].map((kurz) =>
        saveProjekt(world.deps, world.lead, inputWith({ kurz }, { id, grundlage: 1 })),
      ),
    );
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
  });

  test('dasselbe noch einmal zu sagen macht keine neue Fassung', async () => {
    await using world = await openProjectsWorld();
    const { id } = await saved(world, inputWith());
    assert.equal((await saved(world, inputWith({}, { id, grundlage: 1 }))).fassung, 1);
  });

  test('ein Projekt ändert nur das Haus, das es führt; der interne Teil bleibt bei ihm', async () => {
    await using world = await openProjectsWorld();
    const intern = { ...ohneIntern, kontakt: 'Frau Geheim', betragCent: 123_456 };
    const { id } = await saved(world, inputWith({}, { intern }));
    const tried = await saveProjekt(world.deps, world.other, inputWith({ kurz: 'x' }, { id, grundlage: 1 }));
    assert.equal(refusalIn(tried).code, 'PROJECTS_LED_BY_OTHER');
    const own = valueIn(await readProjektdetail(world.deps, leadPrincipal(world.lead), id, today));
    assert.equal(own.intern?.kontakt, 'Frau Geheim');
    for (const viewer of [null, leadPrincipal(world.other), coordinatorPrincipal(world.lemgo)]) {
      const seen = valueIn(await readProjektdetail(world.deps, viewer, id, today));
      assert.equal(seen.intern, null);
      assert.ok(!JSON.stringify(seen).includes('Geheim'));
    }
  });

  test('zwei Projekte gleichen Namens bekommen verschiedene Kennungen, auch neben festen Adressen', async () => {
    await using world = await openProjectsWorld();
    const ids = [];
    for (const titel of ['Zeitplan', 'Zeitplan', 'Straße & Öl'])
      ids.push((await saved(world, inputWith({ titel }))).id);
    assert.deepEqual(ids, ['projekt-zeitplan', 'projekt-zeitplan-2', 'strasse-oel']);
  });

  test('eine Leistung oder ein Themenfeld, das es nicht gibt, wird benannt', async () => {
    await using world = await openProjectsWorld();
    const wrong = await saveProjekt(
      world.deps,
      world.lead,
      inputWith({ themenfeldId: 99, leistungen: ['L99999', 'L02950'] }),
    );
    assert.deepEqual(
      refusalIn(wrong).fields?.map(({ field }) => field),
      ['themenfeld', 'leistungen'],
    );
  });
});

describe('Interesse', () => {
  const word = (projektId: string, more = {}) => ({
    projektId,
    interessiert: true,
    genannt: false,
    bemerkung: '',
    ...more,
  });

  test('eine Kommune zeigt Interesse und zieht es zurück; alle sehen die Zahl, nur das führende Haus den Namen', async () => {
    await using world = await openProjectsWorld();
    const { deps, lead, other, lemgo, detmold } = world;
    const { id } = await saved(world, inputWith());
    valueIn(await showInterest(deps, lemgo, word(id, { bemerkung: 'Wir machen mit.' })));
    valueIn(await showInterest(deps, detmold, word(id, { genannt: true })));
    const everybody = valueIn(await readProjektdetail(deps, null, id, today));
    assert.equal(everybody.interesse.zahl, 2);
    assert.deepEqual(everybody.interesse.genannte, [{ ags: '05766020', kommune: 'Detmold' }]);
    assert.ok(!JSON.stringify(everybody).includes('Lemgo'));
    const leading = valueIn(await readProjektdetail(deps, leadPrincipal(lead), id, today));
    assert.deepEqual(leading.angeschrieben.map(({ kommune }) => kommune).toSorted(), ['Detmold', 'Lemgo']);
    const stranger = valueIn(await readProjektdetail(deps, leadPrincipal(other), id, today));
    assert.deepEqual(stranger.angeschrieben, []);
    valueIn(await showInterest(deps, lemgo, word(id, { interessiert: false })));
    const after = valueIn(await readProjektdetail(deps, leadPrincipal(lead), id, today));
    assert.deepEqual([after.interesse.zahl, after.angeschrieben.length], [1, 1]);
  });

  test('dasselbe zweimal zu sagen zählt einmal, und wer nie etwas sagte, zieht nichts zurück', async () => {
    await using world = await openProjectsWorld();
    const { deps, lemgo, detmold } = world;
    const { id } = await saved(world, inputWith());
    valueIn(await showInterest(deps, lemgo, word(id)));
    valueIn(await showInterest(deps, lemgo, word(id)));
    assert.equal(valueIn(await showInterest(deps, detmold, word(id, { interessiert: false }))), null);
    const [zeile] = await readProjekte(deps, coordinatorPrincipal(lemgo), today);
    assert.deepEqual([zeile?.interessierte, zeile?.eigenesInteresse], [1, true]);
  });

  test('wer später doch nicht genannt werden will, verschwindet aus der Öffentlichkeit und zählt weiter', async () => {
    await using world = await openProjectsWorld();
    const { deps, lemgo } = world;
    const { id } = await saved(world, inputWith());
    valueIn(await showInterest(deps, lemgo, word(id, { genannt: true })));
    valueIn(await showInterest(deps, lemgo, word(id)));
    const { interesse } = valueIn(await readProjektdetail(deps, null, id, today));
    assert.deepEqual([interesse.zahl, interesse.genannte], [1, []]);
  });
});

describe('Förderfristen und Wirkung', () => {
  test('Antragsfristen sehen alle, den Verwendungsnachweis nur das führende Haus', async () => {
    await using world = await openProjectsWorld();
    const intern = { ...ohneIntern, nachweisFrist: day('2026-12-31') };
    await saved(
      world,
      inputWith({ antragsfrist: day('2026-12-01'), foerderprogramm: 'Programm' }, { intern }),
    );
    const arts = async (principal: Parameters<typeof readFristen>[1]) =>
      (await readFristen(world.deps, principal, today)).map(({ art }) => art);
    assert.deepEqual(await arts(null), ['antrag']);
    assert.deepEqual(await arts(leadPrincipal(world.other)), ['antrag']);
    assert.deepEqual(await arts(leadPrincipal(world.lead)), ['antrag', 'nachweis']);
  });

  test('was ein Projekt bringt, sagt der, der es weiß; sonst ist es keine Angabe', async () => {
    const lemgo = { ags: '05766044', name: 'Lemgo', leistungen: ['L02950'], ohneAngabe: [] };
    const lueckenwirkung = async (_: unknown, loesungen: readonly string[]) => ({
      liste: loesungen.map(() => lemgo),
      woher: 'Test',
    });
    const loesungNamen = async () => new Map([['l-1', 'Wohngeld-Dienst']]);
    await using known = await openProjectsWorld({ lueckenwirkung, loesungNamen });
    const { id } = await saved(known, inputWith({ loesungen: ['l-1'] }));
    const told = valueIn(await readProjektdetail(known.deps, null, id, today));
    assert.deepEqual([told.wirkung?.liste, told.loesungNamen?.get('l-1')], [[lemgo], 'Wohngeld-Dienst']);
    const wrong = await saveProjekt(known.deps, known.lead, inputWith({ loesungen: ['l-1', 'l-9'] }));
    assert.match(refusalIn(wrong).fields?.[0]?.message ?? '', /l-9/);
    const unknown = { ...known.deps, lueckenwirkung: async () => null, loesungNamen: null };
    const untold = valueIn(await readProjektdetail(unknown, null, id, today));
    assert.deepEqual([untold.wirkung, untold.loesungNamen], [null, null]);
  });
});

describe('Mitgelieferte Projekte', () => {
  const actor = actorOf('system', 'test');

  test('jedes nennt Quelle, Adresse und Beleg, kennt nur Leistungen des Katalogs und keine Person', async () => {
    await using world = await openProjectsWorld();
    const catalogue = await world.deps.catalogue();
    const rows = valueIn(readProjekteData(shippedData));
    assert.ok(rows.length >= 5);
    const register = readFileSync(join(shippedData, 'loesungen/loesungen.jsonl'), 'utf8');
    for (const id of rows.flatMap(({ loesungen }) => loesungen))
      assert.ok(register.includes(`"id":"${id}"`), id);
    for (const { herkunft, leistungen, themenfeldId, postfach, erfunden } of rows) {
      assert.ok(herkunft.quelle && herkunft.url);
      assert.equal(erfunden, false);
      assert.ok(themenfeldId !== null && catalogue.themenfeldById.has(themenfeldId));
      assert.ok(leistungen.every((id) => catalogue.leistungen.some((each) => each.id === id)));
      assert.doesNotMatch(postfach ?? '', /^\p{L}+\.\p{L}+@/u);
    }
  });

  test('sie kommen einmal, ein zweites Mal ändert nichts, und wer eines führt, behält seine Angaben', async () => {
    await using world = await openProjectsWorld();
    const load = () => loadProjekteData(world.deps.db, actor, shippedData, world.deps.clock.now());
    assert.equal(valueIn(await load()).loaded, true);
    assert.equal(valueIn(await load()).loaded, false);
    const { projekt } = valueIn(await readProjektdetail(world.deps, null, 'efa-sozialplattform', today));
    assert.deepEqual([projekt.tenant, projekt.stand], [null, '2022-03-14']);
    const taken = await saved(world, {
      id: projekt.id,
      grundlage: 1,
      inhalt: { ...projektWith(projekt.inhalt), herkunft: null, notiz: 'Von uns geführt.' },
      intern: ohneIntern,
    });
    assert.deepEqual([taken.fassung, taken.haus], [2, 'Rechenzentrum Lippe']);
    assert.equal(taken.inhalt.herkunft?.stand, '2022-03-14');
    assert.equal(valueIn(await load()).loaded, false);
  });
});
