import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;
const hash = 'a'.repeat(64);

/** Each organisation offers, orders, signs and has agreed something; what is addressed goes to the provider of both. */
export const marketplaceSeeds: Readonly<Record<string, Seed>> = {
  'marketplace.angaben': (t) =>
    `insert into marketplace.angaben (dienst, nummer, tenant_id, haus, inhalt, angegeben_am)
      values ('dienst-${t.letter}', 1, '${t.id}', 'Haus', '{}', ${day})`,
  'marketplace.preisblatt': (t) =>
    `insert into marketplace.preisblatt (dienst, nummer, tenant_id, haus, gueltig_ab, inhalt, angegeben_am)
      values ('dienst-${t.letter}', 1, '${t.id}', 'Haus', ${day}, '{}', ${day})`,
  'marketplace.dokument': (t) =>
    `insert into marketplace.dokument (id, dienst, tenant_id, titel, name, media_type, bytes, sha256, inhalt, hochgeladen_am)
      values ('${t.uuid(1)}', 'dienst-${t.letter}', '${t.id}', 'Titel', 'a.pdf', 'application/pdf', 1, '${hash}', '\\x00', ${day})`,
  'marketplace.dokument_ruecknahme': (t) =>
    `insert into marketplace.dokument_ruecknahme (dokument_id, tenant_id, grund, zurueckgenommen_am)
      values ('${t.uuid(1)}', '${t.id}', 'Veraltet', ${day})`,
  'marketplace.interesse': (t) =>
    `insert into marketplace.interesse (tenant_id, dienst, nummer, recipient_id, ags, kommune, interessiert, bemerkung, stand,
        angegeben_am)
      values ('${t.id}', 'hund', 1, '${provider}', '0576604${t.number}', 'Ort', true, '', ${day}, ${day})`,
  'marketplace.datei': (t) =>
    `insert into marketplace.datei (tenant_id, id, recipient_id, zweck, name_sealed, media_type, bytes, sha256,
        schluessel_sealed, inhalt, hochgeladen_am)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'bestellung', '\\x00', 'application/pdf', 1, '${hash}', '\\x00', '\\x00',
        ${day})`,
  'marketplace.befugnis': (t) =>
    `insert into marketplace.befugnis (tenant_id, id, name_sealed, art, gueltig_von, grundlage, eingetragen_am)
      values ('${t.id}', '${t.uuid(1)}', '\\x00', 'leitung', ${day}, 'Wahl', ${day})`,
  'marketplace.rahmenvereinbarung': (t) =>
    `insert into marketplace.rahmenvereinbarung (tenant_id, id, recipient_id, anbieter, ags, kommune, titel, gueltig_von,
        kuendigung_monate, gezeichnet_von, eingetragen_am)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'Haus', '0576604${t.number}', 'Ort', 'Rahmen', ${day}, 3, 'Leitung',
        ${day})`,
  'marketplace.bestellung': (t) =>
    `insert into marketplace.bestellung (tenant_id, id, recipient_id, dienst, ags, kommune, zustand, version, inhalt,
        vorbereitet_am, zeichnung)
      values ('${t.id}', '${t.uuid(1)}', '${provider}', 'hund', '0576604${t.number}', 'Ort', 'gezeichnet', 1, '{}', ${day},
        '{}')`,
  'marketplace.einladung': (t) =>
    `insert into marketplace.einladung (tenant_id, dienst, recipient_id, nummer, haus, titel, ags, kommune, nachricht, stand,
        eingeladen_am)
      values ('${t.id}', 'hund', '${provider}', 1, 'Haus', 'Hund', '0576604${t.number}', 'Ort', '', ${day}, ${day})`,
  'marketplace.sammelbestellung': (t) =>
    `insert into marketplace.sammelbestellung (id, tenant_id, recipient_id, dienst, auftraggeber, land, ags, rechtsgrundlage,
        quelle, gueltig_von, zahlt, gezeichnet_von, gezeichnet_am, angegeben_am)
      values ('${t.uuid(1)}', '${t.id}', '${provider}', 'hund', 'Land', '05', '{}', 'Gesetz', '', ${day}, 'kommune', 'Leitung',
        ${day}, ${day})`,
  'marketplace.sammelbestellung_entscheid': (t) =>
    `insert into marketplace.sammelbestellung_entscheid (sammelbestellung_id, tenant_id, angenommen, am)
      values ('${t.uuid(1)}', '${t.id}', true, ${day})`,
};
