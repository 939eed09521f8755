import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerDocument, evaluate, feeOf } from '#forms';
import { contextOf, shippedDienst } from '../../forms/testing/build.ts';
import { hundValues } from '../../forms/testing/kommune-values.ts';
import { antragOf, numberFrom } from './antrag.ts';

test('what a shipped form says of answers and fee is understood, also where an amount is not known yet', async () => {
  const dienst = await shippedDienst('hund-anmelden');
  const context = contextOf(dienst.definition.parameters, hundValues);
  for (const answers of [{}, { einordnung: 'nein', hunde: [{ key: '1' }], angemeldete: 0 }]) {
    const evaluation = evaluate(dienst.form, answers, context);
    const dokument = answerDocument(evaluation);
    const data = {
      format: 'leitwerk/antrag@1',
      nummer: 'LW-2026-7KQ4-M0ZT',
      titel: dienst.title,
      eingang: '2026-11-21',
      leistungen: [{ leika: '99102013002000', office: 'steueramt' }],
      dokument,
      gebuehr: feeOf(evaluation),
      anlagen: [{ id: 'a', name: 'a.pdf', mimeType: 'application/pdf', bytes: 7, geprueft: false }],
    };
    const antrag = antragOf(JSON.stringify(data), 'LW-2026-7KQ4-M0ZT');
    assert.equal(antrag.titel, 'Hund anmelden');
    assert.ok(antrag.dokument.sections.length > 0);
    assert.deepEqual(
      antrag.dokument,
      JSON.parse(JSON.stringify({ title: dokument.title, sections: antrag.dokument.sections })),
    );
    assert.equal(antrag.gebuehr?.lines.length, data.gebuehr.lines.length);
  }
});

test('data of any other kind is shown as it came', () => {
  for (const [data, rows] of [
    ['kein JSON', [['Inhalt', 'kein JSON']]],
    ['[1]', [['0', '1']]],
    ['null', [['Inhalt', 'null']]],
    ['{"format":"leitwerk/antrag@1"}', [['format', 'leitwerk/antrag@1']]],
  ] as const)
    assert.deepEqual(
      antragOf(data, 'X').dokument.sections[0]?.rows.map(({ question, answer }) => [question, answer]),
      rows,
      data,
    );
});

test('a number stands in clear and in addresses only where it has the form of one', () => {
  assert.equal(numberFrom('LW-2026-7KQ4-M0ZT'), 'LW-2026-7KQ4-M0ZT');
  for (const text of [undefined, '', 'a', 'Erika Muster', '../x', 'ä-2026', 'x'.repeat(41)])
    assert.equal(numberFrom(text), null);
});
