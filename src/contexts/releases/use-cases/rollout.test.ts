import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { type LocalDate, localDate } from '#kernel';
import { actorOf } from '#platform';
import { dutiesWorlds, refusalIn, valueIn } from '../../efa/testing/efa-world.ts';
import { withHundemarke } from '../../efa/testing/sample-dienst.ts';
import { changeState, moveToNewest } from '../../efa/use-cases/change-state.ts';
import { readDetail } from '../../efa/use-cases/read-anbindungen.ts';
import { saveParameters } from '../../efa/use-cases/save-parameters.ts';
import { dienst, offerVersion, openReleasesWorld, type ReleasesWorld } from '../testing/releases-world.ts';
import { advance } from './advance.ts';
import { holdOn } from './hold-on.ts';
import { planAusrollung } from './plan-ausrollung.ts';
import { putBack } from './put-back.ts';
import { listKommunen, readFassungen } from './read-fassungen.ts';
import { heldFor } from './rollout-of.ts';
import { takeStep } from './take-step.ts';
import { type Rolloutwunsch, vorschau } from './vorschau.ts';
import { writeNote } from './write-note.ts';

const today = localDate('2026-11-21');

function wunsch(fassung: string, alleAb: LocalDate = localDate('2026-11-28')): Rolloutwunsch {
  return {
    ...{ dienst, fassung, wellen: [], alleAb },
    pilot: { name: 'Pilotkommunen', ab: today, kommunen: ['Lemgo'] },
  };
}

