import { openFigures } from '#compass';
import { localDate } from '#kernel';
import { actorOf, type OutgoingMail, type Principal } from '#platform';
import { type CompassWorld, openCompassWorld, principalOf } from '../../compass/testing/compass-world.ts';
import type { ReportsDeps } from '../reports-deps.ts';

/** The world of the compass with everything that reports need. */
export interface ReportsWorld extends AsyncDisposable {
  readonly compass: CompassWorld;
  readonly deps: ReportsDeps;
  /** What went out by mail. */
  readonly mails: OutgoingMail[];
  /** Who wants no mail of a report; a test fills it. */
  readonly ohneMail: Set<string>;
  /** Writes reports for Lemgo. */
  readonly koordination: Principal;
  /** May release them. */
  readonly leitung: Principal;
  /** Somebody of Detmold who may do everything there. */
  readonly detmold: Principal;
}

const reading = ['compass.stand.read'];

/** Opens the world; the clock stands at 21 November 2026. */
export async function openReportsWorld(): Promise<ReportsWorld> {
  const compass = await openCompassWorld();
  const { deps: inner, lemgo, detmold } = compass;
  const second = lemgo.personen[1];
  if (!second) throw new Error('Lemgo needs a second person');
  const mails: OutgoingMail[] = [];
  const ohneMail = new Set<string>();
  const deps: ReportsDeps = {
    db: inner.db,
    keys: inner.keys,
    sendMail: async (mail) => void mails.push(mail),
    ohneBerichtMail: async () => ohneMail,
    clock: inner.clock,
    demo: true,
    compass: inner,
    figures: openFigures(inner),
    fristenOf: async () => ({
      stand: localDate('2026-11-01'),
      zeilen: [
        {
          titel: 'Nutzung des Standards',
          norm: '§ 6 OZG',
          faelligAm: localDate('2026-12-31'),
          stand: 'jetzt beginnen',
          tun: 'Standard einführen',
          leistungen: 3,
          quelle: 'BGBl. 2024 I Nr. 245',
        },
      ],
    }),
    register: async () => ({ loesungen: [], byId: new Map() }),
    origin: 'http://verwaltung.localhost',
  };
  return {
    compass,
    deps,
    mails,
    ohneMail,
    koordination: principalOf(lemgo.koordination, [
      ...reading,
      'compass.stand.edit',
      'compass.manage',
      'reports.write',
    ]),
    leitung: {
      ...principalOf({ ...lemgo.koordination, actor: actorFor(second.id) }, [...reading, 'reports.approve']),
    },
    detmold: principalOf(detmold.koordination, [...reading, 'reports.write', 'reports.approve']),
    [Symbol.asyncDispose]: () => compass[Symbol.asyncDispose](),
  };
}

function actorFor(id: string): Principal['actor'] {
  return actorOf('mitglied', id);
}
