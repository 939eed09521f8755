import {
  area,
  changed,
  channelOf,
  code,
  grouped,
  identity,
  leikaReference,
  localized,
  optional,
} from './build-parts.ts';
import type { XzufiFassung } from './fassung.ts';
import type {
  XzufiLeistung,
  XzufiOnlinedienst,
  XzufiOrganisationseinheit,
  XzufiZustaendigkeit,
} from './objekte.ts';
import { destinationScheme } from './read-objekt.ts';
import { bareElement, element, type XmlNode } from './xml-node.ts';

const modules: Readonly<Record<string, string>> = {
  '95': 'modulBearbeitungsdauer',
  '97': 'modulFrist',
  '98': 'modulKosten',
};
const every = '000';

/** A Leistung or, with `leistungId`, a Spezialisierung; its elements in the order of the published model. */
export function buildLeistung(fassung: XzufiFassung, leistung: XzufiLeistung): XmlNode {
  const { agentur, id, leika, leistungId, texte, begriffe, gebiete, herausgeber } = leistung;
  const later = fassung === '2.3.1';
  const channel = later ? code('zugangskanal', 'urn:xoev-de:fim:codeliste:zugangskanal', every) : null;
  const version = later ? 'versionsinformationen' : 'versionsinformation';
  const modulTexte = grouped(texte.filter(({ modul }) => modules[modul] === undefined)).map(
    ([modul, inhalte]) =>
      element('modulText', [
        channel,
        code('leikaTextmodul', 'urn:de:xzufi:codeliste:leistungstextmodulleika', modul),
        ...inhalte.map((each) => localized('inhalt', each)),
      ]),
  );
  const own = ['97', '98', '95'].map((modul) => {
    const inhalte = texte.filter((each) => each.modul === modul);
    if (inhalte.length === 0) return null;
    return element(modules[modul] ?? '', [
      channel,
      ...inhalte.map((each) => localized('beschreibung', each)),
    ]);
  });
  return element(leistungId === null ? 'leistung' : 'spezialisierung', [
    identity('id', id, agentur),
    leistungId === null ? null : element('leistungID', [leistungId]),
    ...leika.map((key) => leikaReference(fassung, key)),
    ...modulTexte,
    ...(later ? [own[0] ?? null, own[2] ?? null, own[1] ?? null] : own),
    begriffe.length === 0
      ? null
      : element('modulBegriffImKontext', [
          channel,
          ...begriffe.map((each) => element('begriffImKontext', [localized('begriff', each)])),
        ]),
    herausgeber === null
      ? null
      : element('herausgeber', [element('id', [herausgeber]), element('bezeichnung', [herausgeber])]),
    ...gebiete.map((ars) => area('gueltigkeitGebietID', ars)),
    changed(version, leistung.geaendertAm),
    leistung.beginn === null && leistung.ende === null
      ? null
      : element('gueltigkeit', [optional('beginn', leistung.beginn), optional('ende', leistung.ende)]),
  ]);
}

/** An Organisationseinheit with its competences; not checked against an XSD. */
export function buildOrganisationseinheit(stelle: XzufiOrganisationseinheit): XmlNode {
  const { agentur, id, namen, anschrift, telefon, email, oeffnungszeiten, zustaendig } = stelle;
  const [street, ...place] = anschrift;
  return element('organisationseinheit', [
    identity('id', id, agentur),
    element(
      'name',
      namen.map((each) => localized('name', each)),
    ),
    street === undefined
      ? null
      : element('anschrift', [element('strasse', [street]), optional('ort', place.join(', ') || null)]),
    channelOf(telefon),
    channelOf(email),
    optional('infoOeffnungszeitenText', oeffnungszeiten),
    ...zustaendig.map(buildZustaendigkeit),
    changed('versionsinformation', stelle.geaendertAm),
  ]);
}

function buildZustaendigkeit({ leistungId, gebiete, rolle, destination }: XzufiZustaendigkeit): XmlNode {
  return element('zustaendigkeit', [
    destination === null
      ? null
      : element('idSekundaer', [destination], {
          schemeID: destinationScheme,
          schemeAgencyID: 'urn:de:fitko',
        }),
    element('leistungID', [leistungId]),
    ...gebiete.map((ars) => area('gebietID', ars)),
    element('rolle', [bareElement('code', [rolle])]),
  ]);
}

/** An Onlinedienst; not checked against an XSD. */
export function buildOnlinedienst(dienst: XzufiOnlinedienst): XmlNode {
  const { agentur, id, bezeichnungen, link, leistungen, gebiete, vertrauensniveau, parameter } = dienst;
  return element('onlinedienst', [
    identity('id', id, agentur),
    ...bezeichnungen.map((each) => localized('bezeichnung', each)),
    link === null
      ? null
      : element('link', [
          code('typ', 'urn:xoev-de:fim:codeliste:onlinedienstlinktyp', '01'),
          element('link', [link]),
          ...parameter.map(({ typ, name }) =>
            element('dynamischeParameter', [
              code('typ', 'urn:xoev-de:fim:codeliste:dynamischerparametertyp', typ),
              element('parameterName', [name]),
            ]),
          ),
        ]),
    vertrauensniveau === null
      ? null
      : code('vertrauensniveau', 'urn:xoev-de:fim:codeliste:vertrauensniveau', vertrauensniveau),
    ...leistungen.map((each) => element('leistungID', [each])),
    ...gebiete.map((ars) => area('gebietID', ars)),
    changed('versionsinformation', dienst.geaendertAm),
  ]);
}

/** What a message says to delete an object: its kind and id. */
export function buildLoesche(art: string, agentur: string, id: string): XmlNode {
  return element(art, [identity('id', id, agentur)]);
}
