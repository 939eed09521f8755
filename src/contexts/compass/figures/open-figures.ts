import { type DutiesWorld, gleicherTag, wechseltage } from '#duties';
import { readSharing, type Sharing } from '#identity';
import type { Clock, LocalDate } from '#kernel';
import { type Database, inSteps } from '#platform';
import type { History } from '../domain/columns/history.ts';
import type { Matrix } from '../domain/columns/matrix.ts';
import { dayNumber } from '../domain/columns/stand-fact.ts';
import { emptyStand, fillSteps, type StandOn, takeOver } from '../domain/columns/stand-on.ts';
import { recent } from './keep-recent.ts';
import { matrixOfWorld, sameCells } from './matrix-of-world.ts';
import { pflichtOn } from './pflicht-on.ts';
import { type LiveHistory, readHistory } from './read-history.ts';

/** Everything that figures are computed from, as it is now. Answer without a pause, for the history grows in place. */
export interface Figures {
  readonly world: DutiesWorld;
  /** The day of which Größenklassen, inhabitants and consent are. */
  readonly today: LocalDate;
  readonly matrix: Matrix;
  readonly history: History;
  /** `loesungen[n - 1]` is the id of the Loesung with the number n. */
  readonly loesungen: readonly string[];
  /** Who looks after whom, and who shares with the circle today. */
  readonly sharing: readonly Sharing[];
  /** What was said of every cell on a day. */
  readonly standOn: (date: LocalDate) => Promise<StandOn>;
  /** 1 for each cell that is a duty of its body on a day. */
  readonly pflichtOn: (date: LocalDate) => Promise<Uint8Array>;
}

interface Deps {
  readonly db: Pick<Database, 'withFigures'>;
  readonly clock: Clock;
  readonly world: () => Promise<DutiesWorld>;
}

/** How long figures are shown without asking the database for newer statements, in milliseconds. */
const freshFor = 1_000;

/** Days that are held ready: today and those of a comparison; each takes seven bytes a used cell. */
const daysHeld = 5;

/** Duties are the same on most days of two years: so many spans between two changes are held. */
const dutiesHeld = 6;

/** Opens the figures of a process: read once at the first question, then brought up to date at most once a second. */
export function openFigures(deps: Deps): () => Promise<Figures> {
  let held: (Held & { readonly at: number }) | undefined;
  let running: Promise<Figures> | undefined;
  const renew = async (): Promise<Figures> => {
    const world = await deps.world();
    const current = held && (await follow(deps, held, world));
    const next = current ?? (await begin(deps, world));
    held = { ...next, at: performance.now() };
    return next.figures;
  };
  return () => {
    if (held && performance.now() - held.at < freshFor) return Promise.resolve(held.figures);
    running ??= renew().finally(() => {
      running = undefined;
    });
    return running;
  };
}

interface Held {
  readonly figures: Figures;
  readonly live: LiveHistory;
  readonly days: ReturnType<typeof heldDays>;
}

async function begin(deps: Deps, world: DutiesWorld): Promise<Held> {
  const matrix = matrixOfWorld(world, deps.clock.today());
  const sharing = await readSharingToday(deps);
  const live = await readHistory(deps.db, matrix, [...new Set(sharing.map(({ kommune }) => kommune))]);
  const days = heldDays(live.history);
  return { live, days, figures: await figuresOf(deps, { world, matrix, live, days }) };
}

/** The held figures with what was stated since; null where the cells are others, after a new catalogue for example. */
async function follow(deps: Deps, { figures, live, days }: Held, world: DutiesWorld): Promise<Held | null> {
  const today = deps.clock.today();
  const isSame = world === figures.world && today === figures.today;
  const matrix = isSame ? figures.matrix : matrixOfWorld(world, today);
  if (!sameCells(matrix, figures.matrix)) return null;
  await live.refresh(days.takeOver);
  return { live, days, figures: await figuresOf(deps, { world, matrix, live, days }, figures) };
}

async function figuresOf(
  deps: Deps,
  {
    world,
    matrix,
    live,
    days,
  }: Omit<Held, 'figures'> & { readonly world: DutiesWorld; readonly matrix: Matrix },
  before?: Figures,
): Promise<Figures> {
  const duties = before?.world === world ? before.pflichtOn : heldDuties(world, matrix);
  return {
    world,
    matrix,
    history: live.history,
    loesungen: live.loesungen,
    today: deps.clock.today(),
    sharing: await readSharingToday(deps),
    standOn: days.standOn,
    pflichtOn: duties,
  };
}

function readSharingToday({ db, clock }: Deps): Promise<readonly Sharing[]> {
  return db.withFigures((tx) => readSharing(tx, clock.today()));
}

/** The duties of the spans that were asked for last; every day of a span has those of its first. */
function heldDuties({ duties, territory }: DutiesWorld, matrix: Matrix) {
  const tage = wechseltage(duties.facts, [...territory.klassenByAgs.values()].flat());
  const held = recent(dutiesHeld, (date: LocalDate) => pflichtOn(duties, matrix, date));
  return (date: LocalDate) => held(gleicherTag(tage, date));
}

/** The Stand of the days that were asked for last, kept up to date cell by cell, also while it is being made. */
function heldDays(history: History) {
  const held = recent(daysHeld, (date: LocalDate) => {
    const stand = emptyStand(history, dayNumber(date));
    return { stand, made: inSteps(fillSteps(history, stand)) };
  });
  return {
    standOn: async (date: LocalDate): Promise<StandOn> => {
      const { stand, made } = held(date);
      await made;
      return stand;
    },
    takeOver: (cell: number): void => {
      for (const { stand } of held.values()) takeOver(history, stand, cell);
    },
  };
}
