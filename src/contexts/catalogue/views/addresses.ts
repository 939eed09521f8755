/** Where the catalogue's pages stand. */
export const addresses = {
  katalog: '/katalog',
  leistungen: '/katalog/leistungen',
  leistungenCsv: '/katalog/leistungen.csv',
  leistungenXlsx: '/katalog/leistungen.xlsx',
  ohneOzg: '/katalog/ohne-ozg',
  themenfeld: (id: number) => `/katalog/themenfelder/${id}`,
  lage: (id: number) => `/katalog/lagen/${id}`,
  ozg: (id: number) => `/katalog/ozg/${id}`,
  leistung: (id: string) => `/katalog/leistungen/${id}`,
  zustaendigkeit: (id: string) => `/leistungen/${id}/zustaendigkeit`,
  fassungen: '/katalog/fassungen',
  zuruecknehmen: (nummer: number) => `/katalog/fassungen/${nummer}/zuruecknehmen`,
  aenderungen: '/katalog/aenderungen',
  zwischen: (von: number, bis: number) => `/katalog/aenderungen?von=${von}&bis=${bis}`,
  verlauf: (id: string) => `/katalog/leistungen/${id}/verlauf`,
  einlesen: '/katalog/einlesen',
} as const;
