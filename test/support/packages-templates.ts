import { readFileSync } from 'node:fs';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

/** A package of another house that waits for its confirmation, and two packages of one service. */
export interface PackagesPages {
  readonly einlesung: string;
  readonly summen: readonly string[];
}

const as = 'ozg-leitung' as const;
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/pakete/${name}`, import.meta.url), 'utf8');

/** Takes up the key of another house, sends its package, and packs a service in two formats. */
export async function furnishPackages(lead: Visitor): Promise<PackagesPages> {
  await lead.post('/pakete/schluessel', { schritt: 'aufnehmen', schluessel: fixture('schluessel.json') });
  for (const format of ['1', '2']) await lead.post('/pakete/heimarbeit/bauen', { format });
  const page = await lead.get('/pakete/heimarbeit');
  const summen = [...page.text.matchAll(/dateien\/([0-9a-f]{64})/g)].map(([, summe = '']) => summe);
  const waiting = await lead.upload(
    '/pakete/einlesen',
    { datei: fixture('hund-anmelden.format-2.paket.json') },
    {},
  );
  return { einlesung: waiting.split('/').at(-1) ?? '', summen: [...new Set(summen)] };
}

/** The pages of packages. */
export function packagesTemplates({ einlesung, summen }: PackagesPages): PageTemplates {
  const [von = '', zu = ''] = summen;
  return {
    '/pakete': [
      { name: 'filled', address: '/pakete', as },
      { name: 'empty', address: '/pakete?suche=gibtesnichtxyz', as },
    ],
    '/pakete/portale': [{ name: 'long', address: '/pakete/portale', as }],
    '/pakete/schluessel': [
      { name: 'filled', address: '/pakete/schluessel', as },
      { name: 'error', address: '/pakete/schluessel', as, press: 'Aufnehmen', status: 422 },
    ],
    '/pakete/einlesen': [
      { name: 'empty', address: '/pakete/einlesen', as },
      { name: 'error', address: '/pakete/einlesen', as, press: 'Vorschau zeigen', status: 422 },
    ],
    '/pakete/einlesen/:einlesung': [{ name: 'filled', address: `/pakete/einlesen/${einlesung}`, as }],
    '/pakete/:dienst': [
      { name: 'long', address: '/pakete/heimarbeit', as },
      { name: 'error', address: '/pakete/gibt-es-nicht', as, status: 404 },
    ],
    '/pakete/:dienst/vergleich': [
      { name: 'filled', address: `/pakete/heimarbeit/vergleich?von=${von}&zu=${zu}`, as },
    ],
  };
}
