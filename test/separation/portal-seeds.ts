import type { Seed } from './seeds.ts';

/** Each organisation has a public site with one office. */
export const portalSeeds: Readonly<Record<string, Seed>> = {
  'portal.site': (t) =>
    `insert into portal.site (tenant_id, slug, ags, name, anschrift, telefon, email, vertretung, datenschutz_email,
        oeffnungszeiten, version)
      values ('${t.id}', 'ort-${t.letter}', '0576604${t.number}', 'Ort', 'Markt 1', '123', 'a@b.example', 'Amt',
        'd@b.example', '{}', 1)`,
  'portal.office': (t) =>
    `insert into portal.office (tenant_id, id, name, anschrift, telefon, email, oeffnungszeiten, leistungen, version)
      values ('${t.id}', '${t.uuid(1)}', 'Amt', '', '123', 'a@b.example', '{}', '{L00001}', 1)`,
  'portal.aussehen': (t) =>
    `insert into portal.aussehen (tenant_id, nummer, inhalt, gespeichert_am) values ('${t.id}', 1, '{}', now())`,
  'portal.aussehen_veroeffentlicht': (t) =>
    `insert into portal.aussehen_veroeffentlicht (tenant_id, lfd, nummer, inhalt, css, css_hash, veroeffentlicht_am)
      values ('${t.id}', 1, 1, '{}', '', '${t.letter.repeat(16)}', now())`,
};
