/** How words are written that XZuFi does not write like others, wherever they do not come first. */
const written: Readonly<Record<string, string>> = {
  id: 'ID',
  uri: 'URI',
  url: 'URL',
  sdg: 'SDG',
  ea: 'EA',
  leika: 'LeiKa',
};

/**
 * The name of the XML element or attribute for a property of the published object models (`referenz_leika` →
 * `referenzLeiKa`, `scheme_agency_id` → `schemeAgencyID`): the words of the property joined, the first in small letters, all
 * others with a capital, the abbreviations ID, URI, URL, SDG, EA and LeiKa as XZuFi writes them. All names that foreign
 * parsers attest follow this one rule; the models themselves say nothing of XML.
 */
export function elementName(property: string): string {
  const words = property
    .split('_')
    .flatMap((part) => part.match(/[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+/g) ?? [])
    .map((word) => word.toLowerCase());
  return words.map((word, index) => (index === 0 ? word : capital(word))).join('');
}

function capital(word: string): string {
  const [, letters = word, digits = ''] = /^(.*?)(\d*)$/.exec(word) ?? [];
  return (written[letters] ?? letters.charAt(0).toUpperCase() + letters.slice(1)) + digits;
}
