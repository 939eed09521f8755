import type { Befund, Pruefling, Pruefregel, Textstelle } from './befund.ts';
import { textstellen } from './befund.ts';

const placeholders: readonly RegExp[] = [
  /\b(?:todo|tbd|fixme|lorem ipsum|platzhalter|bitte ausfüllen|bitte ergänzen|noch offen|folgt noch|wird nachgereicht)\b/iu,
  /\bx{3,}\b/iu,
  /\?{2,}|\.{4,}|_{3,}|\[\.\.\.\]|<[^<>]{1,40}>/u,
  /\b(?:muster(?:stadt|mann|frau|straße|amt|dorf)|max mustermann|erika mustermann)\b/iu,
  /^(?:test|text|name|n\.\s?n\.|-+|\.+|k\.\s?a\.)$/iu,
  /\b(?:0{4,}\s?0*|12345(?:6789?0?)?|0123 ?456)\b/u,
];

/** Text that stands where a real one should. */
export const platzhalter: Pruefregel = (pruefling) =>
  textstellen(pruefling).flatMap((stelle) => {
    const found = placeholders.map((shape) => shape.exec(stelle.text)?.[0].trim()).find(Boolean);
    if (found === undefined) return [];
    return [
      befund(stelle, 'platzhalter', 'fehler', {
        text: `Hier steht ein Platzhalter: „${found.slice(0, 40)}“.`,
        abhilfe: 'Tragen Sie ein, was wirklich gilt. Bürgerinnen und Bürger lesen diesen Text.',
      }),
    ];
  });

/** From so many characters on a text in a sentence or a field is too long to be read. */
const longest: Readonly<Record<string, number>> = { text: 300, multiline: 600 };

export const zuLang: Pruefregel = (pruefling) =>
  textstellen(pruefling).flatMap((stelle) => {
    const most = longest[stelle.definition.kind];
    if (most === undefined || stelle.text.length <= most) return [];
    return [
      befund(stelle, 'zu-lang', 'warnung', {
        text: `Der Text hat ${stelle.text.length} Zeichen, gut zu lesen sind höchstens ${most}.`,
        abhilfe: 'Kürzen Sie ihn auf das, was die Person jetzt braucht, und verweisen Sie auf die Satzung.',
      }),
    ];
  });

/** Names and titles are no sentences: only what reads like one is measured. */
export const zuSchwer: Pruefregel = (pruefling) =>
  textstellen(pruefling)
    .filter(({ text, definition }) => ['text', 'multiline'].includes(definition.kind) && /[.!?]/.test(text))
    .filter(({ feld }) => !/^(?:stelle|datenschutz|satzungTitel|gebuehrenordnungTitel)/.test(feld))
    .flatMap((stelle) => {
      const reason = pruefling.zuSchwer(stelle.text);
      if (reason === null) return [];
      return [
        befund(stelle, 'zu-schwer', 'warnung', {
          text: `Der Text ist schwer zu lesen. ${reason}`,
          abhilfe: 'Teilen Sie lange Sätze und ersetzen Sie lange Wörter durch kürzere.',
        }),
      ];
    });

/** Addresses that cannot lead anywhere by their form; nothing is called. */
export const adressen: Pruefregel = (pruefling) =>
  textstellen(pruefling).flatMap((stelle) => {
    const links = stelle.definition.kind === 'url' ? [stelle.text] : linksIn(stelle.text);
    return links.flatMap((link) => {
      const reason = deadForm(link);
      if (reason === null) return [];
      return [
        befund(stelle, 'adresse', 'fehler', {
          text: `„${link.slice(0, 120)}“ kann nicht funktionieren: ${reason}`,
          abhilfe: 'Öffnen Sie die Seite im Browser und kopieren Sie die ganze Adresse aus der Adresszeile.',
        }),
      ];
    });
  });

function linksIn(text: string): readonly string[] {
  return (text.match(/\b(?:https?:\/\/|www\.)[^\s<>"„“)]*/giu) ?? []).map((link) =>
    link.replace(/[.,;]$/, ''),
  );
}

function deadForm(link: string): string | null {
  if (/^www\./i.test(link)) return 'Vorn fehlt https://.';
  if (/^http:/i.test(link))
    return 'Sie beginnt mit http://. Ohne Verschlüsselung verlangt der Browser eine Warnung.';
  if (!URL.canParse(link)) return 'Sie ist keine vollständige Adresse.';
  const { hostname, pathname } = new URL(link);
  if (/^(?:localhost|127\.|10\.|192\.168\.)/.test(hostname) || !hostname.includes('.'))
    return 'Sie führt in ein Netz, das Bürgerinnen und Bürger nicht erreichen.';
  if (/(?:^|\.)(?:intranet|intern|local)(?:\.|$)/.test(hostname)) return 'Sie führt in das Intranet.';
  return /\/\//.test(pathname) || /%20$/.test(pathname) ? 'Im Pfad steht ein Zeichen zu viel.' : null;
}

export function befund(
  { feld, ort }: Pick<Textstelle, 'feld' | 'ort'>,
  regel: Befund['regel'],
  schwere: Befund['schwere'],
  words: Pick<Befund, 'text' | 'abhilfe'>,
): Befund {
  return { regel, schwere, feld, ort, ...words };
}

/** What the rules about whole parameters call their place. */
export function ortOf(
  { definitions }: Pick<Pruefling, 'definitions'>,
  name: string,
): Pick<Textstelle, 'feld' | 'ort'> {
  const label = definitions.find(({ id }) => id === name)?.label ?? name;
  return { feld: name, ort: `„${label}“` };
}
