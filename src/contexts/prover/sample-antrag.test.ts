import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluate, isSubmittable } from '#forms';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { localDate } from '#kernel';
import { sampleAntrag } from './sample-antrag.ts';
import { sampleParameters } from './sample-parameters.ts';

test('every shipped Onlinedienst can be submitted with invented answers, for a rehearsal', async () => {
  const today = localDate('2026-11-22');
  const loaded = await loadOnlinedienste(join(import.meta.dirname, '../../../data/onlinedienste'));
  assert.ok(loaded.ok);
  for (const { id, form } of loaded.value) {
    const parameters = sampleParameters(form.parameters);
    const answers = sampleAntrag(form, parameters, today);
    assert.ok(answers, id);
    assert.ok(isSubmittable(evaluate(form, answers, { parameters, today })), id);
  }
});
