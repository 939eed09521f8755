import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

/** Shipped words and situations, an accepted change, what was searched, and what each organisation proposes. */
export const finderSeeds: Readonly<Record<string, Seed>> = {
  'finder.fassung': (t) =>
    `insert into finder.fassung (umfang, stand, hash, saetze, aenderungen, eingelesen_von)
      values ('thesaurus', '2026-11-2${t.number}', '${t.key}', '{}', '{}', 'system:test')`,
  'finder.thesaurus_zeile': (t) =>
    `insert into finder.thesaurus_zeile
      values ('1000${t.number}', (select max(nummer) from finder.fassung), false, 1000${t.number}, null, '[]', '[]', '[]',
        '[]', '{}')`,
  'finder.synonym': (t) =>
    `insert into finder.synonym values ('synonym${t.letter}', (select max(nummer) from finder.fassung), false, '[]')`,
  'finder.lebenslage': (t) =>
    `insert into finder.lebenslage
      values ('lage-${t.letter}', (select max(nummer) from finder.fassung), false, 'Lage', 'Kurz', 1, 'buerger', '[]')`,
  'finder.thesaurus_aenderung': (t) =>
    `insert into finder.thesaurus_aenderung (vorschlag_id, aktion, ozg_id, art, sprache, wort, vorgeschlagen_haus,
        vorgeschlagen_von, angenommen_haus, angenommen_von)
      values ('${t.uuid(1)}', 'dazu', 10000, 'alltag', 'de', 'Wort', 'Haus', 'system:eins', 'Haus', 'system:zwei')`,
  'finder.suchzahl': (t) =>
    `insert into finder.suchzahl (hash, tag, gesucht) values (sha256('${t.letter}'), '2026-01-01', 1)`,
  'finder.suchwort': (t) =>
    `insert into finder.suchwort (hash, woerter, zuletzt) values (sha256('${t.letter}'), 'wort', '2026-01-01')`,
  'finder.thesaurus_vorschlag': (t) =>
    `insert into finder.thesaurus_vorschlag (tenant_id, id, recipient_id, aktion, ozg_id, art, sprache, wort, begruendung,
        haus)
      values ('${t.id}', '${t.uuid(2)}', '${provider}', 'dazu', 10000, 'alltag', 'de', 'Wort', '', 'Haus')`,
};
