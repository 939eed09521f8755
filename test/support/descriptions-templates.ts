import type { PageTemplates } from './page-templates.ts';

/** Own texts and feeds, as the texts of the demonstration fill them. */
export const descriptionsTemplates: PageTemplates = {
  '/redaktion/texte': [
    { name: 'filled', address: '/redaktion/texte', as: 'lemgo' },
    { name: 'of a provider', address: '/redaktion/texte', as: 'ozg-leitung' },
  ],
  '/redaktion/texte/oeffnen': [
    {
      name: 'unknown',
      address: '/redaktion/texte/oeffnen?leistung=gibtesnichtxyz',
      as: 'lemgo',
      status: 404,
    },
  ],
  '/redaktion/texte/:leistung': [
    { name: 'filled', address: '/redaktion/texte/L02950', as: 'lemgo' },
    {
      name: 'error',
      address: '/redaktion/texte/L00002',
      as: 'lemgo',
      press: 'Entwurf speichern',
      status: 422,
    },
  ],
  '/redaktion/texte/:leistung/vorschau': [
    { name: 'filled', address: '/redaktion/texte/L02950/vorschau', as: 'lemgo' },
  ],
  '/redaktion/xzufi': [
    { name: 'filled', address: '/redaktion/xzufi', as: 'ozg-leitung' },
    { name: 'error', address: '/redaktion/xzufi', as: 'ozg-leitung', press: 'Quelle speichern', status: 422 },
  ],
  '/redaktion/xzufi/:nummer': [{ name: 'filled', address: '/redaktion/xzufi/1', as: 'ozg-leitung' }],
};
