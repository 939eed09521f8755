import type { PageTemplates } from './page-templates.ts';

/** How good texts are, among the pages of the editors' desk. */
export const qualityTemplates: PageTemplates = {
  '/redaktion/qualitaet': [{ name: 'provider', address: '/redaktion/qualitaet', as: 'ozg-leitung' }],
  '/redaktion/qualitaet/:kommune/leistungen': [
    { name: 'filled', address: '/redaktion/qualitaet/05766044/leistungen', as: 'lemgo' },
    {
      name: 'misunderstood',
      address: '/redaktion/qualitaet/05766044/leistungen?seite=-1&band=unsinn',
      as: 'lemgo',
    },
  ],
  '/redaktion/qualitaet/:kommune/leistungen/:leistung': [
    { name: 'filled', address: '/redaktion/qualitaet/05766044/leistungen/L02939', as: 'lemgo' },
    {
      name: 'error',
      address: '/redaktion/qualitaet/05766044/leistungen/L99999',
      as: 'lemgo',
      status: 404,
    },
  ],
  '/redaktion/qualitaet/:kommune/links': [
    { name: 'empty', address: '/redaktion/qualitaet/05766044/links', as: 'lemgo' },
  ],
};
