import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

/** Each organisation has put a question to the provider of both, and published an answer as a provider would. */
export const discussionSeeds: Readonly<Record<string, Seed>> = {
  'discussion.rueckfrage': (t) =>
    `insert into discussion.rueckfrage (tenant_id, id, recipient_id, verbund_id, adressat, art, datensatz, datensatz_name,
        href, allgemein_art, allgemein_datensatz, allgemein_name, betreff, haus, empfaenger, gestellt_am)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', '${t.uuid(1)}', 'dienstleister', 'leistung', 'L0000${t.number}', 'Leistung',
        '/katalog', 'leistung', 'L0000${t.number}', 'Leistung', 'Betreff', 'Haus', 'Rechenzentrum', now())`,
  'discussion.beitrag': (t) =>
    `insert into discussion.beitrag (tenant_id, rueckfrage_id, nr, fassung, fragende_id, recipient_id, verbund_id, art, text,
        haus, person, geschrieben_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 1, '${t.id}', '${provider}', '${t.uuid(1)}', 'frage', 'Text', 'Haus', 'system:test', now())`,
  'discussion.teilnahme': (t) =>
    `insert into discussion.teilnahme (tenant_id, person, rueckfrage_id) values ('${t.id}', 'system:test', '${t.uuid(1)}')`,
  'discussion.gemeinsame_antwort': (t) =>
    `insert into discussion.gemeinsame_antwort (tenant_id, id, rueckfrage_id, art, datensatz, datensatz_name, frage, antwort, haus,
        veroeffentlicht_am)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(1)}', 'leistung', 'L1', 'Leistung', 'Frage', 'Antwort', 'Haus', now())`,
};
