import type { PageTemplates } from './page-templates.ts';
import type { SolutionsPages } from './solutions-world.ts';

const unknownId = '00000000-0000-4000-8000-000000000009';
const as = 'lemgo' as const;
const lead = 'ozg-leitung' as const;

/** The register of Lösungen as everybody sees it. */
export const solutionsPublicTemplates: PageTemplates = {
  '/loesungen': [
    { name: 'filled', address: '/loesungen' },
    { name: 'empty', address: '/loesungen?suche=gibtesnichtxyz' },
    { name: 'long', address: '/loesungen?anzahl=100' },
    { name: 'needed by a day', address: '/loesungen?bis=2026-12-31' },
    { name: 'wrong date', address: '/loesungen?datum=2024-02-30', status: 422 },
  ],
  '/loesungen/:id': [
    { name: 'filled', address: '/loesungen/fuehrerschein-hessen' },
    { name: 'offered', address: '/loesungen/angebot-hund-anmelden' },
    { name: 'passed date', address: '/loesungen/eheschliessung-hb', as },
    { name: 'not on the day', address: '/loesungen/elfe?datum=2001-01-01', status: 404 },
    { name: 'error', address: `/loesungen/${'x'.repeat(90)}`, status: 404 },
  ],
};

/** The pages of those who contribute and decide. */
export function solutionsTemplates({ beitrag, einlesung }: SolutionsPages): PageTemplates {
  const one = `/loesungen/beitraege/${beitrag}`;
  return {
    '/loesungen/neu': [
      { name: 'empty', address: '/loesungen/neu', as },
      { name: 'long', address: '/loesungen/neu', as, press: 'Weitere Zeilen' },
      { name: 'error', address: '/loesungen/neu', as, press: 'Beitrag senden', status: 422 },
    ],
    '/loesungen/:id/aendern': [
      { name: 'filled', address: '/loesungen/fuehrerschein-hessen/aendern', as },
      { name: 'offered', address: '/loesungen/angebot-hund-anmelden/aendern', as, status: 409 },
    ],
    '/loesungen/beitraege': [
      { name: 'filled', address: '/loesungen/beitraege', as: lead },
      { name: 'no hit', address: '/loesungen/beitraege?suche=gibtesnichtxyz', as: lead },
    ],
    '/loesungen/beitraege/:id': [
      { name: 'asked back', address: one, as },
      { name: 'to decide', address: one, as: lead },
      { name: 'error', address: one, as: lead, press: 'Ablehnen', status: 422 },
      { name: 'unknown', address: `/loesungen/beitraege/${unknownId}`, as, status: 404 },
    ],
    '/loesungen/beitraege/:id/ueberarbeiten': [{ name: 'filled', address: `${one}/ueberarbeiten`, as }],
    '/loesungen/einlesen': [
      { name: 'empty', address: '/loesungen/einlesen', as },
      { name: 'error', address: '/loesungen/einlesen', as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/loesungen/einlesen/:id': [
      { name: 'long', address: `/loesungen/einlesen/${einlesung}`, as },
      {
        name: 'error',
        address: `/loesungen/einlesen/${einlesung}`,
        as,
        press: '2 Zeilen beitragen',
        status: 422,
      },
      { name: 'unknown', address: `/loesungen/einlesen/${unknownId}`, as, status: 404 },
    ],
  };
}
