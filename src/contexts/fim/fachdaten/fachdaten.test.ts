import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answers, compileForm, evaluate, parseDefinition, parseParameters } from '#forms';
import { localDate } from '#kernel';
import { writeXfall } from '#standards/xfall';
import { fillForm } from '../testing/fill-form.ts';
import { gelesen, releasedSamples } from '../testing/samples.ts';
import { mitgelieferteStrukturen } from '../use-cases/fachdaten.ts';
import { uebernehme } from '../use-cases/uebernehmen.ts';
import type { Definition, Teil } from './definition-teile.ts';
import { alsJson, liesDokument } from './dokument.ts';
import { eigeneStruktur } from './eigene-struktur.ts';
import { fachdatenVon } from './fachdaten.ts';
import { pruefeFachdaten } from './pruefen.ts';
import { strukturVon } from './struktur.ts';

const parameters = parseParameters({}, {});
assert.ok(parameters.ok);
const context = { parameters: parameters.value, today: localDate('2026-11-22') };

/** Answers as case data can say them: without keys of rows and questions that rules added, files by their id. */
function bare(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(bare);
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('id' in answer && 'name' in answer) return { id: answer.id };
  return Object.fromEntries(
    Object.entries(answer)
      .filter(
        ([name, value]) =>
          !/^key$|wahl$/.test(name) && value !== '' && !(Array.isArray(value) && value.length === 0),
      )
      .map(([name, value]) => [name, bare(value)]),
  );
}

test('answers to every released schema go out as XML and JSON and come back the same', async (t) => {
  const samples = releasedSamples(t);
  if (samples === null) return;
  for (const { id, bytes } of samples) {
    const nachricht = await gelesen(bytes);
    const { definition } = uebernehme(nachricht, () => null);
    assert.ok(definition);
    const form = compileForm(definition, {});
    assert.ok(form.ok);
    const own = eigeneStruktur(definition);
    assert.ok(own);
    for (const struktur of [strukturVon(nachricht), own])
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (numbers) => {
          const filled = fillForm(definition, (end) => (numbers.next().value ?? 0) % end);
          const answers: Answers = evaluate(form.value, filled, context).answers;
          const fachdaten = fachdatenVon(definition, struktur, answers);
          assert.ok(fachdaten.ohnePlatz.every((label) => label === 'Was möchten Sie angeben?'));
          for (const text of [writeXfall(fachdaten.wurzel), JSON.stringify(alsJson(fachdaten))]) {
            const read = liesDokument(text);
            assert.ok(read.ok, id);
            const { befunde, answers: back } = pruefeFachdaten(definition, struktur, read.value);
            assert.deepEqual(
              befunde.filter(({ schwere }) => schwere === 'fehler'),
              [],
              id,
            );
            assert.deepEqual(bare(back), bare(answers), id);
          }
        }),
        { numRuns: 6, seed: 7 },
      );
  }
});

const dataFolder = new URL('../../../../data', import.meta.url).pathname;

test('test cases of the shipped services go out in the order of their schema and come back the same', async () => {
  const strukturen = await mitgelieferteStrukturen(join(dataFolder, 'fim'))();
  assert.equal(strukturen.length, 3);
  for (const id of ['heimarbeit', 'jagdschein', 'kindertagespflege']) {
    const folder = join(dataFolder, 'onlinedienste', id);
    const definition = definitionIn(folder);
    const struktur = strukturen.find((each) => each.id === definition.source?.id);
    assert.ok(struktur, id);
    for (const { id: name, answers } of casesIn(folder)) {
      const fachdaten = fachdatenVon(definition, struktur, answers);
      const read = liesDokument(writeXfall(fachdaten.wurzel));
      assert.ok(read.ok);
      const { befunde, answers: back } = pruefeFachdaten(definition, struktur, read.value);
      assert.deepEqual(
        befunde.filter(({ schwere }) => schwere === 'fehler'),
        [],
        `${id}: ${name}`,
      );
      assert.deepEqual(bare(back), bare(placed(definition, answers)), `${id}: ${name}`);
    }
  }
});

function definitionIn(folder: string) {
  const parsed = parseDefinition(readFileSync(join(folder, 'formular.json'), 'utf8'));
  assert.ok(parsed.ok);
  return parsed.value;
}

function casesIn(folder: string): readonly { readonly id: string; readonly answers: Answers }[] {
  return JSON.parse(readFileSync(join(folder, 'testfaelle.json'), 'utf8')).cases;
}

/** The answers to questions that come from the schema; the country of an address has no place in it. */
function placed(definition: Definition, answers: Answers): Answers {
  const known = new Set<string>();
  const visit = (parts: readonly Teil[]): void => {
    for (const part of parts) {
      if (part.source) known.add(part.id);
      if (part.type === 'section') visit(part.fields);
    }
  };
  for (const { fields } of definition.pages) visit(fields);
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name]) => known.has(name))
      .map(([name, answer]) => [
        name,
        typeof answer === 'object' && answer !== null && 'country' in answer
          ? Object.fromEntries(Object.entries(answer).filter(([part]) => part !== 'country'))
          : answer,
      ]),
  );
}

test('what a document says wrongly is named with its place; what is no such document is refused with its line', async () => {
  const definition = definitionIn(join(dataFolder, 'onlinedienste/heimarbeit'));
  const strukturen = await mitgelieferteStrukturen(join(dataFolder, 'fim'))();
  const struktur = strukturen.find(({ id }) => id === definition.source?.id);
  assert.ok(struktur);
  const around = (inner: string, name = 'S00000000364V1.0.0') =>
    `<?xml version="1.0"?><xfd:${name} xmlns:xfd="urn:fim-de:xfall:datenschema:xdf3">${inner}</xfd:${name}>`;
  const field = (name: string, text: string) => `<xfd:${name}>${text}</xfd:${name}>`;
  const found = (inner: string, name?: string) => {
    const read = liesDokument(around(inner, name));
    assert.ok(read.ok);
    return pruefeFachdaten(definition, struktur, read.value).befunde.map(
      ({ art, ort }) => `${art} ${ort.split('/').at(-1)}`,
    );
  };
  assert.deepEqual(found('', 'S00000000365V1.0.0'), ['wurzel S00000000365V1.0.0']);
  assert.ok(found(field('F00000000001V1.0.0', 'x')).includes('unbekannt F00000000001V1.0.0'));
  assert.ok(found(field('F00000003445V1.0.0', 'vielleicht')).includes('wert F00000003445V1.0.0'));
  const [first, branch] = [field('F60000000319V1.3.0', 'A'), field('F00000003446V1.0.0', 'B')];
  assert.ok(found(branch + first).includes('reihenfolge F60000000319V1.3.0'));
  assert.ok(found(first + first).includes('zuviel F60000000319V1.3.0'));
  assert.ok(found(first).includes('fehlt G60000000086V2.1.0'));
  for (const [text, says] of [
    ['<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', /DOCTYPE/],
    ['<x/>', /Zeile 1: .*Namensraum/],
    ['<a', /Zeile 1/],
    ['', /leer|Zeile/],
    ['{"format":"anders"}', /leitwerk\/fachdaten@1/],
    ['<xfd:a xmlns:xfd="urn:fim-de:xfall:datenschema:xdf3">'.repeat(60), /tief/],
    ['x'.repeat(5_000_001), /5 MB/],
  ] as const) {
    const read = liesDokument(text);
    assert.match(read.ok ? '' : read.refusal.message, says);
  }
});
