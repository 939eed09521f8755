import type { Bild, Seitenbild } from './bild.ts';

/** What differs, with what stands at each; `gleich` where all say the same. */
export interface Unterschied {
  readonly art: 'text' | 'gebuehr' | 'unterlage' | 'frist' | 'stelle' | 'schliesstage';
  readonly label: string;
  readonly texte: readonly string[];
  readonly gleich: boolean;
}

/** Pure: what differs between pages, in the order in which people read them. */
export function unterschiede(bilder: readonly Bild[]): readonly Unterschied[] {
  const seiten = bilder.map(({ seite }) => seite);
  const row = (art: Unterschied['art'], label: string, take: (seite: Seitenbild) => string): Unterschied => {
    const texte = seiten.map((seite) => (seite === null ? '–' : take(seite)));
    return { art, label, texte, gleich: new Set(texte).size === 1 };
  };
  const labels = [...new Set(seiten.flatMap((seite) => seite?.gebuehren.map(({ label }) => label) ?? []))];
  return [
    row('text', 'Worum es geht', ({ texte }) => texte.what),
    row('text', 'Für wen', ({ texte }) => texte.forWhom),
    row('unterlage', 'Unterlagen', ({ unterlagen }) => unterlagen.join('; ')),
    row('unterlage', 'Dateien im Formular', ({ dateien }) => dateien.join('; ') || 'keine'),
    row('gebuehr', 'Kosten', ({ texte }) => texte.cost),
    ...labels.map((label) =>
      row(
        'gebuehr',
        label,
        ({ gebuehren }) => gebuehren.find((each) => each.label === label)?.text ?? 'ohne Angabe',
      ),
    ),
    row('frist', 'Frist', ({ texte }) => texte.deadline),
    row('frist', 'Wie lange es dauert', ({ texte }) => texte.time),
    row('text', 'Rechtsgrundlage', ({ texte }) => texte.law),
    row('stelle', 'Zuständige Stelle', ({ stelle }) => stelle),
    row('stelle', 'Öffnungszeiten', ({ oeffnungszeiten }) => oeffnungszeiten),
    row(
      'schliesstage',
      'Eigene Schließtage',
      ({ schliesstage }) =>
        schliesstage
          .map(({ von, bis, anlass }) => `${von}${bis === von ? '' : ` bis ${bis}`} ${anlass}`)
          .join('; ') || 'keine',
    ),
  ];
}
