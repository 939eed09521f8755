/** The links that the law asks for on every page, and the open data; `origin` is empty on the site that has these pages. */
export function footerLinks(origin: string) {
  return [
    { label: 'Impressum', href: `${origin}/impressum` },
    { label: 'Datenschutz', href: `${origin}/datenschutz` },
    { label: 'Barrierefreiheit', href: `${origin}/barrierefreiheit` },
    { label: 'Offene Daten', href: `${origin}/offene-daten` },
    { label: 'Barriere oder Fehler melden', href: `${origin}/feedback` },
  ];
}
