import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compileForm } from './domain/compile/compile-form.ts';
import { definitionSchema } from './domain/definition/definition-schema.ts';
import { simpleFieldSchema } from './domain/definition/simple-field-schema.ts';
import { parseOnlinedienst } from './domain/onlinedienst/onlinedienst.ts';
import { parseParameters } from './domain/parameters/parse-parameters.ts';
import { definitionOf, must } from './testing/build.ts';
import { everyKind } from './testing/every-kind.ts';

const guide = readFileSync(new URL('../../../docs/formulare.md', import.meta.url), 'utf8');

function blocks(kind: string): readonly string[] {
  return [...guide.matchAll(/^```json ([a-z-]+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, text = '']) =>
    found === kind ? [text] : [],
  );
}

const kinds: readonly string[] = [
  ...simpleFieldSchema.options.map(({ shape }) => shape.type.value),
  ...['section', 'group', 'table'],
];

describe('the guide for authors', () => {
  it('builds a service that works, with the values of a Kommune', () => {
    const [dienst = '', formular = '', werte = ''] = ['dienst', 'formular', 'werte'].map(
      (kind) => blocks(kind)[0],
    );
    const parsed = must(parseOnlinedienst(dienst, formular));
    must(parseParameters(parsed.definition.parameters, JSON.parse(werte)));
    assert.deepEqual(
      parsed.form.pages.map(({ id }) => id),
      ['laternen', 'kontakt'],
    );
  });

  it('shows only fields and forms that the engine takes', () => {
    const [fields, parts] = [blocks('feld'), blocks('formular-teil')];
    assert.ok(fields.length >= 2 && parts.length >= 4);
    for (const field of fields)
      must(compileForm(definitionOf([{ id: 'a', title: 'A', fields: [JSON.parse(field)] }])));
    const head = { format: 'leitwerk/formular@1', id: 'probe', version: 1, title: 'Probe' };
    for (const part of parts) must(compileForm(definitionSchema.parse({ ...head, ...JSON.parse(part) })));
  });

  it('names every kind of field, and so does the form that has them all', () => {
    assert.ok(kinds.length >= 35);
    const form = JSON.stringify(everyKind);
    for (const kind of kinds) {
      assert.ok(guide.includes(`\`${kind}\``), `${kind} is missing in the guide`);
      assert.ok(form.includes(`"type":"${kind}"`), `${kind} is missing in the form of every kind`);
    }
  });
});
