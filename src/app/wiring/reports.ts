import type { CompassDeps } from '#compass';
import { type LocalDate, parseLocalDate } from '#kernel';
import { radarOfBody } from '#law';
import type { Fristen, ReportsDeps } from '#reports';
import { resolveBody } from '#territory';
import type { Services } from '../services.ts';

const standNamen = {
  jetzt: 'jetzt beginnen',
  gilt: 'gilt',
  jederzeit: 'jederzeit nutzbar',
  kommt: 'kommt',
  vorbei: 'vorbei',
} as const;

/** What reports need of the others. */
export function reportsDeps(services: Services, compass: CompassDeps): ReportsDeps {
  const { db, clock, demo, worlds, hosts } = services;
  return {
    db,
    clock,
    demo,
    compass,
    figures: compass.figures,
    fristenOf: (ags, date) => fristenOf(services, ags, date),
    register: worlds.solutions,
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
