import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ok, parseLocalDate } from '#kernel';
import { operation } from './operation.ts';

const date = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.refusal.message });
  return z.NEVER;
});

const duties = operation({
  capability: 'test.duties',
  method: 'post',
  path: '/kommunen/{body}/duties',
  summary: 'Pflichten',
  access: 'public',
  params: z.object({ body: z.string().regex(/^\d{8}$/) }),
  query: z.object({ date: date.optional(), seite: z.coerce.number().int().min(1).default(1) }),
  body: z.object({ rows: z.array(z.object({ name: z.string().min(1) })) }),
  response: z.unknown(),
  handle: async (input) => ok({ params: input.params, query: input.query, body: input.body }),
});

const good = { params: { body: '05766044' }, query: {}, body: { rows: [] } };

function invoke(changes: { params?: unknown; query?: unknown; body?: unknown }) {
  return duties.invoke({ ...good, ...changes, principal: null, clientAddress: '127.0.0.1' });
}

async function fieldsOf(changes: Parameters<typeof invoke>[0]): Promise<readonly string[]> {
  const result = await invoke(changes);
  if (result.ok) assert.fail('accepted');
  assert.equal(result.refusal.kind, 'invalid');
  assert.equal(result.refusal.code, 'INPUT_INVALID');
  for (const { field } of result.refusal.fields ?? []) assert.ok(result.refusal.message.includes(field));
  return result.refusal.fields?.map(({ field }) => field) ?? [];
}

test('what fits reaches the handler parsed', async () => {
  const result = await invoke({ query: { date: '2026-11-21', seite: '2' }, body: { rows: [{ name: 'a' }] } });
  assert.deepEqual(result.ok && result.value, {
    params: { body: '05766044' },
    query: { date: '2026-11-21', seite: 2 },
    body: { rows: [{ name: 'a' }] },
  });
});

test('a parameter that nobody knows is refused by its name, not ignored', async () => {
  assert.deepEqual(await fieldsOf({ query: { datum: '2026-11-21' } }), ['query.datum']);
});

test('several unknown parameters are all named', async () => {
  assert.deepEqual(await fieldsOf({ query: { a: '1', b: '2' } }), ['query.a, b']);
});

test('a parameter given twice is refused where one is wanted', async () => {
  assert.deepEqual(await fieldsOf({ query: { date: ['2026-11-21', '2026-11-22'] } }), ['query.date']);
});

test('a day that does not exist is refused with the reason', async () => {
  const result = await invoke({ query: { date: '2026-02-30' } });
  assert.ok(!result.ok);
  assert.match(result.refusal.message, /query\.date: Den Tag 2026-02-30 gibt es im Kalender nicht/);
});

test('everything that is wrong is named at once, down to the row', async () => {
  const fields = await fieldsOf({
    params: { body: 'Lemgo' },
    query: { seite: '0' },
    body: { rows: [{ name: 'a' }, { name: '' }] },
  });
  assert.deepEqual(fields, ['params.body', 'query.seite', 'body.rows.1.name']);
});

for (const body of [undefined, null, [], 'text', 7, { rows: null }, { rows: [null] }]) {
  test(`a body of ${JSON.stringify(body)} is refused without a fault`, async () => {
    const fields = await fieldsOf({ body });
    assert.ok(fields.every((field) => field.startsWith('body')));
  });
}

test('what is wrong is said in German', async () => {
  const result = await invoke({ query: { seite: 'x' } });
  assert.ok(!result.ok);
  assert.match(result.refusal.message, /Ungültige Eingabe/);
});
