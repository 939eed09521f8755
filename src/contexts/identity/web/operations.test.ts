import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hono } from 'hono';
import { actorOf, apiServer, createRateLimiter, type Operation } from '#platform';
import { identityCommands } from '../cli.ts';
import {
  clientAddress,
  codeOf,
  openWorld,
  organisation,
  type Person,
  valueIn,
  type World,
} from '../testing/world.ts';
import { issueToken } from '../use-cases/machine-tokens.ts';
import { readBearer } from '../use-cases/read-bearer.ts';
import { identityOperations } from './operations.ts';
import { identityPages } from './pages.ts';

function api(world: World): Hono {
  return apiServer(identityOperations({ ...world, demo: true }), {
    origin: 'http://api.localhost:8080',
    version: '0.0.0',
    identify: (token) => readBearer(world, token),
    clientAddressOf: () => clientAddress,
    limitAnonymous: createRateLimiter(1000),
    limitToken: createRateLimiter(1000),
  });
}

async function tokenOf(world: World, person: Person, scopes: readonly string[]): Promise<string> {
  return valueIn(await issueToken(world, person.caller, { label: 'Test', scopes, days: 1 })).token;
}

async function call(app: Hono, token: string, method: string, path: string, body?: object) {
  const response = await app.request(`http://api.localhost:8080/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
}

test('a machine invites, changes and removes members within its scopes', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const app = api(world);
  const token = await tokenOf(world, admin, ['members.read', 'members.manage']);
  const invited = await call(app, token, 'POST', '/members', {
    name: 'Ada Beispiel',
    email: 'ada@demo.invalid',
    roles: ['lesen'],
  });
  assert.equal(invited.status, 201);
  const path = `/members/${invited.json.memberId}`;
  assert.equal((await call(app, token, 'PUT', `${path}/roles`, { roles: ['koordination'] })).status, 200);
  assert.deepEqual((await call(app, token, 'GET', path)).json.roles, ['koordination']);
  assert.equal((await call(app, token, 'POST', `${path}/invitation`, {})).status, 200);
  const conflict = await call(app, token, 'POST', `${path}/suspend`);
  assert.deepEqual([conflict.status, conflict.json.code], [409, 'MEMBER_STATE']);
  assert.equal((await call(app, token, 'DELETE', path)).status, 200);
  assert.equal((await call(app, token, 'GET', '/members')).json.members.length, 2);
  assert.equal((await call(app, token, 'GET', '/members/keine-kennung')).status, 422);
  assert.equal((await call(app, token, 'GET', '/audit')).status, 403);
});

test('a machine reads the organisation, its circle, its tokens and its audit trail', async () => {
  await using world = await openWorld();
  const provider = await organisation(world, 'it-dienstleister', { name: 'IT-Verbund' });
  const kommune = await organisation(world, 'kommune', { name: 'Lemgo', provider: provider.tenant });
  const app = api(world);
  const token = await tokenOf(world, provider, ['circle.read', 'audit.read', 'tokens.manage']);
  assert.equal((await call(app, token, 'GET', '/organisation')).json.organisation.name, 'IT-Verbund');
  assert.equal((await call(app, token, 'GET', '/circle')).json.kommunen[0].name, 'Lemgo');
  const audit = await call(app, token, 'GET', '/audit?action=identity.token&size=5');
  assert.equal(audit.json.lines[0].action, 'identity.token.issued');
  assert.equal((await call(app, token, 'GET', '/audit?from=gestern')).status, 422);
  assert.equal((await call(app, token, 'POST', '/audit/verify')).json.firstBroken, null);
  const [{ id }] = (await call(app, token, 'GET', '/tokens')).json.tokens;
  assert.equal((await call(app, token, 'DELETE', `/tokens/${id}`)).status, 204);
  assert.equal((await call(app, token, 'GET', '/organisation')).status, 401, 'it revoked itself');
  const own = await tokenOf(world, kommune, ['organisation.manage']);
  const consent = (value: boolean) =>
    call(app, own, 'PUT', `/organisation/consents/${provider.tenant}`, { consent: value });
  assert.equal((await consent(true)).status, 204);
  assert.equal((await call(app, own, 'GET', '/organisation')).json.consents.length, 1);
});

test('the operator does the same at the command line, named in the audit trail', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune', { name: 'Lemgo', bodyKey: '05766044' });
  const commands = identityCommands({ ...world, demo: true });
  const everything = Object.assign(new Set<string>(), { has: () => true });
  const principal = {
    kind: 'betreiber',
    actor: actorOf('betreiber', 'meier'),
    tenant: null,
    permissions: everything,
  } as const;
  const run = (name: string, positionals: string[], values: Record<string, string | boolean> = {}) => {
    const command = commands.find((each) => each.name === name);
    assert.ok(command, name);
    return command.run({ positionals, values, principal, say: () => {} });
  };
  const lemgo = { organisation: '05766044' };
  assert.equal(codeOf(await run('member list', [])), 'ORGANISATION_MISSING');
  assert.equal(codeOf(await run('member list', [], { organisation: 'Nirgends' })), 'ORGANISATION_UNKNOWN');
  valueIn(
    await run('member invite', ['Ada Beispiel', 'ada@demo.invalid'], {
      organisation: 'lemgo',
      roles: 'lesen',
    }),
  );
  assert.match(valueIn(await run('member list', [], lemgo)).text, /Ada Beispiel/);
  const { text: token } = valueIn(await run('token issue', ['Probe'], { ...lemgo, scopes: 'members.read' }));
  assert.ok((await readBearer(world, token)).ok);
  const lines = valueIn(await run('audit search', [], { ...lemgo, action: 'identity.member.invited' }));
  assert.match(lines.text, /Betrieb: meier/);
  assert.match(valueIn(await run('audit verify', [], lemgo)).text, /Die Kette ist ganz/);
  assert.match(valueIn(await run('audit verify', [], { ...lemgo, installation: true })).text, /ganz/);
  valueIn(await run('member roles', [admin.id], { ...lemgo, roles: 'administrator,koordination' }));
  assert.equal(codeOf(await run('member remove', [admin.id], lemgo)), 'LAST_ADMINISTRATOR');
  const person = { name: 'Otto Erfunden', email: 'otto@demo.invalid' };
  valueIn(await run('organisation found', ['it-dienstleister', 'IT-Haus'], person));
  assert.equal(codeOf(await run('organisation found', ['verein', 'X'], person)), 'ORGANISATION_KIND');
  const onboard = { organisation: 'IT-Haus', name: 'Eva Erfunden', email: 'eva@demo.invalid' };
  valueIn(await run('circle onboard', ['Detmold'], onboard));
  assert.match(valueIn(await run('circle list', [], { organisation: 'IT-Haus' })).text, /Detmold/);
});

/** Signing in and the own account belong to a person at a browser. */
const browserOnly = [
  'identity.sign-in',
  'identity.sign-in.code',
  'identity.sign-out',
  'identity.second-factor',
  'identity.session.extend',
  'identity.session.end',
  'identity.account',
  'identity.password.change',
  'identity.password.reset',
  'identity.passkey',
  'identity.member.accept',
  'identity.vertretung.own',
  'identity.vertretung.act',
];

test('every page action has an operation and a command, or belongs to the browser alone', async () => {
  await using world = await openWorld();
  const deps = { ...world, demo: true };
  const operations = new Set(identityOperations(deps).map(({ capability }: Operation) => capability));
  const commands = new Set(identityCommands(deps).map(({ capability }) => capability));
  for (const { capability } of identityPages(deps)) {
    if (browserOnly.includes(capability)) continue;
    assert.ok(operations.has(capability), `operation for ${capability}`);
    assert.ok(commands.has(capability), `command for ${capability}`);
  }
});
