import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { localDate, quartal } from '#kernel';
import { actorOf } from '#platform';
import { lueckeOf } from '../domain/kosten.ts';
import { pruefe } from '../domain/pruefung.ts';
import { cancelled, makePlan, planningHandlers } from '../handlers.ts';
import {
  ab,
  coordinatorPrincipal,
  furnished,
  massnahmeWith,
  openPlanningWorld,
  type PlanningWorld,
  planned,
  plannerPrincipal,
  refusalIn,
  teamWith,
  valueIn,
} from '../testing/planning-world.ts';
import { beginPlan } from './begin-plan.ts';
import { compare } from './compare.ts';
import { decide } from './decide.ts';
import { applyImport, beginImport, previewImport } from './import-massnahmen.ts';
import { move } from './move.ts';
import { nextSteps } from './next-steps.ts';
import { proposals, takeOver } from './proposals.ts';
import { fertig, planstand, planuebersicht } from './read-plan.ts';
import { saveMassnahme } from './save-massnahme.ts';
import { saveTeam, teamsFor } from './save-team.ts';

let world: PlanningWorld;

describe('planning', () => {
  before(async () => {
    world = await openPlanningWorld({
      bedarf: async () => [
        { leistungId: 'L02950', kommunen: [{ ags: '05766044', wunsch: quartal('2027-Q2') }] },
        { leistungId: 'L00002', kommunen: [{ ags: '05766020', wunsch: null }] },
      ],
      gewichte: async () => new Map([['L02950', { gewicht: 77, satz: 'Rang 3 mit 770 von 1000 Punkten.' }]]),
      strategie: async () => [
        {
          leistungId: 'L00002',
          entscheid: 'nicht',
          quartal: null,
          satz: 'nicht',
          href: '/einfuehrungsstrategie',
        },
      ],
    });
    await furnished(world, {
      postfach: { titel: 'Postfach', gewicht: 20 },
      hund: { nach: ['postfach'], gewicht: 90 },
    });
  });
  after(() => world[Symbol.asyncDispose]());

  describe('a plan is made, looked at, moved and decided', () => {
    test('it keeps every rule, and says what is proven of it', async () => {
      const { id } = await planned(world);
      const { plan, fassung } = await finished(id);
      assert.deepEqual(pruefe(plan.problem, fassung.zuteilung), []);
      assert.equal(lueckeOf(fassung.zielwert, fassung.schranke), 0);
      assert.equal(fassung.verfahren, 'genau');
    });

    test('whoever moves is told what breaks; who insists gets it, marked; a second editor overwrites nothing', async () => {
      const { id } = await planned(world);
      const zug = {
        plan: id,
        grundlage: 1,
        massnahme: 'hund',
        ags: '05766044',
        quartal: ab,
        trotzdem: false,
      };
      const refusal = refusalIn(await move(world.deps, world.planner, zug));
      assert.equal(refusal.code, 'PLANNING_MOVE_BREAKS');
      assert.match(refusal.message, /worauf es wartet/);
      assert.equal((await finished(id)).fassung.fassung, 1);
      const moved = valueIn(await move(world.deps, world.planner, { ...zug, trotzdem: true }));
      assert.equal(moved.fassung, 2);
      const { plan, fassung } = await finished(id);
      assert.ok(pruefe(plan.problem, fassung.zuteilung).length > 0);
      assert.equal(refusalIn(await move(world.deps, world.planner, zug)).code, 'PLANNING_CHANGED_MEANWHILE');
      assert.equal(plan.fassungen.length, 2, 'the first Fassung stays');
    });

    test('a decided plan sets the targets of each Kommune, and the next decision replaces them', async () => {
      const { id } = await planned(world);
      const beschluss = {
        plan: id,
        grundlage: 1,
        am: localDate('2026-11-22'),
        wer: 'Arbeitsgruppe',
        grund: 'Passt.',
      };
      const later = { ...beschluss, am: localDate('2026-11-23') };
      assert.equal(refusalIn(await decide(world.deps, world.planner, later)).code, 'PLANNING_INVALID');
      valueIn(await decide(world.deps, world.planner, beschluss));
      const [lemgo] = world.kommunen;
      const steps = valueIn(await nextSteps(world.deps, coordinatorPrincipal(lemgo), ''));
      assert.deepEqual(
        steps.beschluesse.map(({ wer, ziele }) => [wer, ziele.map(({ massnahme }) => massnahme)]),
        [['Arbeitsgruppe', ['postfach', 'hund']]],
      );
      assert.deepEqual(steps.beschluesse[0]?.ziele[0]?.vorbereitung, ['Postfach benennen.']);
      const seen = valueIn(await nextSteps(world.deps, plannerPrincipal(world), '05766044'));
      assert.deepEqual(seen.beschluesse, steps.beschluesse);
      valueIn(await decide(world.deps, world.planner, { ...beschluss, wer: 'Lenkungskreis' }));
      const again = valueIn(await nextSteps(world.deps, coordinatorPrincipal(lemgo), ''));
      assert.deepEqual(
        again.beschluesse.map(({ wer }) => wer),
        ['Lenkungskreis'],
      );
      assert.equal((await planuebersicht(world.deps, world.planner)).entscheide.length, 2);
    });

    test('two plans side by side: more days bring something a quarter earlier', async () => {
      const [team] = await teamsFor(world.deps, world.house);
      const erster = await planned(world);
      const zweiter = await planned(world, { annahmen: [{ team: team?.id ?? '', monatlich: 60 }] });
      const { vergleich } = valueIn(await compare(world.deps, world.planner, erster.id, zweiter.id));
      assert.equal(vergleich.verliert.length, 0);
      assert.equal(vergleich.grundlage.teams[0]?.name, 'Team Anbindung');
    });
  });

  describe('a plan that does not come to its end', () => {
    test('a cancelled one keeps nothing, and the worker leaves it alone', async () => {
      const begun = valueIn(
        await beginPlan(world.deps, world.planner, {
          titel: 'Abbruch',
          ab,
          quartale: 4,
          sekunden: 1,
          annahmen: [],
        }),
      );
      const { tenant } = world.planner.anbieter;
      assert.ok(await cancelled(world.deps, tenant, world.planner.actor, begun.vorgang));
      const job = { vorgang: begun.vorgang, plan: begun.id, tenant, actor: world.planner.actor };
      await makePlan({ ...world.deps, rechne: () => assert.fail('nobody asked for this any more') }, job);
      const stand = valueIn(await planstand(world.deps, world.planner, begun.id));
      assert.equal(stand.plan.fassungen.length, 0);
      assert.match(stand.vorgang?.message ?? '', /nichts gespeichert/);
    });

    test('cancelled while it is made, nothing of it is kept', async () => {
      const begun = await planned(world, {}, async (_, weiter) => {
        const [newest] = (await planuebersicht(world.deps, world.planner)).plaene;
        const vorgang = valueIn(await planstand(world.deps, world.planner, newest?.id ?? '')).vorgang;
        assert.ok(vorgang);
        await cancelled(world.deps, world.planner.anbieter.tenant, world.planner.actor, vorgang.id);
        assert.equal(await weiter({ anteil: 0.5, wert: 1, schranke: 0 }), false);
        return null;
      });
      assert.equal(
        refusalIn(fertig(valueIn(await planstand(world.deps, world.planner, begun.id)))).code,
        'PLANNING_PLAN_UNFINISHED',
      );
    });

    test('a worker killed on the way is followed by another, which makes the plan from the start, once', async () => {
      await assert.rejects(
        planned(world, { titel: 'Gestorben' }, async () => {
          throw new Error('killed');
        }),
        /killed/,
      );
      const plan = (await planuebersicht(world.deps, world.planner)).plaene.find(
        ({ titel }) => titel === 'Gestorben',
      );
      assert.equal(plan?.fassung, null);
      let runs = 0;
      const { runSolver } = await import('../solver/run-solver.ts');
      const handlers = planningHandlers({
        ...world.deps,
        rechne: (auftrag, weiter) => {
          runs += 1;
          return runSolver(auftrag, weiter);
        },
      });
      const payload = { vorgang: plan?.vorgang, plan: plan?.id, actor: world.planner.actor };
      const context = { tenant: world.planner.anbieter.tenant, eventId: 1, attempt: 2, lastAttempt: false };
      const [handle] = Object.values(handlers);
      await handle?.(payload, context);
      await handle?.(payload, context);
      assert.equal(runs, 1);
      assert.equal((await finished(plan?.id ?? '')).plan.fassungen.length, 1);
    });
  });

  describe('what plans are made from', () => {
    test('a circle of Massnahmen is refused when it would be closed, by name', async () => {
      const inhalt = massnahmeWith({ titel: 'Postfach', nach: ['hund'] });
      const wunsch = { id: 'postfach', grundlage: 1, inhalt, herkunft: 'hand' as const, beendet: false };
      const refusal = refusalIn(await saveMassnahme(world.deps, world.planner, wunsch));
      assert.equal(refusal.code, 'PLANNING_CYCLE');
      assert.match(refusal.message, /„Postfach“.*„Hund anmelden“|„Hund anmelden“.*„Postfach“/);
    });

    test('everything that is wrong with a Massnahme is told at once', async () => {
      const inhalt = massnahmeWith({
        vorlage: 'gibt-es-nicht',
        kommunen: [{ ags: '05315000', quartal: null }],
        nach: ['nirgends'],
        verfuegbarAb: localDate('2027-05-01'),
        frist: localDate('2027-04-01'),
      });
      const wunsch = { id: 'neu', grundlage: 0, inhalt, herkunft: 'hand' as const, beendet: false };
      const { fields = [] } = refusalIn(await saveMassnahme(world.deps, world.planner, wunsch));
      assert.deepEqual(
        fields.map(({ field }) => field),
        ['vorlage', 'kommunen', 'nach', 'frist'],
      );
    });

    test('Fachbereiche of a Kommune are seen by its house only where it shares; no name comes twice', async () => {
      const [lemgo] = world.kommunen;
      const inhalt = teamWith(2, { name: 'Hauptamt' });
      valueIn(await saveTeam(world.deps, lemgo, { id: null, grundlage: 0, inhalt }));
      assert.equal(
        refusalIn(await saveTeam(world.deps, lemgo, { id: null, grundlage: 0, inhalt })).code,
        'PLANNING_INVALID',
      );
      assert.equal((await teamsFor(world.deps, lemgo)).length, 1);
      assert.deepEqual(
        (await teamsFor(world.deps, world.house)).map(({ name }) => name),
        ['Team Anbindung'],
      );
    });

    test('of two who change a team at once the second is told', async () => {
      const inhalt = teamWith(2, { name: 'Bauamt' });
      const [lemgo] = world.kommunen;
      const team = valueIn(await saveTeam(world.deps, lemgo, { id: null, grundlage: 0, inhalt }));
      const change = { id: team.id, grundlage: 1, inhalt: { ...inhalt, monatlich: 30 } };
      const both = await Promise.all([
        saveTeam(world.deps, lemgo, change),
        saveTeam(world.deps, lemgo, change),
      ]);
      assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
    });

    test('what Kommunen need becomes Massnahmen with their weight and reason, but for what was decided against', async () => {
      const all = await proposals(world.deps, world.planner, plannerPrincipal(world));
      assert.deepEqual(
        all.map(({ leistungId, gewicht }) => [leistungId, gewicht]),
        [['L02950', 77]],
      );
      assert.equal(
        refusalIn(await takeOver(world.deps, world.planner, all, 'gibt-es-nicht')).code,
        'PLANNING_INVALID',
      );
      const [id] = valueIn(await takeOver(world.deps, world.planner, all, 'anbinden'));
      assert.match(id ?? '', /^l02950-/);
      assert.deepEqual(await proposals(world.deps, world.planner, plannerPrincipal(world)), []);
    });

    test('a table shows what it would do before it does it, and takes the good rows', async () => {
      const csv =
        'Kennung;Maßnahme;Aufwandsvorlage;Kommunen;Gewicht;Frist\r\nwohngeld;Wohngeld;anbinden;05766044 2027-Q2, 05766020;80;2027-12-31\r\n;Schlecht;fehlt;morgen;500;bald\r\n';
      const id = valueIn(
        await beginImport(world.deps, world.planner, { name: 'm.csv', bytes: Buffer.from(csv) }),
      );
      const preview = valueIn(await previewImport(world.deps, world.planner, id));
      assert.deepEqual(
        preview.zeilen.map(({ art }) => art),
        ['neu', 'fehler'],
      );
      assert.equal(preview.zeilen[1]?.fehler.length, 3);
      const again = valueIn(await previewImport(world.deps, world.planner, id));
      assert.equal(again.zeilen[0]?.art, 'neu', 'a preview keeps nothing');
      valueIn(await applyImport(world.deps, world.planner, id));
      assert.equal(refusalIn(await applyImport(world.deps, world.planner, id)).code, 'PLANNING_IMPORT_GONE');
    });
  });

  test('a house that has nothing planned has no plans of others', async () => {
    const [lemgo] = world.kommunen;
    const stranger = { actor: actorOf('system', 'test'), anbieter: { tenant: lemgo.tenant, name: 'Fremd' } };
    assert.deepEqual((await planuebersicht(world.deps, stranger)).plaene, []);
  });
});

async function finished(id: string) {
  return valueIn(fertig(valueIn(await planstand(world.deps, world.planner, id))));
}
