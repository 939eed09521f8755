/** Where the pages of the register stand. */
export const paths = {
  register: '/loesungen',
  one: (id: string) => `/loesungen/${encodeURIComponent(id)}`,
  change: (id: string) => `/loesungen/${encodeURIComponent(id)}/aendern`,
  end: (id: string) => `/loesungen/${encodeURIComponent(id)}/beenden`,
  merge: (id: string) => `/loesungen/${encodeURIComponent(id)}/zusammenfuehren`,
  create: '/loesungen/neu',
  beitraege: '/loesungen/beitraege',
  beitrag: (id: string) => `/loesungen/beitraege/${id}`,
  revise: (id: string) => `/loesungen/beitraege/${id}/ueberarbeiten`,
  import: '/loesungen/einlesen',
  imported: (id: string) => `/loesungen/einlesen/${id}`,
} as const;
