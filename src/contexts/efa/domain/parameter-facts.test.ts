import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { bezirkProblems } from './bezirke.ts';
import { type Ebene, type ParameterFact, valuesAt, wirksamAt } from './parameter-facts.ts';
import { zustellpunktFor, zustellpunktParameters } from './standard-parameters.ts';

let nummer = 0;
function fact(ebene: Ebene, wert: string | null, more: Partial<ParameterFact> = {}): ParameterFact {
  nummer += 1;
  const day = localDate('2026-01-01');
  const said = { verbindlich: false, sagt: ebene, grundlage: 'Norm', erfasstVon: 'test' };
  return {
    nummer,
    name: 'frist',
    wert,
    giltAb: day,
    erfasstAm: new Date('2026-01-01'),
    ebene,
    ...said,
    ...more,
  };
}

const on = (date: string) => ({ date: localDate(date) });

describe('Values of Land, Kreis and Kommune', () => {
  it('the Kommune speaks last, the Kreis before it, the Land first; what is taken away falls back to what is above', () => {
    const facts = [fact('land', 'L'), fact('kreis', 'K'), fact('kommune', 'E')];
    assert.equal(valuesAt(facts, on('2026-06-01')).frist, 'E');
    const away = [...facts, fact('kommune', null, { giltAb: localDate('2026-07-01') })];
    assert.equal(valuesAt(away, on('2026-07-01')).frist, 'K');
    const { fact: from, andere } = wirksamAt(facts, on('2026-06-01')).get('frist') ?? assert.fail();
    assert.equal(from.ebene, 'kommune');
    assert.deepEqual(
      andere.map(({ wert }) => wert),
      ['L', 'K'],
    );
  });

  it('a binding value of the Land counts whatever is said below, from its day on', () => {
    const facts = [
      fact('kommune', 'E'),
      fact('land', 'L', { verbindlich: true, giltAb: localDate('2027-01-01') }),
    ];
    assert.equal(valuesAt(facts, on('2026-12-31')).frist, 'E');
    assert.equal(valuesAt(facts, on('2027-01-01')).frist, 'L');
  });

  it('who looks with the knowledge of an earlier moment never sees what became known later', () => {
    const instants = fc.integer({ min: 0, max: 20 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));
    const facts = fc.array(
      fc.record({
        ebene: fc.constantFrom<Ebene>('land', 'kreis', 'kommune'),
        wert: fc.option(fc.string({ minLength: 1, maxLength: 3 })),
        day: fc.integer({ min: 1, max: 28 }),
        erfasstAm: instants,
        verbindlich: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(facts, instants, fc.integer({ min: 1, max: 28 }), (made, knownAt, day) => {
        const all = made.map(({ ebene, wert, day: from, erfasstAm, verbindlich }) =>
          fact(ebene, wert, {
            erfasstAm,
            verbindlich: verbindlich && ebene !== 'kommune',
            giltAb: localDate(`2026-02-${String(from).padStart(2, '0')}`),
          }),
        );
        const moment = { date: localDate(`2026-02-${String(day).padStart(2, '0')}`), knownAt };
        const then = all.filter((each) => each.erfasstAm <= knownAt);
        assert.deepEqual(valuesAt(all, moment), valuesAt(then, { date: moment.date }));
      }),
    );
  });
});

describe('Districts', () => {
  const values = {
    zustellpunktSteueramt: 'alle',
    bezirkeSteueramt: [
      { bezirk: '32657', ziel: 'nord' },
      { bezirk: 'Brake', ziel: 'brake' },
    ],
  };

  it('an Antrag goes to the office of its Ortsteil, else of its Postleitzahl, else to the one for all', () => {
    assert.equal(zustellpunktFor(values, 'steueramt', { plz: '32657', ortsteil: ' brake ' }), 'brake');
    assert.equal(zustellpunktFor(values, 'steueramt', { plz: '32657', ortsteil: 'Lieme' }), 'nord');
    assert.equal(zustellpunktFor(values, 'steueramt', { plz: '32600' }), 'alle');
    assert.equal(zustellpunktFor(values, 'steueramt'), 'alle');
  });

  it('a district that two rows name is refused with both rows', () => {
    const definitions = zustellpunktParameters([{ name: 'Hundesteuer', office: 'steueramt' }]);
    const twice = { bezirkeSteueramt: [...values.bezirkeSteueramt, { bezirk: ' BRAKE', ziel: 'nord' }] };
    const [problem] = bezirkProblems(definitions, twice);
    assert.equal(problem?.field, 'bezirkeSteueramt.2.bezirk');
    assert.match(
      problem?.message ?? '',
      /steht schon in Zeile 2\. Jeder Bezirk gehört zu genau einer Stelle/,
    );
  });
});
