import type { PageTemplates } from './page-templates.ts';
import type { Visitor } from './visitor.ts';

const as = 'lemgo' as const;
const unknownId = '00000000-0000-4000-8000-000000000009';

/** Search and life situations as everybody sees them. */
export const finderPublicTemplates: PageTemplates = {
  '/suche': [
    { name: 'filled', address: '/suche?suche=hundesteur+anmelden' },
    { name: 'error', address: '/suche?suche=hund&ort=gibtesnichtxyz', status: 404 },
  ],
  '/lebenslagen': [{ name: 'filled', address: '/lebenslagen' }],
  '/lebenslagen/:id': [
    { name: 'filled', address: '/lebenslagen/umzug' },
    { name: 'error', address: '/lebenslagen/gibtesnicht', status: 404 },
  ],
};

/** The editors' desk, with a proposal of Lemgo. */
export function finderTemplates(vorschlag: string): PageTemplates {
  return {
    '/redaktion': [{ name: 'empty', address: '/redaktion', as }],
    '/redaktion/thesaurus': [
      { name: 'filled', address: '/redaktion/thesaurus', as },
      { name: 'empty', address: '/redaktion/thesaurus?suche=gibtesnichtxyz', as },
    ],
    '/redaktion/vorschlaege': [
      { name: 'filled', address: '/redaktion/vorschlaege', as },
      { name: 'empty', address: '/redaktion/vorschlaege?suche=gibtesnichtxyz', as },
    ],
    '/redaktion/vorschlaege/neu': [
      { name: 'empty', address: '/redaktion/vorschlaege/neu', as },
      { name: 'error', address: '/redaktion/vorschlaege/neu', as, press: 'Vorschlagen', status: 422 },
    ],
    '/redaktion/vorschlaege/:id': [
      { name: 'to decide', address: `/redaktion/vorschlaege/${vorschlag}`, as: 'ozg-leitung' },
      { name: 'unknown', address: `/redaktion/vorschlaege/${unknownId}`, as, status: 404 },
    ],
  };
}

/** Lemgo proposes a word; its id. */
export async function furnishFinder(lemgo: Visitor): Promise<string> {
  const answer = await lemgo.post('/redaktion/vorschlaege', {
    aktion: 'dazu',
    wort: 'Wuffwuffbescheinigungsformular',
    ziel: '10160',
    art: 'alltag',
    sprache: '',
    begruendung: 'Wird oft gesucht.',
  });
  const id = /vorschlaege\/([0-9a-f-]{36})/.exec(String(answer.headers.location))?.[1];
  if (id === undefined) throw new Error(`no proposal: ${answer.status}`);
  return id;
}
