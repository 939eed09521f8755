import type { Feldangabe } from './angabe.ts';
import type { Datensatzart, DeklariertesFeld, Ebene, Feld, Wahl } from './feld.ts';

/** What one organisation says about a kind of record. */
export interface Definition {
  readonly ebene: Ebene;
  readonly felder: readonly Feldangabe[];
}

const stepOfPositions = 10;
/** Own fields without a position follow all that have one. */
const afterAll = 90_000;

/**
 * The fields of a kind as they hold for an organisation: what the code declares, as its IT-Dienstleister words it, with
 * the own fields of both. A Kommune adds and never changes what others said; of several IT-Dienstleister the first counts.
 */
export function mergeFields(art: Datensatzart, definitionen: readonly Definition[]): readonly Feld[] {
  const words = new Map<string, Feldangabe>();
  const own = new Map<string, Feld>();
  for (const ebene of ['anbieter', 'kommune'] as const) {
    for (const angabe of definitionen.filter((one) => one.ebene === ebene).flatMap(({ felder }) => felder)) {
      if (angabe.eigen === null) {
        if (ebene === 'anbieter' && !words.has(angabe.key)) words.set(angabe.key, angabe);
      } else if (!own.has(angabe.key)) own.set(angabe.key, ownField(angabe, ebene, own.size));
    }
  }
  const declared = art.felder.map((feld, index) => declaredField(feld, words.get(feld.key), index));
  return [...declared, ...own.values()].toSorted((a, b) => a.position - b.position);
}

function declaredField(feld: DeklariertesFeld, angabe: Feldangabe | undefined, index: number): Feld {
  const gruppe = angabe?.gruppe ?? feld.gruppe ?? '';
  return {
    key: feld.key,
    label: angabe?.label ?? feld.label,
    tooltip: angabe?.tooltip ?? feld.tooltip ?? '',
    hilfe: angabe?.hilfe ?? feld.hilfe ?? '',
    pflicht: angabe?.pflicht ?? feld.pflicht ?? false,
    zaehlt: angabe?.zaehlt ?? feld.zaehlt ?? false,
    gruppe: gruppe === '' ? null : gruppe,
    position: angabe?.position ?? (index + 1) * stepOfPositions,
    typ: feld.typ,
    optionen: feld.optionen ?? [],
    herkunft: 'system',
    gueltigVon: null,
    gueltigBis: null,
  };
}

function ownField(angabe: Feldangabe, ebene: Ebene, index: number): Feld {
  const { eigen } = angabe;
  return {
    key: angabe.key,
    label: angabe.label ?? angabe.key,
    tooltip: angabe.tooltip ?? '',
    hilfe: angabe.hilfe ?? '',
    pflicht: angabe.pflicht ?? false,
    zaehlt: angabe.zaehlt ?? false,
    gruppe: angabe.gruppe || null,
    position: angabe.position ?? afterAll + index,
    typ: eigen?.typ ?? 'text',
    optionen: (eigen?.optionen ?? []).map((text): Wahl => ({ wert: text, label: text })),
    herkunft: ebene,
    gueltigVon: eigen?.gueltigVon ?? null,
    gueltigBis: eigen?.gueltigBis ?? null,
  };
}

/** The fields of a kind as the code declares them, for readers who belong to no organisation. */
export function declaredFields(art: Datensatzart): readonly Feld[] {
  return mergeFields(art, []);
}
