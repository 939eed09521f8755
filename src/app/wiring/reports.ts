import type { CompassDeps } from '#compass';
import { type LocalDate, parseLocalDate } from '#kernel';
import { radarOfBody } from '#law';
import { type DigestSource, membersWithoutMail } from '#notices';
import { actorOf } from '#platform';
import { type Fristen, type ReportsDeps, wartendeBerichte } from '#reports';
import { resolveBody } from '#territory';
import type { Services } from '../services.ts';
import { digestPart } from './digest-part.ts';

const system = actorOf('system', 'berichte');

const standNamen = {
  jetzt: 'jetzt beginnen',
  gilt: 'gilt',
  jederzeit: 'jederzeit nutzbar',
  kommt: 'kommt',
  vorbei: 'vorbei',
} as const;

/** What reports need of the others. */
export function reportsDeps(services: Services, compass: CompassDeps): ReportsDeps {
  const { db, clock, demo, worlds, hosts, keys, mailer } = services;
  return {
    db,
    clock,
    demo,
    compass,
    figures: compass.figures,
    fristenOf: (ags, date) => fristenOf(services, ags, date),
    register: worlds.solutions,
    keys,
    sendMail: mailer.send,
    ohneBerichtMail: (tenant) =>
      db.withTenant(tenant, system, (tx) => membersWithoutMail(tx, tenant, 'berichte')),
    origin: hosts.originOf('staff'),
  };
}

async function fristenOf({ worlds }: Services, ags: string, date: LocalDate): Promise<Fristen> {
  const world = await worlds.law();
  const body = resolveBody(world.territory, ags);
  if (!body.ok) return { stand: null, zeilen: [] };
  const fristen = radarOfBody(world, body.value, date).zeilen.filter(({ art }) => art === 'frist');
  const zeilen = fristen.map(({ titel, norm, faelligAm, stand, tun, leistungen, quelle }) => ({
    titel,
    norm,
    faelligAm,
    stand: standNamen[stand],
    tun,
    leistungen: leistungen.length,
    quelle: quelle.title,
  }));
  const stand = parseLocalDate(world.law.stand);
  return { stand: stand.ok ? stand.value : null, zeilen };
}

/** Reports that somebody else presented, for the summaries of those who release them: their numbers, no text. */
export function berichteSource(reports: ReportsDeps): DigestSource {
  return {
    key: 'berichte',
    label: 'Berichte, die auf Ihre Freigabe warten',
    href: '/berichte',
    since: async (reader, since) => {
      const waiting = await wartendeBerichte(reports, { ...reader, kind: 'mitglied' });
      const neu = waiting.filter(({ vorgelegtAm }) => vorgelegtAm > since);
      return digestPart(neu.map(({ nummer }) => `Bericht ${nummer}`));
    },
  };
}
