import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soon } from '../../../../kernel/testing/soon.ts';
import { definitionOf, formOf, refused } from '../../testing/build.ts';
import { parseDefinition } from '../definition/parse-definition.ts';
import { compileForm } from './compile-form.ts';

const text = (id: string, more: object = {}) => ({ type: 'text', id, label: id, ...more });
const page = (...fields: object[]) => definitionOf([{ id: 'a', title: 'A', fields }]);
const problemsOf = (...fields: object[]) =>
  (refused(compileForm(page(...fields))).fields ?? []).map(({ field, message }) => `${field}: ${message}`);
const whole = (fields: unknown) =>
  JSON.stringify({
    format: 'leitwerk/formular@1',
    id: 'x',
    version: 1,
    title: 'X',
    pages: [{ id: 'a', title: 'A', fields }],
  });

describe('a hostile definition', () => {
  it('with a condition that refers to itself is refused at the sign where it does', () => {
    assert.deepEqual(problemsOf(text('x', { condition: "length('a') = 1 and answered(x)" })), [
      'pages[0].fields[0].condition: Zeichen 30: „x“ steht erst später oder an dieser Stelle selbst (pages[0].fields[0]). Ausdrücke zeigen nur zurück.',
    ]);
    assert.match(
      problemsOf(text('a', { condition: 'answered(b)' }), text('b', { condition: 'answered(a)' }))[0] ?? '',
      /„b“ steht erst später/,
    );
  });

  it('with ids that collide, also through sections and inside rows, is refused with both places to see', () => {
    const section = { type: 'section', id: 's', label: 'S', fields: [text('x')] };
    assert.match(
      problemsOf(text('x'), section)[0] ?? '',
      /^pages\[0\]\.fields\[1\]\.fields\[0\]\.id: „x“ gibt es schon/,
    );
    const group = {
      type: 'group',
      id: 'g',
      label: 'G',
      item: 'G',
      fields: [text('x'), { ...section, fields: [text('x')] }],
    };
    assert.match(problemsOf(group)[0] ?? '', /^pages\[0\]\.fields\[0\]\.fields\[1\]\.fields\[0\]\.id/);
    assert.ok(
      compileForm(page(text('x'), { type: 'group', id: 'g', label: 'G', item: 'G', fields: [text('x')] })).ok,
    );
    for (const id of ['constructor', 'prototype', 'row', 'count', 'today'])
      assert.match(problemsOf(text(id))[0] ?? '', /Wort der Formularsprache/);
  });

  it('with an expression of depth 10,000 is refused, whatever it is deep in', () => {
    const deep = (open: string, inner: string, close: string, depth: number) =>
      open.repeat(depth) + inner + close.repeat(depth);
    const conditionOf = (condition: string) =>
      soon(() => refused(parseDefinition(whole([text('x', { condition })]))).message);
    assert.match(conditionOf(deep('(', 'true', ')', 10_000)), /pages\[0\]\.fields\[0\]\.condition/);
    for (const source of [
      deep('(', 'true', ')', 900),
      `${'not '.repeat(400)}true`,
      deep('if(true, ', '1', ', 2)', 150),
      deep('[', "'a'", ']', 900),
    ])
      assert.match(
        soon(() => problemsOf(text('x', { condition: source })))[0] ?? '',
        /^pages\[0\]\.fields\[0\]\.condition: Zeichen \d+: .*tief verschachtelt/,
      );
  });

  it('nested 10,000 deep, or of a megabyte, is refused with the place', () => {
    const nested = `${'{"type":"section","id":"s","label":"S","fields":['.repeat(10_000)}${']}'.repeat(10_000)}`;
    const deep = soon(() =>
      refused(parseDefinition(whole([]).replace('"fields":[]', `"fields":[${nested}]`))),
    );
    assert.match(deep.message, /pages\[0\]\.fields\[0\].* zu tief verschachtelt/);
    assert.equal(refused(parseDefinition(`"${'x'.repeat(1_100_000)}"`)).kind, 'too-large');
    const sections = (depth: number): object =>
      depth === 0
        ? text('x')
        : { type: 'section', id: `s${depth}`, label: 'S', fields: [sections(depth - 1)] };
    assert.match(problemsOf(sections(12))[0] ?? '', /höchstens 6 ineinander/);
  });

  it('whose conditions have too many combinations to try is proven all the same, soon', () => {
    const values = Array.from({ length: 11 }, (_, index) => ({ value: `w${index}`, label: `W${index}` }));
    const choices = Array.from({ length: 8 }, (_, index) => ({
      type: 'choice',
      id: `c${index}`,
      label: 'C',
      options: values,
    }));
    const tests = choices.slice(0, 4).map(({ id }) => `${id} = 'w10'`);
    const many = Array.from({ length: 350 }, (_, index) =>
      text(`f${index}`, { condition: tests.join(' and ') }),
    );
    assert.ok(soon(() => compileForm(page(...choices, ...many))).ok);
  });

  it('with an unknown kind of field or unknown words is refused at the place', () => {
    const placesOf = (field: object) =>
      refused(parseDefinition(whole([field]))).fields?.map(({ field: at }) => at);
    assert.deepEqual(placesOf({ type: 'katze', id: 'x', label: 'X' }), ['pages[0].fields[0].type']);
    assert.deepEqual(placesOf({ type: 'section', id: 's', label: 'S', fields: [{ type: 'katze' }] }), [
      'pages[0].fields[0].fields[0].type',
    ]);
    assert.deepEqual(
      placesOf({ type: 'group', id: 'g', label: 'G', item: 'G', fields: [text('x', { colour: 1 })] }),
      ['pages[0].fields[0].fields[0]'],
    );
  });

  it('whose functions over rows stand in each other is refused, but for a row’s own groups', () => {
    const rows = {
      type: 'group',
      id: 'g',
      label: 'G',
      item: 'G',
      fields: [{ type: 'group', id: 'h', label: 'H', item: 'H', fields: [text('x')] }],
    };
    const value = (source: string) => ({ type: 'calculated', id: 'c', label: 'C', value: source });
    assert.match(
      problemsOf(rows, value('count(g, any(g, true))'))[0] ?? '',
      /nicht innerhalb einer anderen Funktion/,
    );
    assert.match(
      problemsOf(rows, value('count(g, any(row.h, any(outer.h, true)))'))[0] ?? '',
      /nicht innerhalb einer anderen Funktion/,
    );
    assert.match(
      problemsOf(rows, value('count(g, any(row.x, true))'))[0] ?? '',
      /„x“ ist in „g“ keine Gruppe/,
    );
    assert.match(problemsOf(rows, value('outer.x'))[0] ?? '', /Feld „outer“ gibt es nicht/);
    assert.ok(
      formOf([{ id: 'a', title: 'A', fields: [rows, value('count(g, any(row.h, answered(row.x)))')] }]),
    );
  });
});
