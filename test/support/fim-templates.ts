import assert from 'node:assert/strict';
import { probeschemata } from '../../src/contexts/fim/testing/probeschemata.ts';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

/** A schema in two versions, and a third file that waits for its confirmation. */
export interface FimPages {
  readonly einlesung: string;
}

const as = 'ozg-leitung' as const;
const schema = '/fim/S99000000001/1.1.0';

/** Imports two versions of a schema and sends a third. */
export async function furnishFim(lead: Visitor): Promise<FimPages> {
  const fields = { quelle: 'https://fim.example/schema', lizenz: 'keine Angabe' };
  const [first, second, third] = probeschemata();
  const liste = { ...fields, urn: 'urn:de:beispiel:orte', version: '1', titel: 'Orte' };
  await lead.upload('/fim/codelisten', { datei: 'Code;Name\n1;Altstadt\n2;Neustadt\n' }, liste);
  for (const text of [first, second]) {
    const waiting = await lead.upload('/fim/einlesen', { datei: text }, fields);
    const taken = await lead.post(`${waiting}/uebernehmen`, {});
    assert.equal(taken.status, 303, taken.text.slice(-800));
  }
  const waiting = await lead.upload('/fim/einlesen', { datei: third }, fields);
  return { einlesung: waiting.split('/').at(-1) ?? '' };
}

/** The pages of FIM schemas. */
export function fimTemplates({ einlesung }: FimPages): PageTemplates {
  return {
    '/fim': [
      { name: 'filled', address: '/fim', as },
      { name: 'empty', address: '/fim?suche=gibtesnichtxyz', as },
    ],
    '/fim/codelisten': [
      { name: 'filled', address: '/fim/codelisten', as },
      { name: 'error', address: '/fim/codelisten', as, press: 'Codeliste einlesen', status: 422 },
    ],
    '/fim/einlesen': [
      { name: 'empty', address: '/fim/einlesen', as },
      { name: 'error', address: '/fim/einlesen', as, press: 'Vorschau zeigen', status: 422 },
    ],
    '/fim/einlesen/:einlesung': [
      { name: 'filled', address: `/fim/einlesen/${einlesung}`, as },
      { name: 'error', address: '/fim/einlesen/0190b1f0-0000-7000-8000-000000000000', as, status: 404 },
    ],
    '/fim/:id/:version': [
      { name: 'long', address: schema, as },
      { name: 'error', address: '/fim/S99000000009/1.0.0', as, status: 404 },
    ],
    '/fim/:id/:version/arbeitspunkte': [{ name: 'filled', address: `${schema}/arbeitspunkte`, as }],
    '/fim/:id/:version/bericht': [{ name: 'filled', address: `${schema}/bericht`, as }],
    '/fim/:id/:version/unterschiede': [{ name: 'filled', address: `${schema}/unterschiede`, as }],
  };
}
