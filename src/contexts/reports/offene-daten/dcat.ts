import { mediaTypes } from './dateien.ts';
import type { Datensatz, Format } from './datensatz.ts';
import { formate } from './datensatz.ts';

const fileTypes: Readonly<Record<Format, string>> = {
  csv: 'http://publications.europa.eu/resource/authority/file-type/CSV',
  json: 'http://publications.europa.eu/resource/authority/file-type/JSON',
};

/** All sets as a catalogue in the shape of DCAT-AP.de, as JSON-LD. */
export function dcatKatalog(datensaetze: readonly Datensatz[], origin: string) {
  const self = `${origin}/offene-daten`;
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      adms: 'http://www.w3.org/ns/adms#',
      owl: 'http://www.w3.org/2002/07/owl#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${self}/katalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': 'Offene Daten dieser Installation von Leitwerk', '@language': 'de' },
    'dct:description': {
      '@value': 'Katalog, Regeln, Größenklassen, Lösungen und freigegebene Stände von Kommunen.',
      '@language': 'de',
    },
    'dct:publisher': agent('Betreiber dieser Installation von Leitwerk'),
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/DEU' },
    'foaf:homepage': { '@id': self },
    'dcat:dataset': datensaetze.map((each) => dataset(each, self)),
  };
}

function dataset(datensatz: Datensatz, self: string) {
  const { name, titel, beschreibung, stand, version, herausgeber, quelle } = datensatz;
  return {
    '@id': `${self}#${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': { '@value': titel, '@language': 'de' },
    'dct:description': { '@value': beschreibung, '@language': 'de' },
    'dct:publisher': agent(herausgeber),
    'dct:modified': dated(stand),
    'owl:versionInfo': version,
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'dct:description': quelle },
    'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' },
    'dcat:distribution': formate.map((format) => distribution(datensatz, format, self)),
  };
}

function distribution({ name, titel, lizenz, stand }: Datensatz, format: Format, self: string) {
  const address = { '@id': `${self}/${name}.${format}` };
  return {
    '@id': `${self}/${name}.${format}#datei`,
    '@type': 'dcat:Distribution',
    'dct:title': { '@value': `${titel} (${format.toUpperCase()})`, '@language': 'de' },
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    'dct:format': { '@id': fileTypes[format] },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[format]}` },
    'dct:modified': dated(stand),
    'dct:license':
      lizenz.url === null
        ? { '@type': 'dct:LicenseDocument', 'dct:title': lizenz.name }
        : { '@id': lizenz.url, '@type': 'dct:LicenseDocument', 'dct:title': lizenz.name },
  };
}

function agent(name: string) {
  return { '@type': 'foaf:Agent', 'foaf:name': name };
}

/** A day, a year, or what else a source says. */
function dated(stand: string) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(stand)) return { '@value': stand, '@type': 'xsd:date' };
  return /^\d{4}$/.test(stand) ? { '@value': stand, '@type': 'xsd:gYear' } : stand;
}
