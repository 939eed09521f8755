import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { openZustellpunkt } from '../../delivery/testing/world.ts';
import { inboxCommands } from '../cli.ts';
import { arrived, type InboxWorld, openWorld, principalOf } from '../testing/world.ts';
import { inboxOperations } from './operations.ts';
import { inboxPages } from './pages.ts';

const nummer = 'LEM-2026-000001';

function invoke(world: InboxWorld, path: string, body?: unknown, query: unknown = {}) {
  const operation = inboxOperations(world.deps).find((one) => one.path === path);
  assert.ok(operation, path);
  const params = path.includes('{nummer}') ? { nummer } : {};
  return operation.invoke({
    params,
    query,
    body,
    principal: principalOf(world.anna),
    clientAddress: '127.0.0.1',
  });
}

const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

async function run(world: InboxWorld, name: string, ...words: readonly string[]) {
  const command = inboxCommands(world.deps).find((one) => one.name === name);
  assert.ok(command, name);
  const [positionals, values] = [[] as string[], { organisation: 'Lemgo' } as Record<string, string>];
  for (const word of words) {
    const [, option, value] = /^--(\w+)=(.*)$/.exec(word) ?? [];
    if (option && value !== undefined) values[option] = value;
    else positionals.push(word);
  }
  return command.run({ positionals, values, principal: operator, say: () => undefined });
}

test('the API lists, shows, takes, asks, decides; answers fit their schemas; a stale version is a conflict', async () => {
  await using world = await openWorld();
  await arrived(world, { words: 'Bello' });
  const list = await invoke(world, '/eingang', undefined, { offen: 'ja' });
  assert.ok(list.ok);
  assert.doesNotMatch(JSON.stringify(list.value), /Bello/);
  const shown = await invoke(world, '/eingang/{nummer}');
  assert.ok(shown.ok);
  assert.match(JSON.stringify(shown.value), /Bello/);
  const schemas = inboxOperations(world.deps).map(({ path, schemas: { response } }) => ({ path, response }));
  for (const [path, { value }] of [
    ['/eingang', list],
    ['/eingang/{nummer}', shown],
  ] as const)
    assert.ok(schemas.find((one) => one.path === path)?.response.safeParse(value).success, path);
  assert.ok((await invoke(world, '/eingang/{nummer}/uebernehmen', { version: 1 })).ok);
  const stale = await invoke(world, '/eingang/{nummer}/entscheiden', { version: 1, ergebnis: 'abgelehnt' });
  assert.equal(!stale.ok && stale.refusal.code, 'INBOX_CHANGED_MEANWHILE');
  const wrong = await invoke(world, '/eingang/{nummer}/entscheiden', { version: 2, ergebnis: 'vielleicht' });
  assert.equal(!wrong.ok && wrong.refusal.code, 'INPUT_INVALID');
  const done = await invoke(world, '/eingang/{nummer}/entscheiden', { version: 2, ergebnis: 'abgelehnt' });
  assert.ok(done.ok);
});

test('the command line does the same for the authority that the operator names', async () => {
  await using world = await openWorld();
  await arrived(world, { words: 'Bello' });
  const { mitglied } = world.boris;
  const list = await run(world, 'eingang list');
  assert.match(list.ok ? list.value.text : '', /LEM-2026-000001 +2026-11-21 {2}neu +Hund anmelden {2}–/);
  assert.ok((await run(world, 'eingang take', nummer, `--mitglied=${mitglied}`)).ok);
  assert.ok((await run(world, 'eingang ask', nummer, '--text=Wie groß?')).ok);
  const shown = await run(world, 'eingang show', nummer);
  assert.match(
    shown.ok ? shown.value.text : '',
    /Rückfrage gestellt, Version 3[\s\S]*Bello[\s\S]*der Betrieb/,
  );
  const taken = await run(world, 'eingang take', nummer);
  assert.equal(!taken.ok && taken.refusal.code, 'INBOX_MEMBER_NEEDED');
  const closed = await run(world, 'eingang close', nummer, '--text=Bitte nach Detmold.');
  assert.match(closed.ok ? closed.value.text : '', /abgeschlossen \(unzuständig\), Version 4/);
});

test('API and command line give a case to another office of the house', async () => {
  await using world = await openWorld();
  const other = await openZustellpunkt(world.delivery);
  await arrived(world);
  const given = await invoke(world, '/eingang/{nummer}/zuleiten', {
    version: 1,
    ziel: other,
    text: 'dorthin',
  });
  assert.ok(given.ok);
  assert.match(JSON.stringify(given.value), new RegExp(`"stelle":"${other}".*"version":2`));
  const back = await run(world, 'eingang give-to-office', nummer, `--ziel=${world.stelle}`, '--text=zurück');
  assert.match(back.ok ? back.value.text : JSON.stringify(back), /neu, Version 3/);
  const shown = await run(world, 'eingang show', nummer);
  assert.match(shown.ok ? shown.value.text : '', /An eine andere Stelle im Haus gegeben {2}der Betrieb/);
});

test('every action of the pages has an operation and a command; only a file is taken by page alone', async () => {
  await using world = await openWorld();
  const ids = (list: readonly { readonly capability: string }[]) =>
    new Set(list.map(({ capability }) => capability));
  const pages = [...ids(inboxPages(world.deps))];
  for (const doors of [inboxOperations(world.deps), inboxCommands(world.deps)])
    assert.deepEqual(
      pages.filter((id) => !ids(doors).has(id)),
      ['inbox.attachment'],
    );
});
