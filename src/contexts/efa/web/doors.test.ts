import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Principal } from '#platform';
import { efaCommands } from '../cli.ts';
import {
  coordinator,
  dutiesWorlds,
  lead,
  offered,
  openEfaWorld,
  operator,
  valueIn,
} from '../testing/efa-world.ts';
import { fullValues } from '../testing/sample-dienst.ts';
import { efaOperations } from './operations.ts';

type Json = Readonly<Record<string, unknown>>;

describe('API und Befehle', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });

  test('die API geht denselben Weg; jede Antwort passt zu ihrem Schema', async () => {
    await using world = await openEfaWorld(duties.shipped);
    const operations = efaOperations(world.deps);
    const ask = async (
      principal: Principal | null,
      method: string,
      path: string,
      params: Json = {},
      body: unknown = undefined,
    ) => {
      const found = operations.find((each) => each.method === method && each.path === path);
      assert.ok(found, `${method} ${path}`);
      const result = await found.invoke({ params, query: {}, body, principal, clientAddress: '127.0.0.1' });
      if (result.ok) found.schemas.response.parse(result.value);
      return result;
    };
    const [me, provider] = [coordinator(world.lemgo), lead(world.provider)];
    const dienst = { dienst: 'hund-anmelden' };
    valueIn(await ask(provider, 'post', '/onlinedienste/{dienst}/offer', dienst));
    valueIn(await ask(null, 'get', '/onlinedienste'));
    valueIn(await ask(null, 'get', '/onlinedienste/{dienst}', dienst));
    valueIn(await ask(null, 'get', '/kommunen/{body}/gaps', { body: 'Lemgo' }));
    valueIn(await ask(me, 'post', '/anbindungen/{dienst}', dienst));
    const values = { ...fullValues, gebuehr: 2500 };
    valueIn(await ask(me, 'patch', '/anbindungen/{dienst}/parameters', dienst, { version: 1, values }));
    valueIn(
      await ask(me, 'put', '/anbindungen/{dienst}/plan', dienst, { version: 2, geplantAm: '2026-12-01' }),
    );
    valueIn(await ask(me, 'post', '/anbindungen/{dienst}/steps', dienst, { version: 3, schritt: 'testen' }));
    valueIn(
      await ask(me, 'post', '/anbindungen/{dienst}/steps', dienst, { version: 4, schritt: 'live-schalten' }),
    );
    valueIn(await ask(me, 'post', '/anbindungen/{dienst}/move', dienst, { version: 5 }));
    const stale = await ask(me, 'post', '/anbindungen/{dienst}/steps', dienst, {
      version: 2,
      schritt: 'beenden',
    });
    assert.equal(!stale.ok && stale.refusal.code, 'EFA_CHANGED_MEANWHILE');
    valueIn(await ask(me, 'get', '/anbindungen'));
    valueIn(await ask(me, 'get', '/anbindungen/{dienst}', dienst));
    valueIn(await ask(provider, 'get', '/rollout'));
    const release = { nummer: 0, text: { was: 'Hundesteuer' } };
    valueIn(await ask(me, 'put', '/freigaben/{leistung}', { leistung: 'L02950' }, release));
    valueIn(await ask(me, 'get', '/freigaben'));
    valueIn(await ask(me, 'post', '/freigaben/{leistung}/withdraw', { leistung: 'L02950' }, { nummer: 1 }));
    const denied = await ask(provider, 'post', '/anbindungen/{dienst}', dienst);
    assert.equal(!denied.ok && denied.refusal.code, 'EFA_NOT_ALLOWED');
  });

  test('der Betrieb handelt auf der Befehlszeile für eine benannte Kommune', async () => {
    await using world = await openEfaWorld(duties.shipped);
    await offered(world);
    const commands = efaCommands(world.deps);
    const say = () => {};
    const run = (
      name: string,
      positionals: readonly string[],
      values: Readonly<Record<string, string>> = {},
    ) => {
      const found = commands.find((each) => each.name === name);
      assert.ok(found, name);
      return found.run({ positionals, values, principal: operator, say });
    };
    const lemgo = { kommune: 'Lemgo' };
    assert.match(valueIn(await run('gaps', ['Lemgo'])).text, /Hundesteuer Festsetzung → Hund anmelden/);
    valueIn(await run('anbindung interest', ['hund-anmelden'], lemgo));
    valueIn(
      await run('anbindung parameters', ['hund-anmelden'], { ...lemgo, values: JSON.stringify(fullValues) }),
    );
    const step = (schritt: string) => run('anbindung step', ['hund-anmelden', schritt], lemgo);
    valueIn(await step('testen'));
    assert.match(
      valueIn(await run('anbindung', ['hund-anmelden'], lemgo)).text,
      /ok {6}Parameter des Onlinedienstes/,
    );
    assert.match(valueIn(await step('live-schalten')).text, /Lemgo: live, Version 4/);
    assert.match(valueIn(await run('onlinedienste', [])).text, /live in 1: Hund anmelden/);
    const wrong = await step('fliegen');
    assert.equal(!wrong.ok && wrong.refusal.code, 'EFA_FIELD_INVALID');
    const nobody = await run('anbindungen', []);
    assert.equal(!nobody.ok && nobody.refusal.code, 'EFA_KOMMUNE_MISSING');
    const foreign = await run('anbindungen', [], { kommune: 'Bielefeld' });
    assert.equal(!foreign.ok && foreign.refusal.code, 'EFA_KOMMUNE_UNKNOWN');
    const json = await run('anbindung parameters', ['hund-anmelden'], { ...lemgo, values: '{' });
    assert.equal(!json.ok && json.refusal.fields?.[0]?.field, 'values');
  });
});
