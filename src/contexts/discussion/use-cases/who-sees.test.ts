import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Adressat } from '../domain/rueckfrage.ts';
import { openWorld, type Person, valueIn, type World } from '../testing/world.ts';
import { ask } from './ask.ts';
import { contribute } from './contribute.ts';
import { follow, keepSeen } from './keep-reading.ts';
import { notifyReaders } from './notify.ts';
import { countUnread, readRueckfragen, readThread } from './read.ts';

const frage = { betreff: 'Wer macht das?', text: 'Bei uns ist das offen.' };

/** Who asks whom about what; which houses may read it, and who has it unread. */
interface Row {
  readonly von: string;
  readonly zu: string;
  readonly adressat: Adressat;
  readonly lesen: readonly string[];
  readonly ungelesen: readonly string[];
}

const table: readonly Row[] = [
  {
    von: 'lemgo/koordination',
    zu: 'leistung:L1',
    adressat: 'eigene',
    lesen: ['lemgo'],
    ungelesen: ['lemgo/stand-pflege'],
  },
  {
    von: 'lemgo/koordination',
    zu: 'leistung:L1',
    adressat: 'dienstleister',
    lesen: ['lemgo', 'verbund'],
    ungelesen: ['lemgo/stand-pflege', 'verbund/ozg-leitung'],
  },
  {
    von: 'lemgo/stand-pflege',
    zu: 'leistung:L1',
    adressat: 'verbund',
    lesen: ['lemgo', 'detmold', 'verbund'],
    ungelesen: ['lemgo/koordination', 'detmold/koordination', 'detmold/stand-pflege', 'verbund/ozg-leitung'],
  },
  // Blomberg does not share: it asks its provider and itself, and no circle reaches it.
  {
    von: 'blomberg/koordination',
    zu: 'leistung:L1',
    adressat: 'dienstleister',
    lesen: ['blomberg', 'verbund'],
    ungelesen: ['blomberg/stand-pflege', 'verbund/ozg-leitung'],
  },
  // The fault of the old system: a question on the Kommune's own record never reached the Kommune.
  {
    von: 'verbund/ozg-leitung',
    zu: 'stand:L1',
    adressat: 'kommune',
    lesen: ['verbund', 'lemgo'],
    ungelesen: ['lemgo/koordination', 'lemgo/stand-pflege'],
  },
  {
    von: 'verbund/ozg-leitung',
    zu: 'leistung:L1',
    adressat: 'verbund',
    lesen: ['verbund', 'lemgo', 'detmold'],
    ungelesen: ['lemgo', 'detmold'].flatMap((one) => [`${one}/koordination`, `${one}/stand-pflege`]),
  },
  { von: 'verbund/ozg-leitung', zu: 'stand:L1', adressat: 'eigene', lesen: ['verbund'], ungelesen: [] },
  {
    von: 'lemgo/koordination',
    zu: 'stand:L1',
    adressat: 'verbund',
    lesen: ['lemgo', 'detmold', 'verbund'],
    ungelesen: ['lemgo/stand-pflege', 'detmold/koordination', 'detmold/stand-pflege', 'verbund/ozg-leitung'],
  },
  {
    von: 'aachen/koordination',
    zu: 'leistung:L1',
    adressat: 'verbund',
    lesen: ['aachen', 'fremd'],
    ungelesen: ['aachen/stand-pflege', 'fremd/ozg-leitung'],
  },
];

/** Roles that may see no Umsetzungsstand, and so no question on one. */
const withoutStand = (key: string) => key.endsWith('/fachbereich');

describe('every person of every role sees just the questions that concern their house', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  for (const { von, zu, adressat, lesen, ungelesen } of table) {
    test(`${von} asks ${adressat} about ${zu}`, async () => {
      const { id } = valueIn(await ask(world.deps, world.as(von), { zu, adressat, ...frage }));
      const seen: string[] = [];
      const unread: string[] = [];
      for (const { key, principal } of world.people) {
        const zeile = valueIn(await readRueckfragen(world.deps, principal)).find((one) => one.id === id);
        assert.equal(
          (await readThread(world.deps, principal, id)).ok,
          zeile !== undefined,
          `${key} opens it`,
        );
        if (zeile) seen.push(key);
        if (zeile?.ungelesen) unread.push(key);
      }
      const mayRead = world.people.filter(
        ({ key, house }) => lesen.includes(house) && !(zu.startsWith('stand:') && withoutStand(key)),
      );
      assert.deepEqual(
        seen,
        mayRead.map(({ key }) => key),
      );
      assert.deepEqual(unread.toSorted(), ungelesen.toSorted());
      world.mails.length = 0;
      await notifyReaders(world.deps, { id, tenant: world.tenant(world.person(von).house) });
      assert.deepEqual(world.mails.toSorted(), ungelesen.toSorted(), 'a mail reaches just who has it unread');
    });
  }

  test('whom somebody may not ask is refused, and nothing is kept', async () => {
    const refused: readonly (readonly [string, string, string])[] = [
      ['blomberg/koordination', 'leistung:L1', 'verbund'],
      ['lemgo/koordination', 'stand:L1', 'kommune'],
      ['verbund/ozg-leitung', 'leistung:L1', 'kommune'],
      ['verbund/ozg-leitung', 'leistung:L1', 'dienstleister'],
      ['lemgo/koordination', 'leistung:L1', 'alle'],
    ];
    for (const [von, zu, adressat] of refused) {
      const asked = await ask(world.deps, world.as(von), { zu, adressat, ...frage });
      assert.ok(
        !asked.ok && asked.refusal.fields?.some(({ field }) => field === 'adressat'),
        `${von} ${adressat}`,
      );
    }
  });
});

