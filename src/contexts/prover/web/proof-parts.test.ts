import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../finding.ts';
import { proofParts } from './proof-parts.ts';

const finding: Finding = {
  kind: 'feld-tot',
  severity: 'error',
  place: 'pages[1].fields[0]',
  message: 'Das Feld erscheint nie.',
  remedy: 'Ändern Sie die Bedingung.',
  because: ["pages[1].condition: art = 'gross'", 'pages[1].fields[0].from: today'],
  path: null,
  variants: ['Grunddefinition'],
};

test('a finding says the conditions that make it so as sentences, and other expressions as they are written', async () => {
  const proof = { findings: [finding], undecided: [], variants: [], visited: [] };
  const shown = String(
    await proofParts(proof, (place) => (place.endsWith('condition') ? 'bei ‚Art‘ ‚groß‘ gewählt ist' : null)),
  );
  assert.match(shown, /Seite 2, Bedingung: wenn bei ‚Art‘ ‚groß‘ gewählt ist</);
  assert.match(shown, /Seite 2, Frage 1, Von: today</);
});
