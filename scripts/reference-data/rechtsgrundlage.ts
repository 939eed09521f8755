/** A law's own name may contain the comma that separates the entries of the source. */
const namesWithComma = [
  'Verordnung zur Durchführung der Vorschriften über Steuerberater, Steuerbevollmächtigte und Steuerberatungsgesellschaften',
  'Lebensmittel-, Bedarfsgegenstände- und Futtermittelgesetzbuch',
];

/** Cuts „§ 35 KrWG [http://…], § 23 NachwV [http://…]“ into its entries; throws where something would be lost. */
export function parseRechtsgrundlage(text: string): { text: string; url: string }[] {
  if (text === '') return [];
  const entries = [...text.matchAll(/(.*?) \[((?:https?:\/\/|www\.)[^\s]*?)\](?:, |$)/g)];
  const rebuilt = entries.map(([, label, url]) => `${label} [${url}]`).join(', ');
  if (rebuilt !== text) throw new Error(`Rechtsgrundlage nicht zerlegbar: ${text}`);
  return entries.map(([, label = '', url = '']) => ({ text: label, url: checkedUrl(url) }));
}

function checkedUrl(url: string): string {
  const full = url.startsWith('www.') ? `http://${url}` : url;
  if (!URL.canParse(full)) throw new Error(`Adresse einer Rechtsgrundlage nicht lesbar: ${url}`);
  return full;
}

/** Cuts a list of laws at its commas, but not inside a law's name. */
export function parseGesetze(text: string): string[] {
  if (text === '') return [];
  const mark = '\u0000';
  let masked = text;
  for (const name of namesWithComma) masked = masked.replaceAll(name, name.replaceAll(', ', mark));
  return masked.split(', ').map((name) => name.replaceAll(mark, ', '));
}
