import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { StandAenderung } from '../domain/stand.ts';
import { isKonflikt } from '../errors.ts';
import { type CompassWorld, editorFor, openCompassWorld, stated, valueIn } from '../testing/compass-world.ts';
import { changeStand } from './change-stand.ts';
import type { Editor } from './editor.ts';
import { standOf, verlaufOf } from './read-stand.ts';
import { applySammel, createSammel, sammelOf } from './sammel.ts';
import { takeBack } from './take-back.ts';
import { undoSammel } from './undo-sammel.ts';

/** One of two people with what they read last and the bulk change that they began. */
interface Person {
  readonly editor: Editor;
  gelesen: number;
  sammel: string | null;
}

/** What a person does; gives how many statements must have been added. */
type Doing = (
  world: CompassWorld,
  person: Person,
  wanted: { readonly leistungId: string; readonly aenderung: StandAenderung; readonly joining: boolean },
) => Promise<number>;

const doings = {
  read: async ({ deps }, person, { leistungId }) => {
    person.gelesen = (await standOf(deps, person.editor, leistungId))?.fassung ?? 0;
    return 0;
  },
  save: async ({ deps }, { editor, gelesen }, { leistungId, aenderung, joining }) => {
    const holds = await standOf(deps, editor, leistungId);
    const [last] = await verlaufOf(deps, editor, leistungId);
    const newest = last?.fassung ?? 0;
    const wunsch = { leistungId, grundlage: gelesen, aenderung, zusammenfuehren: joining };
    const answer = await changeStand(deps, editor, wunsch);
    if (!answer.ok && holds === null) {
      const unseen = gelesen !== 0 && gelesen !== newest;
      assert.equal(
        answer.refusal.code,
        unseen ? 'COMPASS_STAND_TAKEN_BACK_MEANWHILE' : 'COMPASS_STAND_INVALID',
        'a first statement names its Zustand',
      );
      return 0;
    }
    if (!answer.ok) {
      assert.ok(isKonflikt(answer.refusal), 'whoever is refused is told of the other');
      assert.equal(answer.refusal.konflikt.inzwischen.fassung, newest);
      assert.deepEqual(answer.refusal.konflikt.meine, aenderung, 'and keeps what was typed');
      return 0;
    }
    const { zustand, prioritaet } = answer.value;
    // Joined with another's change, a field that was left as it was read is no change of this person.
    const alone = holds === null || gelesen === newest || !joining;
    if (alone) assert.deepEqual({ zustand, prioritaet, ...aenderung }, { zustand, prioritaet });
    return answer.value.fassung - newest;
  },
  preview: async ({ deps }, person, { leistungId, aenderung }) => {
    const wunsch = { leistungId, aenderung, grundlage: person.gelesen, name: leistungId, zeile: null };
    const wuensche = [{ ...wunsch, probleme: [], hinweise: [], zellen: [] }];
    person.sammel = (
      await createSammel(deps, person.editor, { art: 'auswahl', titel: 'Auswahl', wuensche })
    ).id;
    return 0;
  },
  apply: async ({ deps }, { editor, sammel }) => {
    if (sammel === null) return 0;
    const { zeilen, ergebnis } = valueIn(await sammelOf(deps, editor, sammel));
    const done = valueIn(await applySammel(deps, editor, sammel, true));
    const meant = zeilen?.filter(({ art }) => art === 'changed' || art === 'added').length;
    assert.equal(done.geschrieben.length + done.gelassen.length, meant, 'each row is written or told');
    for (const { vorher, nachher } of done.geschrieben)
      assert.ok(vorher === 0 ? nachher > 0 : nachher === vorher + 1);
    return ergebnis ? 0 : done.geschrieben.length;
  },
  takeBack: async ({ deps }, { editor, gelesen }, { leistungId }) => {
    const holds = await standOf(deps, editor, leistungId);
    const taken = await takeBack(deps, editor, { leistungId, grundlage: gelesen, grund: '' });
    assert.equal(taken.ok, holds !== null && holds.fassung === gelesen, 'only what was seen is taken back');
    return taken.ok ? 1 : 0;
  },
  undo: async ({ deps }, { editor, sammel }) => {
    const undone = sammel === null ? null : await undoSammel(deps, editor, sammel);
    return undone?.ok ? undone.value.geschrieben.length : 0;
  },
} as const satisfies Readonly<Record<string, Doing>>;

describe('two people at the same cell', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  const aenderung: fc.Arbitrary<StandAenderung> = fc.oneof(
    fc
      .constantFrom('geplant' as const, 'online' as const, 'vorgemerkt' as const)
      .map((zustand) => ({ zustand })),
    fc.constantFrom(1 as const, 2 as const, 3 as const).map((prioritaet) => ({ prioritaet })),
  );
  const step = fc.record({
    who: fc.nat(1),
    does: fc.constantFrom(...(Object.keys(doings) as (keyof typeof doings)[])),
    aenderung,
    joining: fc.boolean(),
  });

  test('whatever they do in whatever order, no statement is lost: each is stored, or its owner was told', async () => {
    const { deps, lemgo } = world;
    let used = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        used += 1;
        const leistungId = `L${String(used).padStart(5, '0')}`;
        await stated(world, lemgo, { leistungId, aenderung: { zustand: 'nicht-begonnen' } });
        const people = lemgo.personen.map(
          ({ id }): Person => ({ editor: editorFor(lemgo.kommune, id), gelesen: 1, sammel: null }),
        );
        let expected = 1;
        for (const { who, does, ...wanted } of steps) {
          const person = people[who];
          assert.ok(person);
          expected += await doings[does](world, person, { leistungId, ...wanted });
        }
        const verlauf = await verlaufOf(deps, lemgo.koordination, leistungId);
        const numbers = verlauf.map(({ fassung }) => fassung).toReversed();
        assert.deepEqual(
          numbers,
          Array.from({ length: expected }, (_, index) => index + 1),
        );
      }),
      { numRuns: 60 },
    );
  });
});
