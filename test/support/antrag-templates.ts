import type { AntragWorld } from './antrag-world.ts';
import type { PageState, PageTemplates } from './page-templates.ts';

const anbindung = '/anbindungen/hund-anmelden';
const toFill = '/anbindungen/bewohnerparkausweis';
const as = 'lemgo' as const;

const heimarbeitXml =
  '<x:S00000000364V1.0.0 xmlns:x="urn:fim-de:xfall:datenschema:xdf3"><x:F60000000319V1.3.0>Muster</x:F60000000319V1.3.0><x:F00000003445V1.0.0>vielleicht</x:F00000003445V1.0.0></x:S00000000364V1.0.0>';

/** The staff pages around Anträge: Onlinedienste, Anbindungen, gaps, releases, rollout, the Kommune's portal, inbox. */
export function antragTemplates({ amt, nummer, fachnummer, zustellpunkt }: AntragWorld): PageTemplates {
  return {
    '/onlinedienste': listStates('/onlinedienste', as),
    '/onlinedienste/:dienst': [
      { name: 'public', address: '/onlinedienste/hund-anmelden' },
      { name: 'without interest', address: '/onlinedienste/bewohnerparkausweis', as: 'detmold' },
      { name: 'provider', address: '/onlinedienste/hund-anmelden', as: 'ozg-leitung' },
      { name: 'error', address: '/onlinedienste/gibt-es-nicht', status: 404 },
    ],
    '/anbindungen': [
      { name: 'filled', address: '/anbindungen', as },
      { name: 'empty', address: '/anbindungen', as: 'kreis-lippe' },
    ],
    '/anbindungen/:dienst': [
      { name: 'to be filled', address: toFill, as },
      { name: 'testing', address: anbindung, as },
      { name: 'saved incomplete', address: toFill, as, press: 'Parameter speichern' },
      { name: 'live', address: anbindung, as: 'detmold' },
      { name: 'unknown', address: anbindung, as: 'kreis-lippe', status: 404 },
    ],
    ...Object.fromEntries(
      ['live-schalten', 'aussetzen', 'fortsetzen', 'beenden'].map((step) => [
        `/anbindungen/:dienst/${step}`,
        [
          {
            name: 'asking',
            address: `${anbindung}/${step}`,
            as: step === 'live-schalten' ? as : ('detmold' as const),
            // Nothing rests here, so there is nothing to go on with.
            ...(step === 'fortsetzen' ? { status: 409 } : {}),
          },
          { name: 'unknown', address: `${anbindung}/${step}`, as: 'kreis-lippe' as const, status: 404 },
        ],
      ]),
    ),
    '/luecken': listStates('/luecken', as),
    '/rollout': listStates('/rollout', 'ozg-leitung'),
    '/freigaben': [
      ...listStates('/freigaben', as),
      { name: 'picking', address: '/freigaben?leistung=steuer', as },
      { name: 'picking in vain', address: '/freigaben?leistung=gibtesnichtxyz', as },
    ],
    '/freigaben/:leistung': [
      { name: 'filled', address: '/freigaben/L02950', as },
      { name: 'error', address: '/freigaben/L00570', as, press: 'Text freigeben', status: 422 },
      { name: 'unknown', address: '/freigaben/L99999', as, status: 404 },
    ],
    '/portal': [
      { name: 'filled', address: '/portal', as },
      { name: 'forbidden', address: '/portal', as: 'lemgo-admin', status: 403 },
    ],
    '/portal/vorschau': [{ name: 'filled', address: '/portal/vorschau', as }],
    '/portal/aemter/neu': [
      { name: 'empty', address: '/portal/aemter/neu', as },
      { name: 'error', address: '/portal/aemter/neu', as, press: 'Speichern', status: 422 },
    ],
    '/portal/aemter/:amt': [
      { name: 'filled', address: `/portal/aemter/${amt}`, as },
      { name: 'unknown', address: '/portal/aemter/gibt-es-nicht', as, status: 404 },
    ],
    '/zustellpunkte': [
      { name: 'filled', address: '/zustellpunkte', as: 'lemgo-admin' },
      { name: 'choosing', address: '/zustellpunkte', as: 'ozg-leitung' },
      { name: 'provider', address: '/zustellpunkte?kommune=05766020', as: 'ozg-leitung' },
      {
        name: 'error',
        address: '/zustellpunkte',
        as: 'lemgo-admin',
        press: 'Zustellpunkt anlegen',
        status: 422,
      },
    ],
    '/zustellpunkte/:id': [
      { name: 'filled', address: `/zustellpunkte/${zustellpunkt}`, as: 'lemgo-admin' },
      { name: 'unknown', address: '/zustellpunkte/gibt-es-nicht', as: 'lemgo-admin', status: 404 },
    ],
    '/zustellpunkte/:id/beenden': [
      { name: 'asking', address: `/zustellpunkte/${zustellpunkt}/beenden`, as: 'lemgo-admin' },
    ],
    '/eingang': [
      { name: 'filled', address: '/eingang', as: 'lemgo-fachbereich' },
      { name: 'searched', address: '/eingang?suche=Donaudampf', as: 'lemgo-fachbereich' },
      { name: 'given away', address: '/eingang?getan=zuleiten', as: 'lemgo-fachbereich' },
      { name: 'empty', address: '/eingang?suche=gibtesnichtxyz', as: 'lemgo-fachbereich' },
      { name: 'forbidden', address: '/eingang', as: 'lemgo', status: 403 },
    ],
    '/eingang/:nummer': [
      { name: 'long', address: `/eingang/${nummer}`, as: 'lemgo-fachbereich' },
      { name: 'unknown', address: '/eingang/LW-0000', as: 'lemgo-fachbereich', status: 404 },
    ],
    '/eingang/:nummer/fachdaten': [
      { name: 'filled', address: `/eingang/${fachnummer}/fachdaten`, as: 'lemgo-fachbereich' },
      {
        name: 'without schema',
        address: `/eingang/${nummer}/fachdaten`,
        as: 'lemgo-fachbereich',
        status: 404,
      },
    ],
    '/fachdaten/pruefen': [
      { name: 'empty', address: '/fachdaten/pruefen', as: 'lemgo-fachbereich' },
      {
        name: 'error',
        address: '/fachdaten/pruefen',
        as: 'lemgo-fachbereich',
        fill: { Onlinedienst: 'heimarbeit', Dokument: '<!DOCTYPE x><x/>' },
        press: 'Prüfen',
        status: 422,
      },
      {
        name: 'checked',
        address: '/fachdaten/pruefen',
        as: 'lemgo-fachbereich',
        fill: { Onlinedienst: 'heimarbeit', Dokument: heimarbeitXml },
        press: 'Prüfen',
      },
    ],
    '/eingang/:nummer/druck': [
      { name: 'long', address: `/eingang/${nummer}/druck`, as: 'lemgo-fachbereich' },
      { name: 'unknown', address: '/eingang/LW-0000/druck', as: 'lemgo-fachbereich', status: 404 },
    ],
  };
}

function listStates(path: string, who: PageState['as']): readonly PageState[] {
  const state = { ...(who ? { as: who } : {}) };
  return [
    { name: 'filled', address: path, ...state },
    { name: 'empty', address: `${path}?suche=gibtesnichtxyz`, ...state },
    { name: 'misunderstood', address: `${path}?seite=-1&sortierung=unsinn`, ...state },
  ];
}
