import assert from 'node:assert/strict';
import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

/** A scheme with the longest name, and a table of statements that waits. */
export interface PrioritiesPages {
  readonly schema: string;
  readonly einlesung: string;
}

const as = 'ozg-leitung' as const;
const zero = [
  'ozg-prioritaet',
  'fallzahlen',
  'komplexitaet',
  'digitalisierungspotenzial',
  'kosten-zeit',
  'relevanz',
]
  .concat('bedarf', 'frist')
  .map((kriterium) => `gewicht-${kriterium}=0`)
  .join('&');

/** Saves a scheme, and sends a table with a sound and a broken row. */
export async function furnishPriorities(lead: Visitor): Promise<PrioritiesPages> {
  const titel = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft zuerst';
  const saved = await lead.post('/prioritaeten/schemata/neu', { titel, 'gewicht-frist': '90' });
  const address = saved.headers.location ?? '';
  assert.match(address, /^\/prioritaeten\/schemata\/[0-9a-f-]{36}\?getan=gespeichert$/);
  const table = 'Leistung;Kriterium;Wert;Quelle\r\nL00002;Relevanz;4;Probe\r\nL00003;Relevanz;9;Probe\r\n';
  const sent = await lead.upload('/prioritaeten/angaben/einlesen', { datei: table });
  return {
    schema: address.split('?')[0]?.split('/').at(-1) ?? '',
    einlesung: sent.split('/').at(-1) ?? '',
  };
}

/** The pages of priorities and Einführungsstrategie. */
export function prioritiesTemplates({ schema, einlesung }: PrioritiesPages): PageTemplates {
  const rang = '/prioritaeten';
  const dienst = '/einfuehrungsstrategie/loesung/wohngeld-sh';
  return {
    '/prioritaeten': [
      { name: 'filled', address: rang, as },
      { name: 'error', address: `${rang}?${zero}`, as, status: 422 },
    ],
    '/prioritaeten/kriterien': [{ name: 'filled', address: `${rang}/kriterien`, as: 'lemgo' }],
    '/prioritaeten/vergleich': [
      { name: 'filled', address: `${rang}/vergleich?a=L02950&b=L00002`, as: 'lemgo' },
      { name: 'error', address: `${rang}/vergleich?a=L02950&b=nichts`, as, status: 422 },
    ],
    '/prioritaeten/angaben': [
      { name: 'filled', address: `${rang}/angaben`, as },
      { name: 'empty', address: `${rang}/angaben?suche=gibtesnichtxyz`, as: 'lemgo' },
    ],
    '/prioritaeten/angaben/einlesen': [
      { name: 'empty', address: `${rang}/angaben/einlesen`, as },
      { name: 'error', address: `${rang}/angaben/einlesen`, as, press: 'Änderungen zeigen', status: 422 },
    ],
    '/prioritaeten/angaben/einlesen/:einlesung': [
      { name: 'filled', address: `${rang}/angaben/einlesen/${einlesung}`, as },
    ],
    '/prioritaeten/leistungen/:leistung': [
      { name: 'filled', address: `${rang}/leistungen/L05044`, as },
      { name: 'error', address: `${rang}/leistungen/L05044`, as, press: 'Angabe speichern', status: 422 },
    ],
    '/prioritaeten/schemata': [
      { name: 'filled', address: `${rang}/schemata`, as },
      { name: 'of a Kommune', address: `${rang}/schemata`, as: 'lemgo' },
    ],
    '/prioritaeten/schemata/neu': [
      { name: 'empty', address: `${rang}/schemata/neu`, as },
      { name: 'error', address: `${rang}/schemata/neu`, as, press: 'Schema speichern', status: 422 },
    ],
    '/prioritaeten/schemata/vergleich': [
      { name: 'filled', address: `${rang}/schemata/vergleich?a=${schema}`, as },
    ],
    '/prioritaeten/schemata/:id': [
      { name: 'long', address: `${rang}/schemata/${schema}`, as },
      { name: 'error', address: `${rang}/schemata/${schema}`, as, press: 'Schema beschließen', status: 422 },
    ],
    '/prioritaeten/beschluesse/:nummer': [
      { name: 'filled', address: `${rang}/beschluesse/1`, as: 'lemgo' },
      { name: 'error', address: `${rang}/beschluesse/99`, as, status: 404 },
    ],
    '/einfuehrungsstrategie': [{ name: 'filled', address: '/einfuehrungsstrategie', as }],
    '/einfuehrungsstrategie/:art/:id': [
      { name: 'lead', address: dienst, as },
      { name: 'of a Kommune', address: '/einfuehrungsstrategie/loesung/adoption-hb', as: 'lemgo' },
    ],
  };
}
