import { readAngebote } from '#efa';
import { istOeffentlich, newestAngebote } from '#efa/many';
import { dayInGermany } from '#kernel';
import type { Principal } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { neuAmZug } from '../domain/am-zug.ts';
import { punkteFor } from '../domain/katalog.ts';
import { istVorStart } from '../domain/phase.ts';
import type { Partei } from '../domain/punkt.ts';
import { type Haus, hausOf, within } from './begleiter.ts';
import { type Anbindungsstand, readAnbindungsstand } from './read-stand.ts';

const mostLines = 5;

/** For whom each house watches the ball: an IT-Dienstleister enters what Land and operator do, too. */
const watched: Readonly<Record<Haus['seite'], ReadonlySet<Partei>>> = {
  kommune: new Set<Partei>(['kommune']),
  dienstleister: new Set<Partei>(['dienstleister', 'buendler', 'betreiber']),
};

/** What began to wait for a house: how many lines, the first of them, and the page on which that house sees them all. */
export interface AmZugNews {
  readonly count: number;
  readonly lines: readonly string[];
  readonly href: string;
}

const hrefOf: Readonly<Record<Haus['seite'], string>> = {
  kommune: '/anbindungen',
  dienstleister: '/cockpit',
};

/** For whoever is told nothing. */
export const nichtsNeu: AmZugNews = { count: 0, lines: [], href: hrefOf.kommune };

/** Which lines of the checklists began to wait for the reader's house since a moment, with the Kommune where there are many. */
export async function amZugNews(
  deps: Pick<
    ConnectionDeps,
    'db' | 'clock' | 'katalog' | 'auftraege' | 'ownKommune' | 'ownAnbieter' | 'betreute'
  >,
  reader: Principal,
  since: Date,
): Promise<AmZugNews> {
  const haus = await hausOf(deps, reader, 'aendern');
  if (!haus.ok) return nichtsNeu;
  const dienste = newestAngebote(await deps.db.withPublic(readAngebote));
  const lines: string[] = [];
  for (const { dienst, data } of dienste) {
    const staende = await within(deps, haus.value, (tx) =>
      readAnbindungsstand(tx, deps, { dienst, kommunen: haus.value.kommunen }),
    );
    for (const stand of staende)
      for (const titel of linesOf(deps, haus.value.seite, dienst, stand, since))
        lines.push(
          `${haus.value.seite === 'kommune' ? '' : `${stand.kommune.name}, `}${data.title}: ${titel}`,
        );
  }
  return { count: lines.length, lines: lines.slice(0, mostLines), href: hrefOf[haus.value.seite] };
}

/** What ended waits for nobody, and what runs waits for what comes after the start alone. */
function linesOf(
  { katalog, clock }: Pick<ConnectionDeps, 'katalog' | 'clock'>,
  seite: Haus['seite'],
  dienst: string,
  { anbindung, fakten, beginn }: Anbindungsstand,
  since: Date,
): readonly string[] {
  const { zustand } = anbindung;
  if (zustand === 'beendet') return [];
  const laeuft = istOeffentlich(zustand);
  const times = {
    beginn,
    vorher: { moment: since, tag: dayInGermany(since) },
    jetzt: { moment: clock.now(), tag: clock.today() },
  };
  return neuAmZug(punkteFor(katalog, dienst), fakten, times, watched[seite])
    .filter(({ gruppe, id }) => !laeuft || !istVorStart(gruppe) || fakten.some(({ punkt }) => punkt === id))
    .filter(({ gruppe }) => laeuft || istVorStart(gruppe))
    .map(({ titel }) => titel);
}
