import type { PageState, PageTemplates } from './page-templates.ts';

const as = 'lemgo' as const;

/** The pages of the figures: of a Kommune, of its IT-Dienstleister, narrowed to nothing, misunderstood, long. */
export const zahlenTemplates: PageTemplates = {
  '/zahlen': [
    { name: 'Kommune', address: '/zahlen', as },
    { name: 'provider', address: '/zahlen', as: 'ozg-leitung' },
    { name: 'narrowed', address: '/zahlen?themenfeld=1&mindestens=3&datum=2025-12-31', as },
    { name: 'forbidden', address: '/zahlen', as: 'lemgo-fachbereich', status: 403 },
  ],
  '/zahlen/abdeckung': [
    ...states('/zahlen/abdeckung'),
    { name: 'long', address: '/zahlen/abdeckung?nach=leistung&anzahl=100', as },
    { name: 'kept filter', address: '/zahlen/abdeckung?nach=kommune&ozg=10160,10255', as },
  ],
  '/zahlen/verteilung': [
    ...states('/zahlen/verteilung'),
    { name: 'long', address: '/zahlen/verteilung?zeilen=ozg&spalten=zustand&pflicht=alle&anzahl=100', as },
    { name: 'provider', address: '/zahlen/verteilung?zeilen=kommune&spalten=kreis', as: 'ozg-leitung' },
  ],
  '/zahlen/verlauf': states('/zahlen/verlauf'),
  '/zahlen/paare': [
    ...states('/zahlen/paare'),
    { name: 'long', address: '/zahlen/paare?anzahl=100&pflicht=alle', as },
    { name: 'empty', address: '/zahlen/paare?suche=gibtesnichtxyz', as },
  ],
  '/karte': [...states('/karte'), { name: 'provider', address: '/karte', as: 'ozg-leitung' }],
  '/vergleich': [
    { name: 'Kommune', address: '/vergleich?band=weit', as },
    { name: 'choose first', address: '/vergleich', as: 'ozg-leitung' },
    { name: 'unfair', address: '/vergleich?mit=05766&band=weit', as, status: 422 },
    { name: 'unknown', address: '/vergleich?fuer=05999999', as, status: 404 },
  ],
};

function states(path: string): readonly PageState[] {
  return [
    { name: 'filled', address: path, as },
    { name: 'nothing counted', address: `${path}?kommune=05999999`, as },
    { name: 'misunderstood', address: `${path}?seite=-1&sortierung=unsinn&anzahl=7&zustand=fertig`, as },
    { name: 'wrong date', address: `${path}?datum=2024-02-30`, as, status: 422 },
  ];
}
