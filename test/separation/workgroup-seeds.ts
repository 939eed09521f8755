import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const now = 'now()';

/**
 * What an IT-Dienstleister alone writes each organisation has written as one; what members write they have written into
 * the group of the provider of both.
 */
export const workgroupSeeds: Readonly<Record<string, Seed>> = {
  'workgroup.gruppe': (t) =>
    `insert into workgroup.gruppe (tenant_id, provider_id, id, name, zweck, angelegt_am)
      values ('${t.id}', '${t.id}', '${t.uuid(61)}', 'Gruppe', '', ${now})`,
  'workgroup.sitz': (t) =>
    `insert into workgroup.sitz (tenant_id, provider_id, id, gruppe_id, haus_id, haus, seit)
      values ('${t.id}', '${provider}', '${t.uuid(62)}', '${t.uuid(61)}', '${t.id}', 'Haus', '2026-01-01')`,
  'workgroup.gast': (t) =>
    `insert into workgroup.gast (tenant_id, id, gruppe_id, angaben_sealed, loeschen_am, aufgenommen_am)
      values ('${t.id}', '${t.uuid(63)}', '${t.uuid(61)}', '\\x${t.key}', '2027-01-01', ${now})`,
  'workgroup.sitzung': (t) =>
    `insert into workgroup.sitzung (tenant_id, provider_id, id, gruppe_id, nummer, fassung, titel, tag, beginn, ende, form, ort,
        link, zustand, kalender_folge, angelegt_am)
      values ('${t.id}', '${t.id}', '${t.uuid(64)}', '${t.uuid(61)}', 1, 1, 'Sitzung', '2026-12-10', '09:30', '12:00', 'praesenz',
        'Rathaus', '', 'eingeladen', 0, ${now})`,
  'workgroup.zustellung': (t) =>
    `insert into workgroup.zustellung (tenant_id, id, sitzung_id, empfaenger, art, kalender_folge, inhalt, zustand, naechster_versuch)
      values ('${t.id}', '${t.uuid(65)}', '${t.uuid(64)}', 'sitz:${t.uuid(62)}', 'einladung', 0, '{}', 'wartet', ${now})`,
  'workgroup.punkt': (t) =>
    `insert into workgroup.punkt (tenant_id, provider_id, id, sitzung_id, stelle, titel, minuten, text)
      values ('${t.id}', '${t.id}', '${t.uuid(66)}', '${t.uuid(64)}', 0, 'Punkt', 10, '')`,
  'workgroup.material': (t) =>
    `insert into workgroup.material (tenant_id, provider_id, id, sitzung_id, name, media_type, bytes, sha256, schluessel_sealed,
        inhalt, hochgeladen_am)
      values ('${t.id}', '${t.id}', '${t.uuid(67)}', '${t.uuid(64)}', 'a.pdf', 'application/pdf', 3, '${t.key}', '\\x${t.key}',
        '\\x${t.key}', ${now})`,
  'workgroup.anmeldung': (t) =>
    `insert into workgroup.anmeldung (tenant_id, provider_id, sitzung_id, sitz_id, teilnahme, am)
      values ('${t.id}', '${provider}', '${t.uuid(64)}', '${t.uuid(62)}', 'online', ${now})`,
  'workgroup.anwesenheit': (t) =>
    `insert into workgroup.anwesenheit (tenant_id, provider_id, sitzung_id, wer, am)
      values ('${t.id}', '${t.id}', '${t.uuid(64)}', 'sitz:${t.uuid(62)}', ${now})`,
  'workgroup.notiz': (t) =>
    `insert into workgroup.notiz (tenant_id, provider_id, id, sitzung_id, fassung, text, haus, person, angelegt_am, geaendert_am,
        geaendert_von)
      values ('${t.id}', '${provider}', '${t.uuid(68)}', '${t.uuid(64)}', 1, 'Notiz', 'Haus', 'system:test', ${now}, ${now}, 'system:test')`,
  'workgroup.beschluss': (t) =>
    `insert into workgroup.beschluss (tenant_id, provider_id, id, sitzung_id, nummer, titel, text, gewichtung, zustand, angelegt_am)
      values ('${t.id}', '${t.id}', '${t.uuid(69)}', '${t.uuid(64)}', 1, 'Beschluss', 'Text', 'kommune', 'vorgeschlagen', ${now})`,
  'workgroup.beschluss_ziel': (t) =>
    `insert into workgroup.beschluss_ziel (tenant_id, provider_id, beschluss_id, art, datensatz, name, href)
      values ('${t.id}', '${t.id}', '${t.uuid(69)}', 'leistung', 'L0000${t.number}', 'Leistung', '/katalog')`,
  'workgroup.stimme': (t) =>
    `insert into workgroup.stimme (tenant_id, provider_id, beschluss_id, stimmrecht, haus, wahl, am)
      values ('${t.id}', '${provider}', '${t.uuid(69)}', '${t.id}', 'Haus', 'ja', ${now})`,
  'workgroup.aufgabe': (t) =>
    `insert into workgroup.aufgabe (tenant_id, provider_id, id, gruppe_id, sitzung_id, titel, angelegt_am)
      values ('${t.id}', '${t.id}', '${t.uuid(70)}', '${t.uuid(61)}', '${t.uuid(64)}', 'Aufgabe', ${now})`,
  'workgroup.aufgabe_schritt': (t) =>
    `insert into workgroup.aufgabe_schritt (tenant_id, provider_id, aufgabe_id, nr, art, text, haus, am)
      values ('${t.id}', '${provider}', '${t.uuid(70)}', 1, 'angelegt', '', 'Haus', ${now})`,
  'workgroup.frage_zuteilung': (t) =>
    `insert into workgroup.frage_zuteilung (tenant_id, provider_id, rueckfrage_id, nr, grund, am)
      values ('${t.id}', '${provider}', '${t.uuid(71)}', 1, '', ${now})`,
  'workgroup.sitzung_frage': (t) =>
    `insert into workgroup.sitzung_frage (tenant_id, provider_id, sitzung_id, rueckfrage_id, betreff, zustand)
      values ('${t.id}', '${t.id}', '${t.uuid(64)}', '${t.uuid(71)}', 'Frage', 'offen')`,
  'workgroup.neuerungsblatt': (t) =>
    `insert into workgroup.neuerungsblatt (tenant_id, provider_id, sitzung_id, inhalt, erstellt_am)
      values ('${t.id}', '${t.id}', '${t.uuid(64)}', '{}', ${now})`,
  'workgroup.pdf': (t) =>
    `insert into workgroup.pdf (tenant_id, name, auftrag, angefordert_am) values ('${t.id}', 'a.pdf ${t.letter}', '{}', ${now})`,
};
