import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, definitionOf, must } from '../../testing/build.ts';
import {
  exampleAnswers,
  exampleFields,
  exampleParameters,
  examples,
  exampleValues,
} from '../../testing/readme-examples.ts';
import { compileForm } from '../compile/compile-form.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { formatValue } from './format-value.ts';

function resultOf(source: string): string {
  const pages = [
    {
      id: 'a',
      title: 'A',
      fields: [...exampleFields, { type: 'calculated', id: 'ergebnis', label: 'E', value: source }],
    },
  ];
  const form = must(compileForm(definitionOf(pages), exampleParameters));
  const { env } = evaluate(form, exampleAnswers, contextOf(exampleParameters, exampleValues));
  const field = form.pages[0]?.fields.at(-1);
  assert.equal(field?.kind, 'calculated');
  if (field?.kind !== 'calculated') return '';
  return formatValue(field.type, env.values[field.slot]).toLowerCase() || '–';
}

describe('the examples of the README', () => {
  it('are many', () => assert.ok(examples().length >= 65));
  for (const [source, result] of examples()) {
    it(`${source} gives ${result}`, () => assert.equal(resultOf(source), result.toLowerCase()));
  }
});
