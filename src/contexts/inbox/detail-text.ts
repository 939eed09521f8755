import { formatBytes } from '#kernel';
import { eintragLabel, zustandLabel } from './messages.ts';
import type { Pruefung } from './store/pruefungen.ts';
import type { EingangDetail } from './use-cases/read.ts';

/** A case at the command line: answers, files, history. */
export function detailText({ eingang, inhalt, verlauf, pruefungen, names: nameOf }: EingangDetail): string {
  const answers = inhalt.antrag.dokument.sections.flatMap(({ title, rows, parts }) => [
    title,
    ...[...rows, ...parts.flatMap((part) => part.rows)].map(
      ({ question, answer }) => `  ${question}: ${answer}`,
    ),
  ]);
  const history = verlauf.map(
    ({ am, wer, art }) => `  ${am.toISOString()}  ${eintragLabel[art]}  ${nameOf(wer)}`,
  );
  const files = inhalt.anlagen.map(
    ({ id, name, mimeType, bytes, scanned }) =>
      `  ${name}  ${mimeType}  ${formatBytes(bytes)}  ${scanText(pruefungen.get(id), scanned)}`,
  );
  const anlagen = files.length > 0 ? ['Anlagen', ...files] : [];
  const head = `${eingang.nummer}: ${inhalt.antrag.titel}, ${zustandLabel[eingang.zustand]}, Version ${eingang.version}`;
  return [head, ...answers, ...anlagen, 'Verlauf', ...history].join('\n');
}

function scanText(pruefung: Pruefung | undefined, scanned: boolean): string {
  if (pruefung?.befund === 'schadsoftware') return 'Schadsoftware gefunden';
  return pruefung || scanned ? 'geprüft' : 'nicht geprüft';
}
