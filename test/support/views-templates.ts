import type { PageTemplates } from './page-templates.ts';

const unknownId = '00000000-0000-4000-8000-000000000009';
const as = 'lemgo' as const;

/** Saved views; `ansicht` is one that its owner shares with the organisation. */
export function viewsTemplates(ansicht: string): PageTemplates {
  return {
    '/ansichten': [
      { name: 'filled', address: '/ansichten', as },
      { name: 'no hit', address: '/ansichten?suche=gibtesnichtxyz', as },
      { name: 'empty', address: '/ansichten', as: 'kreis-lippe' },
    ],
    '/ansichten/neu': [
      { name: 'empty', address: '/ansichten/neu?adresse=%2Fkatalog%2Fleistungen&liste=Leistungen', as },
      { name: 'error', address: '/ansichten/neu', as, press: 'Ansicht speichern', status: 422 },
    ],
    '/ansichten/:id': [
      { name: 'long', address: `/ansichten/${ansicht}`, as },
      {
        name: 'error',
        address: `/ansichten/${ansicht}`,
        as,
        fill: { 'Name der Ansicht': ' ' },
        press: 'Speichern',
        status: 422,
      },
      { name: 'unknown', address: `/ansichten/${unknownId}`, as, status: 404 },
    ],
  };
}
