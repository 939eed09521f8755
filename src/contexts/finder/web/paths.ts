/** The addresses of the editors' desk and of search in the staff area. */
export const paths = {
  suche: '/suche',
  vorschlaegeJson: '/suche/vorschlaege.json',
  lebenslagen: '/lebenslagen',
  lebenslage: (id: string) => `/lebenslagen/${id}`,
  redaktion: '/redaktion',
  thesaurus: '/redaktion/thesaurus',
  vorschlaege: '/redaktion/vorschlaege',
  neu: '/redaktion/vorschlaege/neu',
  vorschlag: (id: string) => `/redaktion/vorschlaege/${id}`,
} as const;
