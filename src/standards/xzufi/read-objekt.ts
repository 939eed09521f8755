import type {
  ModulText,
  SprachText,
  XzufiLeistung,
  XzufiOnlinedienst,
  XzufiOrganisationseinheit,
  XzufiZustaendigkeit,
} from './objekte.ts';
import { childOf, childrenOf, elementsOf, textAt, textOf, type XmlNode } from './xml-node.ts';

/** The scheme under which a Zuständigkeit carries its signed FIT-Connect destination (docs.fitko.de/efa-parametrisierung). */
export const destinationScheme = 'urn:de:fitko:fit-connect:xzufi:destination';

// The modules that 2.2.0 and 2.3.1 keep apart from the text modules, with the codes that portals give them.
const ownModules = [
  ['modulBearbeitungsdauer', '95'],
  ['modulFrist', '97'],
  ['modulKosten', '98'],
] as const;

/** What we understand of a Leistung, in either version. Elements beyond it stay in the node. */
export function readLeistung(node: XmlNode): XzufiLeistung {
  const gueltigkeit = childOf(node, 'gueltigkeit');
  const leistungId = textAt(node, 'leistungID');
  return {
    ...idOf(node),
    leika: [...childrenOf(node, 'referenzLeiKa'), ...childrenOf(node, 'referenzLeistungsschluessel')]
      .map((each) => textAt(each, 'code') || textOf(each))
      .filter((code) => /^\d{14}$/.test(code)),
    leistungId: leistungId === '' ? null : leistungId,
    texte: [
      ...childrenOf(node, 'modulText').flatMap((modul) =>
        textsOf(modul, textAt(modul, 'leikaTextmodul', 'code'), 'inhalt'),
      ),
      ...ownModules.flatMap(([name, code]) =>
        childrenOf(node, name).flatMap((modul) => textsOf(modul, code, 'beschreibung')),
      ),
    ],
    begriffe: childrenOf(node, 'modulBegriffImKontext')
      .flatMap((modul) => childrenOf(modul, 'begriffImKontext'))
      .flatMap((begriff) => localized(childrenOf(begriff, 'begriff'))),
    gebiete: childrenOf(node, 'gueltigkeitGebietID').map(textOf),
    herausgeber: textAt(node, 'herausgeber', 'bezeichnung') || null,
    geaendertAm: changedAt(node),
    beginn: textAt(gueltigkeit, 'beginn') || null,
    ende: textAt(gueltigkeit, 'ende') || null,
  };
}

/** What we understand of an Organisationseinheit; not checked against an XSD. */
export function readOrganisationseinheit(node: XmlNode): XzufiOrganisationseinheit {
  const names = childrenOf(node, 'name').flatMap((outer) => {
    const inner = childrenOf(outer, 'name');
    return localized(inner.length > 0 ? inner : [outer]);
  });
  const channels = childrenOf(node, 'kommunikationssystem').map((each) => textAt(each, 'kennung'));
  return {
    ...idOf(node),
    namen: names,
    anschrift: childrenOf(node, 'anschrift').slice(0, 1).flatMap(anschriftLines),
    email: channels.find((each) => each.includes('@')) ?? null,
    telefon: channels.find((each) => /^[+(]?\d[\d\s()/+-]{3,}$/.test(each)) ?? null,
    oeffnungszeiten: textAt(node, 'infoOeffnungszeitenText') || null,
    zustaendig: childrenOf(node, 'zustaendigkeit').map(readZustaendigkeit),
    geaendertAm: changedAt(node),
  };
}

/** What a Zuständigkeit says, within an Organisationseinheit or by itself; not checked against an XSD. */
export function readZustaendigkeit(node: XmlNode): XzufiZustaendigkeit {
  const destination = childrenOf(node, 'idSekundaer').find(
    ({ attributes }) => attributes.schemeID === destinationScheme,
  );
  return {
    leistungId: textAt(node, 'leistungID'),
    gebiete: childrenOf(node, 'gebietID').map(textOf),
    rolle: textAt(node, 'rolle', 'code') || '01',
    destination: textOf(destination) || null,
  };
}

/** What we understand of an Onlinedienst; not checked against an XSD. */
export function readOnlinedienst(node: XmlNode): XzufiOnlinedienst {
  const links = childrenOf(node, 'link');
  const link = links.find((each) => textAt(each, 'typ', 'code') === '01') ?? links[0];
  const zustaendig = childrenOf(node, 'zustaendigkeit').map(readZustaendigkeit);
  const areas = [...childrenOf(node, 'gebietID'), ...childrenOf(node, 'gueltigkeitGebietID')].map(textOf);
  return {
    ...idOf(node),
    bezeichnungen: localized(childrenOf(node, 'bezeichnung')),
    link: textAt(link, 'link') || null,
    leistungen: unique([
      ...childrenOf(node, 'leistungID').map(textOf),
      ...zustaendig.map(({ leistungId }) => leistungId),
    ]),
    gebiete: unique([...areas, ...zustaendig.flatMap(({ gebiete }) => gebiete)]),
    vertrauensniveau: textAt(node, 'vertrauensniveau', 'code') || null,
    parameter: [node, ...links]
      .flatMap((each) => childrenOf(each, 'dynamischeParameter'))
      .map((each) => ({ typ: textAt(each, 'typ', 'code'), name: textAt(each, 'parameterName') })),
    geaendertAm: changedAt(node),
  };
}

function idOf(node: XmlNode): { readonly agentur: string; readonly id: string } {
  const id = childOf(node, 'id');
  return { agentur: id?.attributes.schemeAgencyID ?? '', id: textOf(id) };
}

function changedAt(node: XmlNode): string | null {
  const version = childOf(node, 'versionsinformation') ?? childOf(node, 'versionsinformationen');
  return textAt(version, 'geaendertDatumZeit') || textAt(version, 'erstelltDatumZeit') || null;
}

function textsOf(modul: XmlNode, code: string, name: string): ModulText[] {
  if (code === '') return [];
  return localized(childrenOf(modul, name)).map((text) => ({ modul: code, ...text }));
}

function localized(nodes: readonly XmlNode[]): SprachText[] {
  return nodes.map((node) => ({ sprache: node.attributes.languageCode ?? 'de', text: textOf(node) }));
}

/** Street and place as they are written on an envelope; what is not street, number, code or place follows. */
function anschriftLines(node: XmlNode): string[] {
  const joined = (...names: readonly string[]) =>
    names
      .map((name) => textAt(node, name))
      .filter((text) => text !== '')
      .join(' ');
  const known = [joined('strasse', 'hausnummer'), joined('postfach'), joined('postleitzahl', 'ort')];
  const lines = known.filter((line) => line !== '');
  return lines.length > 0
    ? lines
    : elementsOf(node)
        .map(textOf)
        .filter((line) => line !== '');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
