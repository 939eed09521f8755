import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

/** A shipped and a taken-over Lösung, and what each organisation contributes, is asked and uploads. */
export const solutionsSeeds: Readonly<Record<string, Seed>> = {
  'solutions.fassung': (t) =>
    `insert into solutions.fassung (stand, hash, saetze, aenderungen, eingelesen_von)
      values ('2026-11-2${t.number}', '${t.key}', '{}', '{}', 'system:test')`,
  'solutions.referenz': (t) =>
    `insert into solutions.referenz
      values ('loesung-${t.letter}', (select max(nummer) from solutions.fassung), false, '{}')`,
  'solutions.loesung_fassung': (t) =>
    `insert into solutions.loesung_fassung (id, art, inhalt, gilt_ab, beitrag_id, beigetragen_haus, beigetragen_von,
        uebernommen_haus, uebernommen_von)
      values ('loesung-${t.letter}', 'neu', '{}', '2026-01-01', '${t.uuid(1)}', 'Haus', 'system:eins', 'Haus',
        'system:zwei')`,
  'solutions.beitrag': (t) =>
    `insert into solutions.beitrag (tenant_id, id, recipient_id, art, loesung_id, inhalt, gilt_ab, begruendung, haus,
        eingereicht_am)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'neu', 'loesung-${t.letter}', '{}', '2026-01-01', '', 'Haus', now())`,
  'solutions.beitrag_nachricht': (t) =>
    `insert into solutions.beitrag_nachricht (tenant_id, id, beitrag_id, recipient_id, von_moderation, text, haus)
      values ('${t.id}', '${t.uuid(2)}', '${t.uuid(1)}', '${provider}', false, 'Text', 'Haus')`,
  'solutions.einlesung': (t) =>
    `insert into solutions.einlesung (tenant_id, id, dateiname, blatt)
      values ('${t.id}', '${t.uuid(3)}', 'tabelle.csv', '{}')`,
};
