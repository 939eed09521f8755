import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { ok, type Result, refuse } from '#kernel';
import { actorOf, type CommandOutput, type Principal } from '#platform';
import { deliveryCommands } from './cli.ts';
import { need, openWorld, payload, sealingKey, sent, type World } from './testing/world.ts';

const principal: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

/** Runs a command line as the operator would type it. */
function runner(world: World) {
  const unknown = { kind: 'not-found', code: 'ORGANISATION_UNKNOWN', message: 'Unbekannt.' } as const;
  const commands = deliveryCommands({
    ...world,
    findOrganisation: async (_, text) =>
      text === 'Lemgo' ? ok({ id: world.office.tenant }) : refuse(unknown),
  });
  return (name: string, organisation = '', ...positionals: string[]): Promise<Result<CommandOutput>> => {
    const command = commands.find((one) => one.name === name);
    assert.ok(command, name);
    assert.ok(positionals.length >= command.arity[0] && positionals.length <= command.arity[1]);
    return command.run({ positionals, values: { organisation }, principal, say: () => {} });
  };
}

test('an operator opens a Zustellpunkt, sees it, changes its key, suspends and checks it', async () => {
  await using world = await openWorld();
  const run = runner(world);
  assert.match(need(await run('zustellpunkt list', 'Lemgo')).text, /keinen Zustellpunkt/);
  const { id } = need(await run('zustellpunkt create', 'Lemgo', 'Steueramt')).json as { id: string };
  assert.match(
    need(await run('zustellpunkt list', 'Lemgo')).text,
    /Steueramt {2}nimmt an {2}Schlüssel bis 21\.11\.2027/,
  );
  need(await sent(world, await sealingKey(world, id), payload('a')));
  assert.match(need(await run('zustellpunkt rotate', 'Lemgo', id)).text, /30 Tage/);
  assert.match(need(await run('zustellpunkt suspend', 'Lemgo', id)).text, /ausgesetzt/);
  assert.match(need(await run('delivery check', 'Lemgo')).text, /1 Sendungen geprüft, alle/);
  await world.t.superuser.query('alter table delivery.event disable trigger event_append_only');
  await world.t.superuser.query(
    `update delivery.event set kind = 'submitted', at = now() - interval '1 year'`,
  );
  assert.match(need(await run('delivery check', 'Lemgo')).text, /1 verändert/);
  assert.deepEqual(need(await run('delivery maintain')).json, {
    deleted: 0,
    waiting: 0,
    sweptFiles: 0,
    removedKeys: 0,
  });
});

test('an unknown organisation, Zustellpunkt or impossible action is refused in words', async () => {
  await using world = await openWorld();
  const run = runner(world);
  const codes = [
    await run('zustellpunkt list', 'Atlantis'),
    await run('zustellpunkt rotate', 'Lemgo', randomUUID()),
    await run('zustellpunkt end', 'Lemgo', randomUUID()),
    await run('zustellpunkt end', 'Lemgo', 'keine-kennung'),
  ].map((result) => (result.ok ? 'done' : result.refusal.code));
  assert.deepEqual(codes, [
    'ORGANISATION_UNKNOWN',
    'ZUSTELLPUNKT_UNKNOWN',
    'ZUSTELLPUNKT_UNKNOWN',
    'ZUSTELLPUNKT_UNKNOWN',
  ]);
});
