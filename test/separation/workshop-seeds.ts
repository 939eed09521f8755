import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;
const documents = `'{"dienst":{"title":"Dienst"},"formular":{}}'`;

/** Each organisation works on a service, has proposed it, had it decided, and published it. */
export const workshopSeeds: Readonly<Record<string, Seed>> = {
  'workshop.werkstueck': (t) =>
    `insert into workshop.werkstueck (tenant_id, dienst, angelegt_am, angelegt_von)
      values ('${t.id}', 'dienst-${t.letter}', ${day}, 'system:test')`,
  'workshop.schritt': (t) =>
    `insert into workshop.schritt (tenant_id, dienst, nummer, art, was, inhalt, hash, gegangen_am, gegangen_von)
      values ('${t.id}', 'dienst-${t.letter}', 1, 'begonnen', 'Begonnen', ${documents}, 'h', ${day}, 'system:test')`,
  'workshop.vorlage': (t) =>
    `insert into workshop.vorlage (tenant_id, dienst, nummer, schritt, nachricht, vorgelegt_am, vorgelegt_von)
      values ('${t.id}', 'dienst-${t.letter}', 1, 1, '', ${day}, 'system:eins')`,
  'workshop.entscheidung': (t) =>
    `insert into workshop.entscheidung (tenant_id, dienst, nummer, art, grund, version, vorgelegt_von, entschieden_am,
        entschieden_von)
      values ('${t.id}', 'dienst-${t.letter}', 1, 'abgelehnt', 'Grund', null, 'system:eins', ${day}, 'system:zwei')`,
  'workshop.fassung': (t) =>
    `insert into workshop.fassung (dienst, version, anbieter_id, anbieter, titel, inhalt, hash, veroeffentlicht_am)
      values ('dienst-${t.letter}', 1, '${t.id}', 'Haus', 'Dienst', ${documents}, 'h', ${day})`,
};
