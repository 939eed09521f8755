import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from './domain/evaluate/evaluate.ts';
import type { Answers } from './domain/evaluate/evaluation.ts';
import { feeOf } from './domain/evaluate/fee.ts';
import { missing } from './domain/evaluate/problems.ts';
import { serviceTexts } from './domain/onlinedienst/published-texts.ts';
import { contextOf, shippedDienst, today } from './testing/build.ts';
import { heimarbeitValues } from './testing/kommune-values.ts';
import { type ServiceWalk, testWalks } from './testing/service-walks.ts';

const anschrift = { street: 'Industriestr.', number: '1', plz: '32657', city: 'Lemgo' };
const here = { heimarbeit: 'ja', name: 'Muster GmbH', anschrift, andereStelle: false, richtig: true };
const whole = 'heimarbeit unternehmen ausgabestelle erklaerung summary';

const walks = [
  { name: 'a company that hands out work where it sits', answers: here, path: whole, submittable: true },
  {
    name: 'a company that is not sure',
    answers: { ...here, heimarbeit: 'unsicher' },
    path: whole,
    submittable: true,
  },
  {
    name: 'a company with a place of its own for handing out',
    answers: { ...here, andereStelle: true, stelleAnschrift: anschrift },
    path: whole,
    submittable: true,
  },
  {
    name: 'a company whose own people work at home',
    answers: { ...here, heimarbeit: 'homeoffice' },
    path: 'heimarbeit homeoffice end',
    submittable: false,
  },
] satisfies readonly ServiceWalk[];

describe('Onlinedienst heimarbeit', async () => {
  const dienst = await shippedDienst('heimarbeit');
  const context = contextOf(dienst.definition.parameters, heimarbeitValues);
  const evaluated = (answers: Answers) => evaluate(dienst.form, answers, context);

  testWalks(dienst.form, context, walks);

  it('wants the address of another place alone, its phone never', () =>
    assert.deepEqual(
      missing(evaluated({ ...here, andereStelle: true })).map(({ field }) => field.split('.')[0]),
      ['stelleAnschrift'],
    ));

  it('costs nothing that the form would know, and says that the competence is an estimate', () => {
    assert.deepEqual(feeOf(evaluated(here)).lines, []);
    const { law, forWhom } = serviceTexts(dienst, context.parameters, today);
    assert.match(law, /Einschätzung/);
    assert.match(forWhom, /Bezirksregierung Musterland/);
    const [cover] = dienst.definition.covers;
    const grades = cover?.norms.at(-1)?.sources.map(({ evidence }) => evidence);
    assert.deepEqual(grades, ['einschaetzung']);
  });
});
