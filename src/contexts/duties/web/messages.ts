import type { OpenReasonCode, Verdict } from '../domain/verdict.ts';

/** The verdict as a sentence to the body's own people. */
export function verdictSentence({ verdict, stelle, chain }: Verdict, body: string): string {
  if (chain[0]?.step === 'ende') return `Diese Leistung ist beendet; ${body} muss sie nicht mehr anbieten.`;
  switch (verdict) {
    case 'selbst':
      return `${body} nimmt diese Leistung selbst wahr und muss sie online anbieten.`;
    case 'nicht einschlägig':
      return `Diese Leistung ist für ${body} nicht einschlägig.`;
    case 'offen':
      return 'Wer zuständig ist, hat noch niemand belegt.';
    default:
      return `Zuständig ist ${stelle?.name ?? verdict}, nicht ${body}.`;
  }
}

const adviceByCode: Readonly<Partial<Record<OpenReasonCode, string>>> = {
  'keine-regel':
    'Kennen Sie die Norm? Ihr IT-Dienstleister pflegt die Regeln und nimmt sie mit Fundstelle auf.',
  'norm-ausser-kraft': 'Sobald die Nachfolgeregelung gelesen ist, kann die Regel fortgeschrieben werden.',
  'bestimmung-fehlt':
    'Die Koordination der Kommune trägt die Bestimmung mit Datum und Quelle ein, der IT-Dienstleister bestätigt sie.',
  vorbehalt: 'Diese Leistung muss einzeln zugeordnet werden.',
  'gemeinden-offen': 'Die Antwort folgt aus den Gemeinden: Sobald dort entschieden ist, steht sie auch hier.',
  'typisierung-fehlt':
    'Der Katalog von 2019 nennt keine Typisierung; eine neue Fassung des Katalogs kann sie bringen.',
};

/** What can be done about an open question. */
export function openAdvice(code: OpenReasonCode): string {
  return adviceByCode[code] ?? 'Bitte geben Sie Ihrem IT-Dienstleister einen Hinweis mit Fundstelle.';
}
