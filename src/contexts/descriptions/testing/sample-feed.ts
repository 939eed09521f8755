import {
  buildLeistung,
  buildLoesche,
  buildOnlinedienst,
  buildOrganisationseinheit,
  element,
  instruction,
  messageEnd,
  messageStart,
  type XmlNode,
  type XzufiFassung,
} from '#standards/xzufi';

/** The parts of a small feed; `fassung` 2.3.1 where nothing is said. */
export interface SampleFeed {
  readonly fassung?: XzufiFassung;
  readonly schreibe?: readonly XmlNode[];
  readonly loesche?: readonly XmlNode[];
}

/** A whole message. */
export function feedOf({ fassung = '2.3.1', schreibe = [], loesche = [] }: SampleFeed): string {
  return [
    messageStart({ fassung, wurzel: 'nachricht', attributes: {} }),
    ...schreibe.map((inhalt) => instruction('schreibe', { inhalt })),
    ...loesche.map((inhalt) => instruction('loesche', { inhalt })),
    messageEnd({ wurzel: 'nachricht' }),
  ].join('');
}

export interface SampleLeistung {
  readonly id: string;
  readonly leika?: string;
  readonly gebiete?: readonly string[];
  readonly texte?: Readonly<Record<string, string>>;
  readonly am?: string;
  readonly fassung?: XzufiFassung;
  readonly name?: string;
  readonly begriffe?: readonly string[];
  readonly beginn?: string | null;
  readonly ende?: string | null;
}

/** „Hund anmelden“, where nothing else is said. */
export function sampleLeistung(sample: SampleLeistung): XmlNode {
  const texte = {
    '02': sample.name ?? 'Hundesteuer anmelden',
    ...(sample.texte ?? { '05': 'Für Ihren Hund zahlen Sie Steuern.' }),
  };
  return buildLeistung(sample.fassung ?? '2.3.1', {
    agentur: 'L100042',
    id: sample.id,
    leika: [sample.leika ?? '99102013002000'],
    leistungId: null,
    texte: Object.entries(texte).map(([modul, text]) => ({ modul, sprache: 'de', text })),
    begriffe: (sample.begriffe ?? ['Hundesteuer']).map((text) => ({ sprache: 'de', text })),
    gebiete: sample.gebiete ?? [],
    herausgeber: 'Redaktion Land',
    geaendertAm: sample.am ?? '2026-10-01T00:00:00Z',
    beginn: sample.beginn ?? null,
    ende: sample.ende ?? null,
  });
}

export function sampleStelle(id: string, leistungId: string, gebiete: readonly string[]): XmlNode {
  return buildOrganisationseinheit({
    agentur: 'L100042',
    id,
    namen: [{ sprache: 'de', text: 'Steueramt' }],
    anschrift: ['Marktplatz 1', '32657 Lemgo'],
    telefon: '05261 213-0',
    email: 'steueramt@lemgo.example',
    oeffnungszeiten: 'Mo bis Fr 8 bis 12 Uhr',
    zustaendig: [{ leistungId, gebiete, rolle: '01', destination: 'eyJhbGciOiJQUzUxMiJ9.e30.c2ln' }],
    geaendertAm: '2026-10-01T00:00:00Z',
  });
}

export function sampleDienst(
  id: string,
  leistungId: string,
  gebiete: readonly string[],
  link = 'https://hund.example/an',
): XmlNode {
  return buildOnlinedienst({
    agentur: 'L100042',
    id,
    bezeichnungen: [{ sprache: 'de', text: 'Hundesteuer online' }],
    link,
    leistungen: [leistungId],
    gebiete,
    vertrauensniveau: '10',
    parameter: [{ typ: '001', name: 'ags' }],
    geaendertAm: '2026-10-01T00:00:00Z',
  });
}

export function sampleLoesche(art: string, id: string): XmlNode {
  return buildLoesche(art, 'L100042', id);
}

/** An element that no model knows, to be put into an object. */
export function withUnknown(node: XmlNode, text: string): XmlNode {
  return { ...node, children: [...node.children, element('nochUnbekannt', [text], { art: 'x' })] };
}
