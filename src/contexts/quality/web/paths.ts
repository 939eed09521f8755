/** The addresses of this part of the editors' desk. */
export const paths = {
  redaktion: '/redaktion',
  start: '/redaktion/qualitaet',
  liste: (ags: string) => `/redaktion/qualitaet/${ags}/leistungen`,
  leistung: (ags: string, id: string) => `/redaktion/qualitaet/${ags}/leistungen/${id}`,
  links: (ags: string) => `/redaktion/qualitaet/${ags}/links`,
} as const;
