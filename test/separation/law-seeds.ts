import type { Seed } from './seeds.ts';

const law = '(select max(nummer) from law.fassung)';

/** Akteure, roles, registers, deadlines and wordings belong to nobody; two different rows stand in each. */
export const lawSeeds: Readonly<Record<string, Seed>> = {
  'law.fassung': (t) =>
    `insert into law.fassung (umfang, stand, hash, saetze, aenderungen, eingelesen_von)
      values ('ozg2', '2026-11-2${t.number}', '${t.key}', '[]', '{}', 'system:test')`,
  'law.akteur': (t) =>
    `insert into law.akteur (id, fassung, name, art, ebene, aufgabe, quelle, evidenz)
      values ('akteur-${t.letter}', ${law}, 'Akteur', 'bund', 'bund', 'Aufgabe', '{}', 'einschaetzung')`,
  'law.it_dienstleister': (t) =>
    `insert into law.it_dienstleister (id, fassung, name, ort) values (${t.number}, ${law}, 'Haus', 'Ort')`,
  'law.rolle': (t) =>
    `insert into law.rolle (id, fassung, akteur_id, schritt, was, bereich, quelle, evidenz)
      values ('rolle-${t.letter}', ${law}, 'bund', 'regelt', 'Etwas', '{}', '{}', 'einschaetzung')`,
  'law.eintrag': (t) =>
    `insert into law.eintrag (id, fassung, register, titel, norm, art, aussage, quelle, evidenz)
      values ('eintrag-${t.letter}', ${law}, 'schriftform', 'Titel', 'Norm', 'antrag', 'Satz', '{}', 'einschaetzung')`,
  'law.frist': (t) =>
    `insert into law.frist (id, fassung, titel, norm, faellig_am, verpflichtet, bindung, betrifft, nach_tag, tun, wer,
        vorlauf_tage, vorlauf_grund, quelle, evidenz)
      values ('frist-${t.letter}', ${law}, 'Titel', 'Norm', '2026-12-31', 'alle', 'muss', 'alle', 'gilt', 'Etwas', 'wer',
        1, 'Grund', '{}', 'einschaetzung')`,
  'law.wortlaut': (t) =>
    `insert into law.wortlaut (id, fassung, gesetz, paragraf, text, stand_am, quelle, evidenz)
      values ('wortlaut-${t.letter}', ${law}, 'BGB', '${t.number}', 'Satz', '2026-04-18', '{}', 'norm-gelesen')`,
};
