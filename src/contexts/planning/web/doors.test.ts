import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  askerOf,
  downloadOf,
  type PageAsker,
  pageOf,
  refusalOf,
} from '../../../../test/support/page-request.ts';
import { planningCommands } from '../cli.ts';
import {
  coordinatorPrincipal,
  furnished,
  openPlanningWorld,
  type PlanningWorld,
  planned,
  plannerPrincipal,
  refusalIn,
  valueIn,
} from '../testing/planning-world.ts';
import { planningOperations } from './operations.ts';
import { planningPages } from './pages.ts';

describe('the doors of planning', () => {
  let world: PlanningWorld;
  let ask: PageAsker;
  let plan: string;
  before(async () => {
    world = await openPlanningWorld();
    await furnished(world, {
      postfach: { titel: 'Postfach', gewicht: 20 },
      hund: { nach: ['postfach'], gewicht: 90 },
    });
    ask = askerOf(planningPages(world.deps));
    plan = `/planung/plaene/${(await planned(world)).id}`;
  });
  after(() => world[Symbol.asyncDispose]());

  const lead = () => plannerPrincipal(world);
  const lemgo = () => coordinatorPrincipal(world.kommunen[0]);

  test('nobody but those who plan opens plans; a Kommune opens its teams and its next steps', async () => {
    assert.equal(refusalOf(await ask.get('/planung', lemgo())).code, 'PLANNING_NOT_ALLOWED');
    assert.equal(refusalOf(await ask.get('/planung/teams')).code, 'PLANNING_CAPACITY_NOT_ALLOWED');
    assert.match((await pageOf(await ask.get('/planung/teams', lemgo()))).title, /Fachbereiche/);
    assert.match(
      (await pageOf(await ask.get('/naechste-schritte', lemgo()))).html,
      /Noch kein beschlossener Plan/,
    );
  });

  test('the page of a plan says its aim in one sentence, how good it is, where it is tight and what comes when', async () => {
    const { html } = await pageOf(await ask.get(plan, lead()));
    for (const words of [
      'hält jede Kapazität ein',
      'bewiesen: Kein Plan ist besser',
      'Belegung der Teams je Quartal',
      '1. Quartal 2027: 3 Einführungen',
    ])
      assert.ok(html.includes(words), words);
  });

  test('a move that breaks something is said first and offered again with a box to insist', async () => {
    const form = { grundlage: '1', massnahme: 'hund', kommune: '05766044', quartal: '2027-Q1' };
    const refused = await pageOf(await ask.post(`${plan}/verschieben`, form, lead()));
    assert.match(refused.html, /Das würde Regeln brechen/);
    assert.match(refused.html, /name="trotzdem"/);
    const moved = await ask.post(`${plan}/verschieben`, { ...form, trotzdem: 'ja' }, lead());
    assert.deepEqual(moved, { kind: 'redirect', to: `${plan}?getan=verschoben` });
    assert.match((await pageOf(await ask.get(plan, lead()))).html, /Der Plan bricht/);
  });

  test('a decision needs who, when and why; then the Kommune reads what comes, with whom, and what to do before', async () => {
    const empty = await pageOf(
      await ask.post(`${plan}/beschliessen`, { grundlage: '2', am: '2026-11-22' }, lead()),
    );
    assert.match(empty.html, /wer beschlossen hat/);
    const form = { grundlage: '2', am: '2026-11-22', wer: 'Arbeitsgruppe', grund: 'Passt zu allen.' };
    assert.equal((await ask.post(`${plan}/beschliessen`, form, lead())).kind, 'redirect');
    const { html } = await pageOf(await ask.get('/naechste-schritte', lemgo()));
    for (const words of ['Hund anmelden', 'Team Anbindung', 'Postfach benennen.', 'Arbeitsgruppe'])
      assert.ok(html.includes(words), words);
    assert.match((await pageOf(await ask.get(plan, lead()))).html, /Bewusst mit/);
  });

  test('what is typed wrong is said at its field, and nothing is saved', async () => {
    const team = await pageOf(await ask.post('/planung/teams/neu', { name: '', monatlich: 'viel' }, lemgo()));
    assert.equal(team.error, true);
    const template = await pageOf(await ask.post('/planung/aufwaende/neu', { name: 'Neu' }, lead()));
    assert.match(template.html, /Mindestens eine Zeile/);
    const measure = await pageOf(
      await ask.post('/planung/massnahmen/neu', { titel: 'X', gewicht: '500' }, lead()),
    );
    assert.match(measure.html, /ganze Zahl von 1 bis 100/);
    const wish = await pageOf(
      await ask.post('/planung', { titel: 'Plan', ab: 'bald', quartale: '8' }, lead()),
    );
    assert.match(wish.html, /kein Quartal der Form/);
  });

  test('the list leaves as a file that comes back without a change', async () => {
    const csv = await downloadOf(await ask.get('/planung/massnahmen.csv', lead()));
    const operation = planningOperations(world.deps).find(
      ({ path }) => path === '/planung/massnahmen/einlesen',
    );
    const body = { name: 'massnahmen.csv', base64: csv.toString('base64') };
    const answer = await operation?.invoke({
      params: {},
      query: {},
      body,
      principal: lead(),
      clientAddress: '',
    });
    assert.ok(answer?.ok, JSON.stringify(answer));
    const { zeilen } = answer.value as { readonly zeilen: readonly { readonly art: string }[] };
    assert.deepEqual(
      zeilen.map(({ art }) => art),
      ['unveraendert', 'unveraendert'],
    );
  });

  test('the command line says the same, for the house that it names', async () => {
    const run = (name: string, positionals: readonly string[], organisation: string) => {
      const command = planningCommands(world.deps).find((one) => one.name === name);
      assert.ok(command, name);
      return command.run({
        positionals,
        values: { organisation },
        principal: { ...lead(), kind: 'betreiber' },
        say: () => {},
      });
    };
    const house = world.planner.anbieter.name;
    assert.match(valueIn(await run('planung plan', ['1'], house)).text, /^Plan: Verspätung \d+/);
    assert.match(valueIn(await run('planung schritte', ['05766044'], house)).text, /Hund anmelden/);
    assert.equal(refusalIn(await run('planung plan', ['9'], house)).code, 'PLANNING_PLAN_UNKNOWN');
    assert.equal(refusalIn(await run('planung', [], 'Fremd')).code, 'TEST_UNKNOWN');
  });
});
