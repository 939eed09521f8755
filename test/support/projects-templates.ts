import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

/** A project whose texts are as long as they may be, and a table that waits. */
export interface ProjectsPages {
  readonly long: string;
  readonly einlesung: string;
}

const as = 'ozg-leitung' as const;
const hund = '/projekte/hund-anmelden-gemeinsam';

/** Leads a project with long texts, and sends a table with sound and broken rows. */
export async function furnishProjects(lead: Visitor): Promise<ProjectsPages> {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ';
  const saved = await lead.post('/projekte/neu', {
    titel: long.repeat(2).slice(0, 200),
    kurz: long.repeat(20),
    federfuehrung: long.slice(0, 150),
    kernteamFach: Array.from({ length: 30 }, (_, index) => `${long}${index}`).join('\n'),
    'umsetzung.planBeginn': '2026-01-01',
    'umsetzung.planEnde': '2026-03-01',
    'umsetzung.bemerkung': long.repeat(5),
    notiz: long.repeat(40),
  });
  const address = saved.headers.location ?? '';
  assert.match(address, /^\/projekte\/[a-z0-9-]+\?getan=angelegt$/);
  const table =
    'Projekt;Federführung;Kennung;Umsetzung: tatsächlich von\r\nNeues Projekt;Land;;\r\nSpäter;Land;;2999-01-01\r\n';
  const sent = await lead.upload('/projekte/einlesen', { datei: table });
  return {
    long: address.split('?')[0] ?? '',
    einlesung: sent.split('/').at(-1) ?? '',
  };
}

/** The pages of Umsetzungsprojekte. */
export function projectsTemplates({ long, einlesung }: ProjectsPages): PageTemplates {
  return {
    '/projekte': [
      { name: 'filled', address: '/projekte' },
      { name: 'lead', address: '/projekte', as },
      { name: 'empty', address: '/projekte?suche=gibtesnichtxyz' },
      { name: 'before anything', address: '/projekte?datum=1990-01-01' },
      { name: 'misunderstood', address: '/projekte?seite=-1&sortierung=unsinn' },
      { name: 'error', address: '/projekte?datum=morgen', status: 422 },
    ],
    '/projekte/zeitplan': [
      { name: 'filled', address: '/projekte/zeitplan' },
      { name: 'one phase', address: '/projekte/zeitplan?phase=rollout-nrw' },
      { name: 'empty', address: '/projekte/zeitplan?von=1990-01-01' },
      { name: 'error', address: '/projekte/zeitplan?von=bald', status: 422 },
    ],
    '/projekte/fristen': [
      { name: 'filled', address: '/projekte/fristen' },
      { name: 'empty', address: '/projekte/fristen?datum=1990-01-01' },
      { name: 'error', address: '/projekte/fristen?datum=morgen', status: 422 },
    ],
    '/projekte/:id': [
      { name: 'filled', address: hund },
      { name: 'lead', address: hund, as },
      { name: 'interested', address: hund, as: 'lemgo' },
      { name: 'without a lead', address: '/projekte/efa-sozialplattform', as: 'detmold' },
      { name: 'long', address: long },
      { name: 'error', address: '/projekte/gibt-es-nicht', status: 404 },
    ],
    '/projekte/neu': [
      { name: 'empty', address: '/projekte/neu', as },
      { name: 'error', address: '/projekte/neu', as, press: 'Speichern', status: 422 },
    ],
    '/projekte/:id/aendern': [
      { name: 'filled', address: `${hund}/aendern`, as },
      { name: 'long', address: `${long}/aendern`, as },
      {
        name: 'error',
        address: `${hund}/aendern`,
        as,
        fill: { Projekt: '' },
        press: 'Speichern',
        status: 422,
      },
    ],
    '/projekte/einlesen': [
      { name: 'empty', address: '/projekte/einlesen', as },
      { name: 'error', address: '/projekte/einlesen', as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/projekte/einlesen/:einlesung': [
      { name: 'filled', address: `/projekte/einlesen/${einlesung}`, as },
      {
        name: 'error',
        address: `/projekte/einlesen/${einlesung}`,
        as,
        press: '1 Zeile übernehmen',
        status: 422,
      },
      { name: 'unknown', address: '/projekte/einlesen/weg', as, status: 404 },
    ],
  };
}
