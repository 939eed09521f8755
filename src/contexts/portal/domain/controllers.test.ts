import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ControllerFacts, type DienstFacts, phasesOf } from './controllers.ts';

const hund: DienstFacts = {
  titel: 'Hund anmelden',
  betreiber: 'Rechenzentrum Lippe',
  land: '05',
  verantwortlich: 'Alte Hansestadt Lemgo, Der Bürgermeister',
  kontakt: 'datenschutz@lemgo.example',
  entwurf: { tage: 30, ab: 'last-edit', grundlage: '§ 8a Absatz 3 OZG' },
  vorgang: null,
};
const facts = (change: Partial<DienstFacts>, dienstleister: string | null = null): ControllerFacts => ({
  kommune: 'Lemgo',
  anschrift: 'Marktplatz 1',
  datenschutzEmail: 'dsb@lemgo.example',
  dienstleister,
  dienste: [{ ...hund, ...change }],
});

describe('Wer für die Daten verantwortlich ist', () => {
  test('reading the site is the matter of the Kommune, whoever runs it on its behalf', () => {
    const [lesen] = phasesOf(facts({}, 'Rechenzentrum Lippe'));
    assert.equal(lesen?.verantwortlich, 'Lemgo, Marktplatz 1');
    assert.equal(lesen?.auftragsverarbeiter, 'Rechenzentrum Lippe');
    assert.equal(phasesOf(facts({}))[0]?.auftragsverarbeiter, null);
  });

  test('a service across the Länder answers for its intermediate store itself (§ 8a OZG)', () => {
    const [, ausfuellen, bearbeiten] = phasesOf(facts({ land: null }));
    assert.equal(ausfuellen?.verantwortlich, 'Rechenzentrum Lippe');
    assert.equal(ausfuellen?.auftragsverarbeiter, null);
    assert.match(ausfuellen?.grundlage ?? '', /^§ 8a Onlinezugangsgesetz/);
    assert.equal(bearbeiten?.verantwortlich, hund.verantwortlich);
  });

  test('a service of one Land keeps it on behalf of the Kommune', () => {
    const [, ausfuellen] = phasesOf(facts({}));
    assert.equal(ausfuellen?.verantwortlich, hund.verantwortlich);
    assert.equal(ausfuellen?.auftragsverarbeiter, 'Rechenzentrum Lippe');
    assert.equal(ausfuellen?.loeschung?.tage, 30);
  });

  test('as long as the Kommune named nobody else, it answers itself', () => {
    const [, ausfuellen, bearbeiten] = phasesOf(facts({ verantwortlich: null, kontakt: null }));
    for (const phase of [ausfuellen, bearbeiten]) {
      assert.equal(phase?.verantwortlich, 'Lemgo, Marktplatz 1');
      assert.equal(phase?.kontakt, 'dsb@lemgo.example');
    }
  });
});
