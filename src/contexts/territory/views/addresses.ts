/** Where the territory's pages stand. */
export const addresses = {
  kommunen: '/kommunen',
  kommune: (ags: string) => `/kommunen/${ags}`,
  status: (ags: string) => `/kommunen/${ags}/groessenklasse`,
  groessenklassen: '/groessenklassen',
  schwellen: '/groessenklassen/schwellen',
  einwohnerImport: '/einwohner/einlesen',
  pflichten: (ags: string) => `/kommunen/${ags}/pflichten`,
  radar: (ags: string) => `/kommunen/${ags}/radar`,
} as const;
