import { formatLocalDate } from '#kernel';
import { ausserKraftText, gemeindelageText, typisierungText, uebertragungText } from './chain-texts.ts';
import type { Decision } from './decision.ts';
import type { Frage } from './frage.ts';
import { type OpenReason, type OpenReasonCode, openReasonLabel } from './verdict.ts';

type Tell = (decision: Decision, frage: Frage) => string;

const textByCode: Readonly<Record<OpenReasonCode, Tell>> = {
  'typisierung-fehlt': (_, { fall }) => `${typisierungText(fall.typ)} Ohne sie wird nichts entschieden.`,
  'typisierung-unbekannt': (_, { fall }) => typisierungText(fall.typ),
  'keine-regel': () => 'Für diese Leistung gibt es noch keine belegte Regel.',
  'norm-noch-nicht-in-kraft': ({ regeln }, { date }) =>
    `${regeln[0]?.norm} gilt am ${formatLocalDate(date)} noch nicht.`,
  'norm-ausser-kraft': ({ regeln: [regel] }, { date }) => (regel ? ausserKraftText(regel, date) : ''),
  vorbehalt: ({ vorbehalt, regeln }) => `${vorbehalt?.grund} (Regel „${regeln[0]?.aufgabe}“)`,
  widerspruch: ({ regeln }) =>
    `Zwei gleich spezielle Regeln widersprechen sich: ${regeln.map((each) => `„${each.aufgabe}“ (${each.norm})`).join(' und ')}.`,
  'widerspruch-typisierung': ({ regeln }) =>
    `Nach der Typisierung führt der Bund aus, die Regel „${regeln[0]?.aufgabe}“ nennt eine andere Stelle. Bitte prüfen.`,
  'koerperschaft-unbekannt': (_, { body }) => `${body.name} steht nicht im Verzeichnis der Körperschaften.`,
  'groessenklasse-fehlt': (_, { body, date }) =>
    `Für ${body.name} ist am ${formatLocalDate(date)} keine Größenklasse belegt.`,
  'verteilung-unklar': ({ regeln }) => `Die Regel „${regeln[0]?.aufgabe}“ sagt nicht, was der Kreis tut.`,
  'bestimmung-fehlt': ({ regeln }, { body }) =>
    `${body.name} nimmt die Aufgabe „${regeln[0]?.aufgabe}“ nur wahr, wenn es dazu bestimmt ist. Eine Bestimmung mit Datum und Quelle ist nicht eingetragen.`,
  'bestimmung-widerspruch': (_, { body }) => `Die Bestimmungen für ${body.name} widersprechen sich.`,
  'kreis-fehlt': (_, { body }) => `Zuständig wäre der Kreis, zu ${body.name} ist aber keiner bekannt.`,
  'stelle-fehlt': () => 'Die Regel nennt die zuständige Stelle nicht, oder sie ist nicht im Verzeichnis.',
  'uebertragung-ungeklaert': ({ strittig }, { duties }) =>
    strittig.map((each) => uebertragungText(each, (ags) => duties.bodyByAgs.get(ags)?.name ?? ags)).join(' '),
  'uebertragung-widerspruch': ({ strittig }) =>
    `Die Übertragungen widersprechen sich oder führen im Kreis: ${strittig.map((each) => each.norm).join(', ')}.`,
  'gemeinden-offen': ({ gemeinden }, { body }) =>
    gemeinden === null || gemeinden.offen.length === 0
      ? `Zu ${body.name} sind keine Gemeinden bekannt.`
      : gemeindelageText(body, gemeinden),
};

/** Why the decision is open, in words; null where it is decided. */
export function openReasonOf(decision: Decision, frage: Frage): OpenReason | null {
  const code = decision.open;
  if (code === null) return null;
  return { code, label: openReasonLabel[code], text: textByCode[code](decision, frage) };
}
