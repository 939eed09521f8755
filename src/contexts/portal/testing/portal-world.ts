import type { LocalDate } from '#kernel';
import type { Principal } from '#platform';
import {
  type dutiesWorlds,
  type EfaWorld,
  offered,
  openEfaWorld,
  prepared,
  valueIn,
} from '../../efa/testing/efa-world.ts';
import { changeState } from '../../efa/use-cases/change-state.ts';
import { releaseText } from '../../efa/use-cases/release-text.ts';
import type { Meldung, PortalDeps, PortalDoorDeps, PortalSite } from '../deps.ts';
import { ohneZeiten } from '../domain/opening-hours.ts';
import { typedHoursOf } from '../domain/parse-opening-hours.ts';
import type { SiteInput } from '../domain/site.ts';
import { openAussehen } from '../use-cases/aussehen.ts';
import { describeOffice } from '../use-cases/describe-office.ts';
import { describeSite } from '../use-cases/describe-site.ts';
import type { Editor } from '../use-cases/editor.ts';
import { openDienstReader } from '../use-cases/read-dienst.ts';
import { finderOf, type Noted, routingOf } from './citizen-deps.ts';

/** Lemgo and Detmold with their sites; „Hund anmelden“ is live in Lemgo, which released one text. */
export interface PortalWorld extends AsyncDisposable {
  readonly efa: EfaWorld;
  readonly deps: PortalDeps;
  readonly doors: PortalDoorDeps;
  readonly lemgo: Editor;
  readonly detmold: Editor;
  readonly lemgoSite: PortalSite;
  readonly sent: Meldung[];
  /** What the log of searches was told. */
  readonly noted: readonly Noted[];
  readonly ended: Map<string, LocalDate>;
}

const workdays = '8:00–12:00, 14:00–17:00';

/** A site as somebody types it. */
export const typedSite: SiteInput = {
  fields: {
    anschrift: 'Marktplatz 1\n32657 Lemgo',
    telefon: '05261 213-0',
    email: 'info@lemgo.example',
    vertretung: 'den Bürgermeister',
    datenschutzEmail: 'datenschutz@lemgo.example',
    veroeffentlichtAb: '2026-11-01',
    barrierefreiheitGeprueftAm: '',
  },
  hours: {
    woche: { mo: workdays, di: workdays, mi: '', do: workdays, fr: '8–12', sa: '', so: '' },
    ausnahmen: '24.12.2026 geschlossen Heiligabend\n31.12.2026 8:00–10:00 Silvester',
  },
};

export const typedOffice = {
  id: null,
  version: 0,
  fields: { name: 'Steueramt', anschrift: '', telefon: '05261 213-111', email: 'steuer@lemgo.example' },
  hours: { ...typedHoursOf(ohneZeiten), woche: { ...typedHoursOf(ohneZeiten).woche, di: '9:00–11:00' } },
  leistungen: '99102013002000',
};

export async function openPortalWorld(
  duties: Awaited<ReturnType<typeof dutiesWorlds>>,
): Promise<PortalWorld> {
  const efa = await openEfaWorld(duties.shipped);
  const { db, clock, world, ended, ownKommune, kommuneOf } = efa.deps;
  const sent: Meldung[] = [];
  const noted: Noted[] = [];
  const read = {
    demo: true,
    ...{ db, clock, world, ended },
    dienste: openDienstReader(db),
    sucheOrigin: 'http://suche.localhost:8080',
    aussehen: openAussehen(db),
    scan: async () => null,
    routing: await routingOf(efa, duties.shipped),
    finder: finderOf(duties.shipped, noted),
  };
  const deps: PortalDeps = {
    ...read,
    dienstleisterOf: async () => 'Rechenzentrum Lippe',
    sendFeedback: async (meldung) => {
      sent.push(meldung);
    },
  };
  const doors: PortalDoorDeps = {
    ...read,
    ownKommune,
    kommuneOf,
    originOf: (slug) => `http://${slug}.localhost:8080`,
  };
  const { lemgo, detmold } = efa;
  const { tenant, ags, name } = lemgo.kommune;
  const lemgoSite = { tenant, ags, name, slug: 'lemgo', origin: 'http://lemgo.localhost:8080' };
  return {
    efa,
    deps,
    doors,
    lemgo,
    detmold,
    lemgoSite,
    sent,
    noted,
    ended: efa.ended,
    [Symbol.asyncDispose]: () => efa[Symbol.asyncDispose](),
  };
}

/** Goes through everything that a Kommune does until its citizens find something. */
export async function filled(world: PortalWorld): Promise<PortalWorld> {
  const { efa, deps, lemgo } = world;
  await offered(efa);
  let version = await prepared(efa, lemgo);
  for (const schritt of ['testen', 'live-schalten'] as const)
    version = valueIn(
      await changeState(efa.deps, lemgo, { dienst: 'hund-anmelden', version, schritt }),
    ).version;
  const text = { was: 'Die Hundesteuer zahlt, wer einen Hund hält.', recht: 'KAG NRW' };
  valueIn(await releaseText(efa.deps, lemgo, { leistung: 'L02950', nummer: 0, text }));
  valueIn(await describeSite(deps, lemgo, { ...typedSite, version: 0 }));
  valueIn(await describeOffice(deps, lemgo, typedOffice));
  return world;
}

/** Somebody who may describe the site of a Kommune. */
export function describer({ actor, kommune }: Editor): Principal {
  return { kind: 'mitglied', actor, tenant: kommune.tenant, permissions: new Set(['portal.manage']) };
}
