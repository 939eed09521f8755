import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { localDate } from '#kernel';
import { endedOn, endenOf, inForceOn } from './domain/ended.ts';
import { readEndedLeistungen } from './read-ended-leistungen.ts';

const data = join(import.meta.dirname, '../../../data');

function catalogueRows(): readonly {
  readonly id: string;
  readonly leika: string | null;
  readonly name: string;
}[] {
  const [, ...lines] = readFileSync(join(data, 'katalog/leistungen.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe('Beendete Leistungen', () => {
  const read = readEndedLeistungen(data);
  assert.ok(read.ok);
  const facts = read.value;
  const enden = endenOf(facts);

  test('all 16 Leistungen about the Kinderreisepass stand singly, each with its source', () => {
    const catalogue = catalogueRows().filter(({ leika }) => leika?.startsWith('99085003'));
    assert.equal(catalogue.length, 16);
    assert.deepEqual(
      facts.map(({ leistungId, leika, name }) => `${leistungId} ${leika} ${name}`).toSorted(),
      catalogue.map(({ id, leika, name }) => `${id} ${leika} ${name}`).toSorted(),
    );
    for (const { quelle, quelleUrl } of facts) assert.ok(quelle && quelleUrl?.startsWith('https://'));
  });

  test('on 31.12.2023 it could still be issued, on 01.01.2024 no longer', () => {
    assert.ok(inForceOn(enden, 'L03075', localDate('2023-12-31')));
    assert.ok(!inForceOn(enden, 'L03075', localDate('2024-01-01')));
  });

  test('a stolen or lost Kinderreisepass is still to be reported', () => {
    for (const id of ['L03082', 'L03084']) assert.ok(inForceOn(enden, id, localDate('2026-11-21')));
  });

  test('what nobody ended is in force; of a day the ended ones are known with their last day', () => {
    assert.ok(inForceOn(enden, 'L00001', localDate('2100-01-01')));
    assert.equal(endedOn(enden, localDate('2023-12-31')).size, 0);
    const ended = endedOn(enden, localDate('2026-11-21'));
    assert.equal(ended.size, 10);
    assert.deepEqual([...new Set(ended.values())], ['2023-12-31']);
  });
});
