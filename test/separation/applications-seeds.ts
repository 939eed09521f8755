import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation has a draft and a submitted Antrag with a message, a scanned file and a receipt. */
export const applicationsSeeds: Readonly<Record<string, Seed>> = {
  'applications.zugang': (t) =>
    `insert into applications.zugang (tenant_id, id, token_hash, dienst, public_key, private_key_sealed, angelegt_am,
        loeschen_am)
      values ('${t.id}', '${t.uuid(1)}', sha256('${t.letter}'), 'dienst', '\\x00', '\\x00', ${day}, '2100-01-01')`,
  'applications.entwurf': (t) =>
    `insert into applications.entwurf (tenant_id, id, fassung, version, inhalt_sealed, felder, zeilen, seite,
        bearbeitet_am)
      values ('${t.id}', '${t.uuid(1)}', '1', 1, '\\x00', '{}', '{}', 'seite', ${day})`,
  'applications.antrag': (t) =>
    `insert into applications.antrag (tenant_id, id, nummer, dienst, fassung, titel, kommune, leistungen, zustand, zahlung,
        eingegangen_am, eingangstag, frist_ab, frist_tage, frist_grundlage, loeschen_am, kopie_sealed)
      values ('${t.id}', '${t.uuid(2)}', 'LW-2026-AAAA-AAA${t.number}', 'dienst', '1', 'Dienst', 'Kommune', '{}',
        'eingereicht', 'keine', ${day}, ${day}, 'eingang', 90, 'Regel', '2100-01-01', '\\x00')`,
  'applications.sendung': (t) =>
    `insert into applications.sendung (tenant_id, antrag_id, nr, stelle, titel, leistungen, zustand, empfaenger,
        submission_id, case_id, content_hash)
      values ('${t.id}', '${t.uuid(2)}', 1, 'Amt', 'Dienst', '{}', 'eingereicht', '${t.id}', '${t.uuid(3)}',
        '${t.uuid(4)}', 'hash')`,
  'applications.nachricht': (t) =>
    `insert into applications.nachricht (tenant_id, id, antrag_id, von, art, text_sealed, gesendet_am)
      values ('${t.id}', '${t.uuid(5)}', '${t.uuid(2)}', 'behoerde', 'mitteilung', '\\x00', ${day})`,
  'applications.pruefung': (t) =>
    `insert into applications.pruefung (tenant_id, antrag_id, anlage_id, am, befund)
      values ('${t.id}', '${t.uuid(2)}', '${t.uuid(6)}', ${day}, 'sauber')`,
  'applications.nachforderung': (t) =>
    `insert into applications.nachforderung (tenant_id, id, antrag_id, sendung, frist, gestellt_am, inhalt_sealed)
      values ('${t.id}', '${t.uuid(7)}', '${t.uuid(2)}', 1, '2100-01-01', ${day}, '\\x00')`,
  'applications.quittung': (t) =>
    `insert into applications.quittung (tenant_id, antrag_id, pdf, erstellt_am)
      values ('${t.id}', '${t.uuid(2)}', '\\x00', ${day})`,
};
