import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { allDoors } from '../../src/app/all-doors.ts';
import { askApi, dutiesOf, dutyOf } from '../support/api-client.ts';
import { apiValues } from '../support/api-values.ts';
import { keepCanary, showsCanary } from '../support/canary.ts';
import { runCommand } from '../support/run-command.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn } from '../support/visitor.ts';

const problem = z.object({
  type: z.string().startsWith('urn:leitwerk:problem:'),
  title: z.string().min(1),
  status: z.number().int(),
  detail: z.string().min(10),
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/),
});

interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

describe('the JSON API', () => {
  let app: RunningApp;
  let lemgo: string;
  let provider: string;
  before(async () => {
    app = await runningApp();
    await keepCanary(app);
    lemgo = await tokenOf('05766044', [
      'members.read',
      'members.manage',
      'audit.read',
      'tokens.manage',
      'efa.anbindung.manage',
      'inbox.read',
      'portal.manage',
      'delivery.zustellpunkt.manage',
      'discussion.write',
      'notices.webhooks',
      'reports.write',
      'solutions.propose',
      'finder.edit',
      'compass.stand.read',
      'compass.stand.edit',
      'compass.manage',
      'workgroup.join',
      'planning.capacity',
      'connection.secrets',
      'costs.read',
      'marketplace.prepare',
    ]);
    provider = await tokenOf('IT-Verbund Musterland (erfunden)', [
      'circle.read',
      'reference.import',
      'audit.read',
      'duties.rule.propose',
      'notices.send',
      'priorities.manage',
      'workgroup.manage',
      'planning.manage',
      'workshop.author',
      'efa.angebot.manage',
      'connection.manage',
      'marketplace.manage',
      'releases.manage',
      'costs.manage',
    ]);
  });
  after(() => app[Symbol.asyncDispose]());

  async function tokenOf(organisation: string, scopes: readonly string[]): Promise<string> {
    const issued = await runCommand(app, 'token issue', ['Probe'], {
      organisation,
      scopes: scopes.join(','),
    });
    return (issued as { readonly token: string }).token;
  }

  test('openapi.json describes every operation: names once, parameters of the path, a refusal', async () => {
    const answer = await askApi(app, '/openapi.json');
    const document = answer.body as OpenApi;
    assert.match(document.openapi, /^3\.1\./);
    assert.ok(document.info.title && document.info.version);
    assert.equal(document.servers[0]?.url, `${app.root}/api/v1`);
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    assert.equal(operations.length, allDoors(app.services).operations.length);
    const ids = operations.map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length, 'operationId must be unique');
    for (const { path, method, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const described = operation.parameters.filter((one) => one.in === 'path');
      assert.deepEqual(described.map(({ name }) => name).sort(), inPath, `${method} ${path}`);
      assert.ok(described.every(({ required }) => required));
      assert.ok(operation.summary.length > 5, `${method} ${path} has no summary`);
      assert.ok('default' in operation.responses);
    }
    const schemas = collect(document, 'schema');
    assert.ok(schemas.length > operations.length);
    for (const schema of schemas) assertSchema(schema);
  });

  test('what each GET operation answers is what openapi.json says', async () => {
    const { values, queries } = await apiValues(app, { lemgo, provider });
    const forProvider =
      /^\/(kostenplaene|kosten\/(schluessel|rechnungsangaben)|overview|circle|referenzdaten|rollout|katalog\/einlesen|rules\/(reviews|proposals)|rundmails|verteiler|fassungen\/[^/]+\/kommunen|xzufi|prioritaeten\/schemata\/vergleich|bedarfsabfragen\/[^/]+\/(beteiligung|auswertung)|werkstatt|fim|pakete|paketvergleich|paketschluessel|portalprofile|onlinedienste\/[^/]+\/(pruefung|wirksam|unterschied)|planung\/(plaene|aufwaende|massnahmen|vorschlaege)|cockpit|interessierte)/;
    // A case of the inbox takes an Antrag first, a PDF and a large draft take the worker; the tests of their contexts look at them.
    const elsewhere = [
      '/eingang/{nummer}',
      '/eingang/{nummer}/fachdaten',
      '/berichte/{id}/pdf',
      '/abrechnungen/{id}/pdf',
      '/abrechnungen/{id}/xrechnung',
      '/abrechnungen/{id}/xrechnungen',
      '/abrechnungen/{id}/storno',
      '/abrechnungen/entwuerfe/{vorgang}',
      '/arbeitsgruppe/sitzungen/{id}/protokoll',
      '/arbeitsgruppe/einarbeitung/pdf',
    ];
    const reading = allDoors(app.services).operations.filter(
      ({ method, path }) => method === 'get' && !elsewhere.includes(path),
    );
    for (const operation of reading) {
      const given = (values[operation.path] ?? '').split('/');
      const path = operation.path.replace(/\{\w+\}/g, () => given.shift() ?? '');
      assert.ok(!path.includes('//') && !path.endsWith('/'), `give a value for ${operation.path}`);
      const token = forProvider.test(path) ? provider : lemgo;
      const answer = await askApi(app, path + (queries[operation.path] ?? ''), { token });
      assert.equal(answer.status, operation.status, `${path}: ${JSON.stringify(answer.body).slice(0, 300)}`);
      assert.match(answer.contentType, /^application\/json/);
      assert.ok(!showsCanary(Buffer.from(JSON.stringify(answer.body))), `${path} shows a secret`);
      const parsed = strict(operation.schemas.response).safeParse(answer.body);
      assert.ok(parsed.success, `${operation.path}: ${parsed.error?.message.slice(0, 500)}`);
    }
  });

  test('duties, duty and search have the promised shapes', async () => {
    const duties = await dutiesOf(app, 'Lemgo', '2026-11-21');
    assert.deepEqual(duties.kommune, {
      ags: '05766044',
      name: 'Lemgo',
      groessenklasse: 'mittlere-kreisangehoerige-stadt',
    });
    assert.equal(duties.date, '2026-11-21');
    assert.deepEqual(Object.keys(duties.leistungen[0] ?? {}).sort(), [
      'achse',
      'id',
      'leika',
      'name',
      'ozgId',
      'verdict',
    ]);
    const duty = await dutyOf(app, 'Lemgo', '99102013002000');
    for (const reason of duty.reasons)
      for (const key of ['step', 'source', 'evidence', 'validFrom', 'validTo']) assert.ok(key in reason, key);
    const search = await askApi(app, '/search?words=hund%20anmelden');
    const { treffer } = search.body as { readonly treffer: readonly object[] };
    for (const key of ['id', 'leika', 'ozgId', 'name', 'score']) assert.ok(key in (treffer[0] ?? {}), key);
  });

  test('errors are problem documents, with near names where something is unknown', async () => {
    const cases: readonly (readonly [string, number])[] = [
      ['/kommunen/Lemgoo/duties', 404],
      ['/kommunen/Unna', 409],
      ['/kommunen/05766044/duties/L99999', 404],
      ['/kommunen/05766044/duties?date=2024-02-30', 422],
      ['/kommunen/05766044/duties?date=1700-01-01', 422],
      ['/kommunen/05766044/duties?datum=2024-01-01', 422],
      ['/kommunen/%00/duties', 404],
      ['/kommunen/%E0%A4%A', 404],
      [`/kommunen/${'x'.repeat(3000)}`, 422],
      ['/kommunen?seite=-1', 422],
      ['/search', 422],
      ['/search?words=%3Cscript%3E&limit=0', 422],
      ['/katalog/ozg/99999999999999999999', 404],
      ['/gibt/es/nicht', 404],
      ['/members', 401],
    ];
    for (const [path, status] of cases) {
      const answer = await askApi(app, path);
      assert.equal(answer.status, status, path);
      assert.match(answer.contentType, /^application\/problem\+json/, path);
      assert.equal(problem.parse(answer.body).status, status);
    }
    const near = (await askApi(app, '/kommunen/Lemgoo')).body as {
      readonly suggestions: readonly { readonly key: string }[];
    };
    assert.equal(near.suggestions[0]?.key, '05766044');
    const unna = (await askApi(app, '/kommunen/Unna')).body as { readonly suggestions: readonly object[] };
    assert.equal(unna.suggestions.length, 2);
  });

  test('a token does what its scopes say: without a scope 403, revoked 401, unknown 401', async () => {
    assert.equal((await askApi(app, '/members', { token: lemgo })).status, 200);
    assert.equal((await askApi(app, '/overview', { token: lemgo })).status, 403);
    const plain = await askApi(app, '/tokens', {
      method: 'POST',
      token: lemgo,
      json: { label: 'nur lesen', scopes: ['members.read'], days: 30 },
    });
    assert.equal(plain.status, 201, JSON.stringify(plain.body));
    const { id, token } = plain.body as { readonly id: string; readonly token: string };
    assert.equal((await askApi(app, '/members', { token })).status, 200);
    assert.equal((await askApi(app, '/audit', { token })).status, 403);
    const more = { label: 'mehr', scopes: ['circle.read'], days: 30 };
    const wider = await askApi(app, '/tokens', { method: 'POST', token: lemgo, json: more });
    assert.ok([403, 422].includes(wider.status), 'a token gave more than it has');
    assert.equal((await askApi(app, `/tokens/${id}`, { method: 'DELETE', token: lemgo })).status, 204);
    assert.equal((await askApi(app, '/members', { token })).status, 401);
    assert.equal((await askApi(app, '/members', { token: 'lwt_00000000_nichts' })).status, 401);
    assert.equal(
      (await askApi(app, '/kommunen', { token })).status,
      401,
      'a revoked token is told so everywhere',
    );
    const listed = JSON.stringify((await askApi(app, '/tokens', { token: lemgo })).body);
    assert.ok(!listed.includes(token), 'the secret is shown once');
  });

  test('ids of another organisation do not exist', async () => {
    const detmold = (await runCommand(app, 'member list', [], { organisation: '05766020' })) as {
      readonly members: readonly { readonly id: string }[];
    };
    const foreign = detmold.members[0]?.id ?? '';
    const asked = await askApi(app, `/members/${foreign}`, { token: lemgo });
    assert.equal(asked.status, 404);
    for (const [method, path] of [
      ['POST', `/members/${foreign}/suspend`],
      ['DELETE', `/members/${foreign}`],
    ] as const)
      assert.equal((await askApi(app, path, { method, token: lemgo })).status, 404, path);
  });

  test('a session’s cookie opens nothing in the API', async () => {
    const admin = await signedIn(app, 'lemgo-admin');
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    assert.equal((await askApi(app, '/members', { cookie })).status, 401);
    assert.equal(
      (await admin.raw(`${app.staff}/api/v1/members`, {})).status,
      404,
      'no API on the staff host',
    );
  });

  test('a body that is no JSON, too large, or of another shape changes nothing', async () => {
    const raw = await signedIn(app, 'lemgo');
    const send = (body: string) =>
      raw.raw(`${app.root}/api/v1/tokens`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${lemgo}`, 'content-type': 'application/json' },
      });
    assert.equal((await send('{"label":')).status, 422);
    assert.equal((await send('[]')).status, 422);
    assert.equal((await send(JSON.stringify({ label: 'x'.repeat(1_100_000) }))).status, 413);
    assert.equal((await send('')).status, 422);
  });
});

/** All values that stand under a name anywhere in a document. */
function collect(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name && !Array.isArray(inner) ? [inner] : []),
    ...collect(inner, name),
  ]);
}

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

/** What JSON Schema 2020-12 wants of a schema, as far as ours use it. */
function assertSchema(schema: unknown): void {
  if (typeof schema === 'boolean') return;
  assert.ok(typeof schema === 'object' && schema !== null, String(schema));
  const {
    type,
    properties = {},
    required = [],
    items,
    anyOf = [],
  } = schema as {
    readonly type?: string | readonly string[];
    readonly properties?: object;
    readonly required?: readonly string[];
    readonly items?: unknown;
    readonly anyOf?: readonly unknown[];
  };
  for (const name of [type ?? []].flat()) assert.ok(types.includes(name), `type ${name}`);
  for (const name of required) assert.ok(name in properties, `required ${name} is no property`);
  if (type === 'array') assert.notEqual(items, undefined, 'an array without items');
  for (const inner of [...Object.values(properties), ...anyOf, ...(items === undefined ? [] : [items])])
    assertSchema(inner);
}

/** The same schema, which takes no field that it does not name: the answer must not say more than the description. */
function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}
