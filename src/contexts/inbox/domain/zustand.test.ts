import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Aktion,
  aktionen,
  istOffen,
  moeglicheAktionen,
  nachAktion,
  type Zustand,
  zustaende,
} from './zustand.ts';

const expected: Readonly<Record<string, Zustand>> = {
  'neu uebernehmen': 'in-bearbeitung',
  'neu abgeben': 'in-bearbeitung',
  'neu notieren': 'neu',
  'neu antworten': 'neu',
  'neu nachreichen': 'neu',
  'neu nachforderung-zuruecknehmen': 'neu',
  'in-bearbeitung nachfordern': 'rueckfrage',
  'in-bearbeitung nachforderung-zuruecknehmen': 'in-bearbeitung',
  'in-bearbeitung nachreichen': 'antwort-da',
  'rueckfrage nachfordern': 'rueckfrage',
  'rueckfrage nachforderung-zuruecknehmen': 'in-bearbeitung',
  'rueckfrage nachreichen': 'antwort-da',
  'antwort-da nachfordern': 'rueckfrage',
  'antwort-da nachforderung-zuruecknehmen': 'antwort-da',
  'antwort-da nachreichen': 'antwort-da',
  'entschieden nachreichen': 'entschieden',
  'abgeschlossen nachreichen': 'abgeschlossen',
  'weitergeleitet nachreichen': 'weitergeleitet',
  'zurueckgezogen nachreichen': 'zurueckgezogen',
  'neu kontakt-berichtigen': 'neu',
  'neu abschliessen': 'abgeschlossen',
  'neu zuleiten': 'neu',
  'neu weiterleiten': 'weitergeleitet',
  'neu zurueckziehen': 'zurueckgezogen',
  'in-bearbeitung uebernehmen': 'in-bearbeitung',
  'in-bearbeitung abgeben': 'in-bearbeitung',
  'in-bearbeitung rueckfragen': 'rueckfrage',
  'in-bearbeitung notieren': 'in-bearbeitung',
  'in-bearbeitung entscheiden': 'entschieden',
  'in-bearbeitung abschliessen': 'abgeschlossen',
  'in-bearbeitung zuleiten': 'neu',
  'in-bearbeitung weiterleiten': 'weitergeleitet',
  'in-bearbeitung antworten': 'in-bearbeitung',
  'in-bearbeitung kontakt-berichtigen': 'in-bearbeitung',
  'in-bearbeitung zurueckziehen': 'zurueckgezogen',
  'rueckfrage uebernehmen': 'rueckfrage',
  'rueckfrage abgeben': 'rueckfrage',
  'rueckfrage notieren': 'rueckfrage',
  'rueckfrage entscheiden': 'entschieden',
  'rueckfrage abschliessen': 'abgeschlossen',
  'rueckfrage zuleiten': 'rueckfrage',
  'rueckfrage weiterleiten': 'weitergeleitet',
  'rueckfrage antworten': 'antwort-da',
  'rueckfrage kontakt-berichtigen': 'rueckfrage',
  'rueckfrage zurueckziehen': 'zurueckgezogen',
  'antwort-da uebernehmen': 'in-bearbeitung',
  'antwort-da abgeben': 'antwort-da',
  'antwort-da rueckfragen': 'rueckfrage',
  'antwort-da notieren': 'antwort-da',
  'antwort-da entscheiden': 'entschieden',
  'antwort-da abschliessen': 'abgeschlossen',
  'antwort-da zuleiten': 'antwort-da',
  'antwort-da weiterleiten': 'weitergeleitet',
  'antwort-da antworten': 'antwort-da',
  'antwort-da kontakt-berichtigen': 'antwort-da',
  'antwort-da zurueckziehen': 'zurueckgezogen',
  'entschieden notieren': 'entschieden',
  'entschieden antworten': 'entschieden',
  'entschieden kontakt-berichtigen': 'entschieden',
  'entschieden loeschen': 'geloescht',
  'abgeschlossen notieren': 'abgeschlossen',
  'abgeschlossen antworten': 'abgeschlossen',
  'abgeschlossen kontakt-berichtigen': 'abgeschlossen',
  'abgeschlossen loeschen': 'geloescht',
  'weitergeleitet notieren': 'weitergeleitet',
  'weitergeleitet antworten': 'weitergeleitet',
  'weitergeleitet kontakt-berichtigen': 'weitergeleitet',
  'weitergeleitet loeschen': 'geloescht',
  'zurueckgezogen notieren': 'zurueckgezogen',
  'zurueckgezogen antworten': 'zurueckgezogen',
  'zurueckgezogen kontakt-berichtigen': 'zurueckgezogen',
  'zurueckgezogen loeschen': 'geloescht',
};

test('every pair of state and action leads where the table says or is refused', () => {
  for (const zustand of zustaende) {
    for (const aktion of aktionen) {
      const next = nachAktion(zustand, aktion);
      assert.equal(next, expected[`${zustand} ${aktion}`] ?? null, `${zustand} ${aktion}`);
      assert.equal(moeglicheAktionen(zustand).includes(aktion), next !== null);
    }
  }
});

/** The steps that the table allowed of all that were tried, in order. */
function walked(tried: readonly Aktion[]) {
  const steps: { readonly from: Zustand; readonly aktion: Aktion; readonly to: Zustand }[] = [];
  let from: Zustand = 'neu';
  for (const aktion of tried) {
    const to = nachAktion(from, aktion);
    if (to === null) continue;
    steps.push({ from, aktion, to });
    from = to;
  }
  return steps;
}

test('whatever is tried, a case ends once, is decided only by somebody who had it, and goes only after its end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...aktionen), { maxLength: 60 }), (tried) => {
      const steps = walked(tried);
      const ends = steps.findIndex(({ to }) => !istOffen(to));
      if (ends < 0) return;
      assert.ok(steps.slice(ends).every(({ to }) => !istOffen(to)));
      assert.notEqual(steps[ends]?.to, 'geloescht');
      const had = steps.slice(0, ends).some(({ aktion }) => aktion === 'uebernehmen' || aktion === 'abgeben');
      if (steps[ends]?.to === 'entschieden') assert.ok(had);
    }),
  );
});
