import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import type { Variant } from '#prover';
import { definitionOf, withHundemarke } from '../../contexts/efa/testing/sample-dienst.ts';
import { pruefe } from './workshop.ts';

const dienst = definitionOf({ version: 2, parameters: withHundemarke });

function proven(...problems: readonly (readonly [name: string, field: string])[]) {
  const variants = problems.map(([name, field]): Variant => {
    const fields = [{ field, message: 'Dieser Wert fehlt.' }];
    const problem = { kind: 'invalid', code: 'PARAMETERS_INVALID', message: '', fields } as const;
    return { name, form: dienst.form, values: null, problem };
  });
  const prover = { variantsOf: async () => variants };
  return pruefe(prover, dienst, localDate('2026-11-22'));
}

test('a value that a version newly asks for keeps nobody from publishing it, and says of whom it is missing', async () => {
  const names = ['Lemgo', 'Detmold', 'Blomberg', 'Lage', 'Lügde', 'Kalletal', 'Extertal'];
  const found = await proven(...names.map((name) => [name, 'marke'] as const));
  const [missing] = found.filter(({ stelle }) => stelle.endsWith('parameters.marke'));
  assert.equal(missing?.schwere, 'hinweis');
  assert.equal(missing?.was, 'Lemgo, Detmold, Blomberg, Lage, Lügde und 2 weitere: Dieser Wert fehlt.');
  assert.match(missing?.abhilfe ?? '', /bleibt bei ihrer Fassung, bis sie ihn ergänzt hat/);
});

test('a layer that does not fit still holds the version up', async () => {
  const found = await proven(['Land Nordrhein-Westfalen', 'changes.0']);
  assert.equal(found.find(({ stelle }) => stelle.endsWith('changes.0'))?.schwere, 'fehler');
});