describe('A version on its way to all Kommunen', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });

  async function begun(world: ReleasesWorld, fassung = '2'): Promise<string> {
    const { id } = valueIn(await planAusrollung(world.deps, world.lead, wunsch(fassung)));
    valueIn(await takeStep(world.deps, world.lead, { dienst, schritt: 'beginnen', version: 1, grund: '' }));
    return id;
  }

  const versions = async ({ efa }: ReleasesWorld) =>
    Object.fromEntries(
      (await efa.t.superuser.query('select kommune, fassung from efa.live_dienst order by kommune')).rows.map(
        (row: { kommune: string; fassung: string }) => [row.kommune, row.fassung],
      ),
    );

  it('reaches the pilot first, the others on their day, and says so to each', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const id = await begun(world);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '1', Lemgo: '2' });
    const held = await heldFor(world.deps, world.efa.detmold.kommune, dienst, '2');
    assert.match(held ?? '', /ab dem 28\.11\.2026 an der Reihe/);
    world.efa.turnClock(7);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '2', Lemgo: '2' });
    const stand = valueIn(await readFassungen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    assert.equal(stand.ausrollung?.zustand, 'abgeschlossen', 'it closes by itself');
  });

  it('leaves behind whoever lacks what is newly asked, tells it what, and takes it along once nothing is missing', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2, { parameters: withHundemarke });
    const seen = valueIn(await vorschau(world.deps, world.lead, wunsch('2')));
    assert.deepEqual(
      seen.zeilen.map(({ kommune, ergebnis }) => [kommune, ergebnis]),
      [
        ['Lemgo', 'zurueckgeblieben'],
        ['Detmold', 'zurueckgeblieben'],
      ],
    );
    assert.match(seen.zeilen[0]?.fehlt[0] ?? '', /„Hundemarke“/);
    assert.deepEqual(
      seen.unterschiede[0]?.zeilen.map(({ text }) => text),
      ['Neue Pflichtangabe von Ihrer Kommune: „Hundemarke“.'],
    );
    const id = await begun(world);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '1', Lemgo: '1' }, 'nobody was broken');
    const own = { art: 'kommune', editor: world.efa.lemgo, darfFesthalten: true } as const;
    const told = valueIn(await readFassungen(world.deps, own, dienst));
    assert.equal(told.zuege[0]?.zustand, 'zurueckgeblieben');
    assert.match(told.zuege[0]?.fehlt[0] ?? '', /Hundemarke/);
    const { anbindung } = valueIn(await readDetail(world.efa.deps, world.efa.lemgo, dienst));
    const stated = { dienst, version: anbindung.version, values: { marke: 'blau' } };
    valueIn(await saveParameters(world.efa.deps, world.efa.lemgo, stated));
    assert.deepEqual(await versions(world), { Detmold: '1', Lemgo: '1' }, 'a value alone moves nobody');
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.equal((await versions(world)).Lemgo, '2');
  });

  it('two people who roll out at once: the second is told of the first', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const both = await Promise.all([
      planAusrollung(world.deps, world.lead, wunsch('2')),
      planAusrollung(world.deps, world.lead, wunsch('2')),
    ]);
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
    const refused = both.find(({ ok }) => !ok);
    assert.match(
      refused && !refused.ok ? refused.refusal.message : '',
      /schon eine Ausrollung geplant oder unterwegs/,
    );
    const steps = await Promise.all(
      [1, 2].map(() =>
        takeStep(world.deps, world.lead, { dienst, schritt: 'beginnen', version: 1, grund: '' }),
      ),
    );
    assert.equal(steps.filter(({ ok }) => ok).length, 1);
  });

  it('killed in the middle of a wave it goes on and ends like one that was not', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const { id } = valueIn(
      await planAusrollung(world.deps, world.lead, {
        ...wunsch('2'),
        pilot: { name: 'Pilotkommunen', ab: today, kommunen: ['Lemgo', 'Detmold'] },
      }),
    );
    valueIn(await takeStep(world.deps, world.lead, { dienst, schritt: 'beginnen', version: 1, grund: '' }));
    const { tenant } = world.lead.anbieter;
    const dying = { ...world.deps.wechsel };
    let moved = 0;
    const broken = {
      ...world.deps,
      wechsel: {
        ...dying,
        stelleUm: async (...args: Parameters<typeof dying.stelleUm>) => {
          const done = await dying.stelleUm(...args);
          moved += 1;
          // After the move and before it is noted: the worst moment.
          if (moved === 1) throw new Error('killed');
          return done;
        },
      },
    };
    await assert.rejects(advance(broken, tenant, id), /killed/);
    assert.equal(Object.values(await versions(world)).filter((one) => one === '2').length, 1);
    await advance(world.deps, tenant, id);
    await advance(world.deps, tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '2', Lemgo: '2' });
    const stand = valueIn(await readFassungen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    assert.deepEqual(
      stand.zuege.map(({ kommune, zustand, vonFassung }) => [kommune, zustand, vonFassung]),
      [
        ['Detmold', 'umgestellt', '1'],
        ['Lemgo', 'umgestellt', '1'],
      ],
    );
  });

  it('stops by itself where the new version fails more often, and says the rule and the numbers', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const id = await begun(world);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    world.zahlen.set('2', { sendungen: 8, abgewiesen: 4 }).set('1', { sendungen: 100, abgewiesen: 1 });
    world.efa.turnClock(7);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    const stand = valueIn(await readFassungen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    assert.equal(stand.ausrollung?.zustand, 'angehalten');
    assert.match(stand.ausrollung?.grund ?? '', /Von selbst angehalten.*4 von 8/);
    assert.equal((await versions(world)).Detmold, '1');
    assert.equal(stand.verlauf.at(-1)?.vonSelbst, true);
  });

  it('does not go on where the pilot was suspended meanwhile', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const id = await begun(world);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    const [{ version }] = (
      await world.efa.t.superuser.query('select version from efa.anbindung where ags = $1', ['05766044'])
    ).rows;
    valueIn(
      await changeState(world.efa.deps, world.efa.lemgo, {
        dienst,
        version,
        schritt: 'aussetzen',
        grund: 'Umzug',
      }),
    );
    world.efa.turnClock(7);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    const stand = valueIn(await readFassungen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    assert.equal(stand.ausrollung?.zustand, 'angehalten');
    assert.match(stand.ausrollung?.grund ?? '', /Keine Pilotkommune hat die neue Fassung in Betrieb/);
    assert.equal((await versions(world)).Detmold, '1');
  });

  it('is taken back: everybody has the earlier version, and nobody comes to the withdrawn one again', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const id = await begun(world);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    const back = { dienst, schritt: 'zuruecknehmen', version: 2, grund: '' } as const;
    assert.match(refusalIn(await takeStep(world.deps, world.lead, back)).message, /nennen Sie den Grund/);
    valueIn(await takeStep(world.deps, world.lead, { ...back, grund: 'Die Gebühr ist falsch.' }));
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '1', Lemgo: '1' });
    const [{ version }] = (
      await world.efa.t.superuser.query('select version from efa.anbindung where ags = $1', ['05766020'])
    ).rows;
    valueIn(await moveToNewest(world.efa.deps, world.efa.detmold, { dienst, version }));
    assert.equal((await versions(world)).Detmold, '1', 'the newest that stands is version 1');
    const again = refusalIn(
      await putBack(world.deps, world.lead, { dienst, kommune: 'Lemgo', fassung: '2' }),
    );
    assert.match(again.message, /zurückgezogen/);
    const unknown = refusalIn(
      await putBack(world.deps, world.lead, { dienst, kommune: 'Lemgo', fassung: '7' }),
    );
    assert.match(unknown.message, /„7“ .* wird nicht angeboten\. Angeboten: 1\./);
  });

  it('is put off by a Kommune until its day, but never where a security fault is mended', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const hold = { dienst, grund: 'Wir schulen erst.', bis: '', loesen: false };
    const { bis } = valueIn(await holdOn(world.deps, world.efa.detmold, hold));
    const id = await begun(world);
    world.efa.turnClock(7);
    await advance(world.deps, world.lead.anbieter.tenant, id);
    assert.deepEqual(await versions(world), { Detmold: '1', Lemgo: '2' });
    const list = valueIn(await listKommunen(world.deps, { art: 'anbieter', lead: world.lead }, dienst));
    assert.deepEqual(
      list.zeilen.map(({ kommune, zustand, festBis }) => [kommune, zustand, festBis]),
      [
        ['Detmold', 'festgehalten', bis],
        ['Lemgo', 'umgestellt', null],
      ],
    );
    const note = { dienst, fassung: '2', text: 'Schließt eine Lücke.', sicherheit: true, festhaltenBis: '' };
    valueIn(await writeNote(world.deps, world.lead, note));
    assert.match(
      refusalIn(await holdOn(world.deps, world.efa.detmold, hold)).message,
      /Bei der alten kann niemand bleiben/,
    );
  });

  it('is nobody else’s to roll out, and a later day than the cut-off is refused', async () => {
    await using world = await openReleasesWorld(duties.shipped);
    await offerVersion(world, 2);
    const stranger = {
      actor: actorOf('mitglied', randomUUID()),
      anbieter: { ...world.lead.anbieter, tenant: world.efa.lemgo.kommune.tenant },
    };
    const refused = refusalIn(await planAusrollung(world.deps, stranger, wunsch('2')));
    assert.match(refused.message, /bietet Rechenzentrum Lippe an/);
    const late = { dienst, grund: 'Urlaub', bis: '2029-01-01', loesen: false };
    assert.match(refusalIn(await holdOn(world.deps, world.efa.lemgo, late)).message, /nur bis zum Stichtag/);
  });
});
