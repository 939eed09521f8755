import type { PageTemplates } from './page-templates.ts';
import type { PageWorld } from './page-world.ts';

const as = 'lemgo' as const;
const stated = '/stand/L02950';

const list = (address: string) => [
  { name: 'filled', address, as },
  { name: 'no hit', address: `${address}?suche=gibtesnichtxyz`, as },
  { name: 'misunderstood', address: `${address}?seite=-1&sortierung=unsinn&anzahl=7`, as },
];

/** Gaps, what closes them, bundles and contradictions. */
const matchingTemplates: PageTemplates = {
  '/stand/luecken': [
    ...list('/stand/luecken'),
    { name: 'long', address: '/stand/luecken?anzahl=100', as },
    { name: 'forbidden', address: '/stand/luecken', as: 'ozg-leitung', status: 403 },
  ],
  '/stand/luecken/:leistung': [
    { name: 'filled', address: '/stand/luecken/L02950', as: 'detmold' },
    {
      name: 'error',
      address: '/stand/luecken/L02950',
      as: 'detmold',
      press: 'Interesse vormerken',
      status: 422,
    },
    { name: 'no gap', address: '/stand/luecken/L99999', as, status: 404 },
  ],
  '/loesungen-vorschlaege': list('/loesungen-vorschlaege'),
  '/loesungen/:id/nutzen': [
    ...list('/loesungen/angebot-hund-anmelden/nutzen'),
    { name: 'provider', address: '/loesungen/angebot-hund-anmelden/nutzen', as: 'ozg-leitung' },
    { name: 'unknown', address: '/loesungen/gibtesnicht/nutzen', as, status: 404 },
  ],
  '/buendel': [
    { name: 'filled', address: '/buendel', as },
    { name: 'provider', address: '/buendel', as: 'ozg-leitung' },
    { name: 'without consent', address: '/buendel', as: 'kreis-lippe' },
    { name: 'forbidden', address: '/buendel', as: 'betrieb', status: 403 },
  ],
  '/stand/widersprueche': [
    { name: 'filled', address: '/stand/widersprueche', as },
    { name: 'empty', address: '/stand/widersprueche', as: 'kreis-lippe' },
  ],
  '/fachverfahren': [
    { name: 'filled', address: '/fachverfahren', as },
    { name: 'empty', address: '/fachverfahren', as: 'detmold' },
    { name: 'error', address: '/fachverfahren', as, press: 'Eintragen', status: 422 },
  ],
};

/** The pages of the Umsetzungsstand; `fachbereich` is one with a long name. */
export function compassTemplates(fachbereich: string, sammel: PageWorld['sammel']): PageTemplates {
  const page = `/fachbereiche/${fachbereich}`;
  return {
    '/stand': [
      { name: 'filled', address: '/stand', as },
      { name: 'long', address: '/stand?umfang=alle&anzahl=100', as },
      { name: 'nothing stated yet', address: '/stand', as: 'kreis-lippe' },
      { name: 'as of a former day', address: '/stand?datum=2026-01-31', as },
      { name: 'no day', address: '/stand?datum=morgen', as, status: 422 },
      { name: 'nothing assigned', address: '/stand?umfang=meine', as },
      { name: 'empty', address: '/stand?suche=gibtesnichtxyz', as },
      { name: 'misunderstood', address: '/stand?seite=-1&sortierung=unsinn&anzahl=7', as },
      { name: 'forbidden', address: '/stand', as: 'ozg-leitung', status: 403 },
    ],
    '/stand/:leistung': [
      { name: 'long', address: stated, as },
      { name: 'read only', address: stated, as: 'lemgo-admin' },
      { name: 'no duty', address: '/stand/L00010', as },
      { name: 'ended', address: '/stand/L03071', as },
      { name: 'error', address: '/stand/L00010', as, press: 'Speichern', status: 422 },
      { name: 'unknown', address: '/stand/L99999', as, status: 404 },
    ],
    '/stand/:leistung/nachweis/:datei': [
      {
        name: 'unknown',
        address: `${stated}/nachweis/00000000-0000-4000-8000-000000000000`,
        as,
        status: 404,
      },
    ],
    '/stand/uebergabe': [
      { name: 'empty', address: '/stand/uebergabe', as },
      { name: 'forbidden', address: '/stand/uebergabe', as: 'lemgo-admin', status: 403 },
    ],
    ...matchingTemplates,
    ...manyTemplates(sammel),
    '/fachbereiche': [
      { name: 'filled', address: '/fachbereiche', as },
      { name: 'empty', address: '/fachbereiche', as: 'detmold' },
      { name: 'error', address: '/fachbereiche', as, press: 'Anlegen', status: 422 },
    ],
    '/fachbereiche/:id': [
      { name: 'long', address: page, as },
      { name: 'error', address: page, as, press: 'Eintragen', status: 422 },
      { name: 'unknown', address: '/fachbereiche/00000000-0000-4000-8000-000000000009', as, status: 404 },
    ],
  };
}

function manyTemplates({ preview, applied }: PageWorld['sammel']): PageTemplates {
  return {
    '/stand/matrix': [
      { name: 'filled', address: '/stand/matrix', as },
      { name: 'empty', address: '/stand/matrix?suche=gibtesnichtxyz', as },
      { name: 'forbidden', address: '/stand/matrix', as: 'lemgo-admin', status: 403 },
    ],
    '/stand/sammel': [
      { name: 'filled', address: '/stand/sammel', as },
      { name: 'empty', address: '/stand/sammel', as: 'detmold' },
      { name: 'error', address: '/stand', as, press: 'Gemeinsam ändern', status: 422 },
    ],
    '/stand/sammel/:id': [
      { name: 'preview', address: `/stand/sammel/${preview}`, as },
      { name: 'error', address: `/stand/sammel/${preview}`, as, press: '1 Zeile übernehmen', status: 422 },
      { name: 'applied', address: `/stand/sammel/${applied}`, as },
      {
        name: 'unknown',
        address: '/stand/sammel/00000000-0000-4000-8000-000000000009',
        as,
        status: 404,
      },
    ],
    '/stand/einlesen': [{ name: 'empty', address: '/stand/einlesen', as }],
    '/stand/einfuegen': [
      { name: 'empty', address: '/stand/einfuegen', as },
      { name: 'error', address: '/stand/einfuegen', as, press: 'Änderungen zeigen', status: 422 },
      {
        name: 'columns',
        address: '/stand/einfuegen',
        as,
        fill: { Zeilen: 'Nummer\tWie weit\nL00003\tonline' },
        press: 'Änderungen zeigen',
      },
    ],
    '/meine-aenderungen': [
      { name: 'filled', address: '/meine-aenderungen', as },
      { name: 'forbidden', address: '/meine-aenderungen', as: 'ozg-leitung', status: 403 },
    ],
  };
}