/** What somebody did, and what the model makes of it. */
interface ModelThread {
  readonly id: string;
  readonly houses: readonly string[];
  readonly said: { readonly by: string; readonly named: readonly string[] }[];
}

const involved = [
  'lemgo/koordination',
  'lemgo/lesen',
  'detmold/stand-pflege',
  'verbund/ozg-leitung',
  'verbund/provider-lesen',
];
const writers = involved.filter((key) => !key.endsWith('lesen'));
const readersOf: Readonly<Record<string, readonly string[]>> = {
  eigene: ['lemgo'],
  dienstleister: ['lemgo', 'verbund'],
  verbund: ['lemgo', 'verbund', 'detmold'],
};

const step = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    adressat: fc.constantFrom('eigene', 'dienstleister', 'verbund'),
  }),
  fc.record({
    do: fc.constant('add' as const),
    by: fc.constantFrom(...writers),
    at: fc.nat(3),
    name: fc.constantFrom(null, 'lemgo/koordination', 'lemgo/lesen', 'LEMGO', 'VERBUND'),
  }),
  fc.record({ do: fc.constant('read' as const), by: fc.constantFrom(...involved), at: fc.nat(3) }),
  fc.record({
    do: fc.constant('follow' as const),
    by: fc.constantFrom(...involved),
    at: fc.nat(3),
    folgt: fc.boolean(),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The rule in plain words, kept apart from the SQL that it checks. */
class Model {
  readonly threads: ModelThread[] = [];
  readonly read = new Map<string, number>();
  readonly choice = new Map<string, boolean>();

  unread(key: string): readonly string[] {
    return this.threads.filter((thread) => this.isUnread(thread, key)).map(({ id }) => id);
  }

  private isUnread({ id, houses, said }: ModelThread, key: string): boolean {
    const [house = ''] = key.split('/');
    if (!houses.includes(house)) return false;
    const chosen = this.choice.get(`${id} ${key}`);
    const follows = chosen ?? writers.includes(key);
    return said
      .slice(this.read.get(`${id} ${key}`) ?? 0)
      .some(
        ({ by, named }) =>
          by !== key &&
          (follows || named.includes(key) || (chosen !== false && named.includes(house.toUpperCase()))),
      );
  }
}

test('whatever is asked, answered, read, followed and mentioned: unread is just what the rule says (Fehler 7 der OZG-Datenbank)', async () => {
  await using world = await openWorld();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const model = new Model();
      for (const one of steps) await take(world, model, one);
      const ids = new Set(model.threads.map(({ id }) => id));
      for (const key of involved) {
        const zeilen = valueIn(await readRueckfragen(world.deps, world.as(key)));
        const unread = zeilen.filter(({ ungelesen }) => ungelesen);
        assert.deepEqual(
          unread.flatMap(({ id }) => (ids.has(id) ? id : [])).toSorted(),
          model.unread(key).toSorted(),
          key,
        );
        assert.equal(
          await countUnread(world.deps, world.as(key)),
          unread.length,
          'the badge counts the list',
        );
      }
    }),
    { numRuns: 30 },
  );
});

async function take(world: World, model: Model, one: Step): Promise<void> {
  const as = (key: string): Person['principal'] => world.as(key);
  if (one.do === 'ask') {
    const { adressat } = one;
    const { id } = valueIn(
      await ask(world.deps, as('lemgo/koordination'), { zu: 'leistung:L1', adressat, ...frage }),
    );
    const said = [{ by: 'lemgo/koordination', named: [] }];
    model.threads.push({ id, houses: readersOf[adressat] ?? [], said });
    return;
  }
  const thread = model.threads[one.at % Math.max(1, model.threads.length)];
  const [house = ''] = one.by.split('/');
  if (!thread?.houses.includes(house)) return;
  if (one.do === 'read') {
    await keepSeen(world.deps, valueIn(await readThread(world.deps, as(one.by), thread.id)));
    model.read.set(`${thread.id} ${one.by}`, thread.said.length);
  } else if (one.do === 'follow') {
    valueIn(await follow(world.deps, as(one.by), thread.id, one.folgt));
    model.choice.set(`${thread.id} ${one.by}`, one.folgt);
  } else {
    const name = one.name?.includes('/') ? world.person(one.name).name : one.name;
    const text = name === null ? 'Noch etwas.' : `Das weiß @${name}, oder?`;
    const added = await contribute(world.deps, as(one.by), thread.id, { art: 'ergaenzung', text });
    // Who is not of one's own house, or takes no part, cannot be named.
    if (added.ok) thread.said.push({ by: one.by, named: one.name === null ? [] : [one.name] });
  }
}
