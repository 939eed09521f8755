import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation has a case with one line of history and a scanned file, and a piece of post that waits. */
export const inboxSeeds: Readonly<Record<string, Seed>> = {
  'inbox.eingang': (t) =>
    `insert into inbox.eingang (tenant_id, id, nummer, leistung, stelle, eingegangen_am, geaendert_am, inhalt)
      values ('${t.id}', '${t.uuid(1)}', 'NR-${t.letter}-1', 'leistung', '${t.uuid(1)}', ${day}, ${day}, '\\x00')`,
  'inbox.eintrag': (t) =>
    `insert into inbox.eintrag (tenant_id, eingang_id, nr, am, inhalt)
      values ('${t.id}', '${t.uuid(1)}', 1, ${day}, '\\x00')`,
  'inbox.pruefung': (t) =>
    `insert into inbox.pruefung (tenant_id, eingang_id, anlage_id, am, befund)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(3)}', ${day}, '\\x00')`,
  'inbox.nachforderung': (t) =>
    `insert into inbox.nachforderung (tenant_id, id, eingang_id, frist, erinnern_am, gestellt_am, inhalt)
      values ('${t.id}', '${t.uuid(4)}', '${t.uuid(1)}', '2100-01-01', '2099-12-29', ${day}, '\\x00')`,
  'inbox.inhaltsfassung': (t) =>
    `insert into inbox.inhaltsfassung (tenant_id, eingang_id, nr, submission_id, am, inhalt)
      values ('${t.id}', '${t.uuid(1)}', 2, '${t.uuid(5)}', ${day}, '\\x00')`,
  'inbox.post': (t) =>
    `insert into inbox.post (tenant_id, id, submission_id, am, inhalt)
      values ('${t.id}', '${t.uuid(2)}', '${t.uuid(1)}', ${day}, '\\x00')`,
};
