/** Where the territory's pages stand. */
export const addresses = {
  kommunen: '/kommunen',
  kommunenCsv: '/kommunen.csv',
  kommunenXlsx: '/kommunen.xlsx',
  kommune: (ags: string) => `/kommunen/${ags}`,
  pflichten: (ags: string) => `/kommunen/${ags}/pflichten`,
  radar: (ags: string) => `/kommunen/${ags}/radar`,
} as const;
