import type { Database, Principal } from '#platform';
import type { Regel } from '../domain/regel.ts';
import { type EntschiedeneRegel, type Pruefstand, pruefstandOf } from '../domain/regel-review.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { regelHash } from '../regel-hash.ts';
import { regelOfRow } from '../regelwerk-of-rows.ts';
import { readRegelwerkRows } from '../store.ts';
import {
  type Notiz,
  readEntschiedene,
  readNotizen,
  readVorschlaege,
  type Vorschlag,
} from '../store-vorschlag.ts';
import { isAnyToCheck, type MitgezogeneLeistung, mitgezogeneByRule } from './mitgezogene-leistungen.ts';
import { ohneThemenfeld, themenfeldOf } from './themenfeld-of.ts';

/** A rule as the workbench lists it. */
export interface ReviewRow {
  readonly regel: Regel;
  readonly themenfeld: string;
  /** How many Leistungen of the catalogue it reaches. */
  readonly erreicht: number;
  readonly stand: Pruefstand;
  /** The Leistungen to which it moved along when the catalogue changed. */
  readonly mitgezogen: readonly MitgezogeneLeistung[];
  readonly zuletzt: EntschiedeneRegel | null;
}

/** What the review of one rule shows beside the rule itself. */
export interface RuleReview {
  readonly row: ReviewRow;
  readonly entscheidungen: readonly EntschiedeneRegel[];
  readonly vorschlaege: readonly Vorschlag[];
  readonly notizen: readonly Notiz[];
}

type Reader = Pick<Database, 'withPublic' | 'withTenant'>;

/** All rules with their state, those that decide most Leistungen and are worst sourced first. */
export async function readReviewQueue(
  db: Reader,
  world: DutiesWorld,
  principal: Principal,
): Promise<readonly ReviewRow[]> {
  return reviewRows(world, await readHeld(db, principal), world.duties.facts.regelwerk.regeln);
}

/** One rule with its decisions, the proposals and notes that the reader may see; null where there is none. */
export async function readRuleReview(
  db: Reader,
  world: DutiesWorld,
  principal: Principal,
  regelId: string,
): Promise<RuleReview | null> {
  const regel = world.duties.facts.regelwerk.regeln.find(({ id }) => id === regelId);
  if (!regel) return null;
  const { tenant, actor } = principal;
  const [held, notizen] = await Promise.all([
    readHeld(db, principal),
    tenant === null ? [] : db.withTenant(tenant, actor, (tx) => readNotizen(tx, regelId)),
  ]);
  const [row] = reviewRows(world, held, [regel]);
  return row === undefined
    ? null
    : {
        row,
        entscheidungen: held.decisions.filter((each) => each.regelId === regelId),
        vorschlaege: held.vorschlaege.filter((each) => each.regelId === regelId),
        notizen,
      };
}

/** What the database holds of the review, as far as the reader may see it. */
interface Held {
  readonly decisions: readonly EntschiedeneRegel[];
  readonly vorschlaege: readonly Vorschlag[];
  readonly shipped: ReadonlyMap<string, string>;
}

async function readHeld(db: Reader, principal: Principal): Promise<Held> {
  const [decisions, vorschlaege] = await Promise.all([
    db.withPublic(readEntschiedene),
    readOwnVorschlaege(db, principal),
  ]);
  return { decisions, vorschlaege, shipped: await shippedHashes(db, decisions) };
}

function reviewRows(
  world: DutiesWorld,
  { decisions, vorschlaege, shipped }: Held,
  regeln: readonly Regel[],
): readonly ReviewRow[] {
  const reach = reachByRule(world);
  const moved = mitgezogeneByRule(world.duties);
  const byRule = Map.groupBy(decisions, ({ regelId }) => regelId);
  const proposed = new Set(vorschlaege.filter(isOpen).map(({ regelId }) => regelId));
  return regeln.map((regel) => {
    const own = byRule.get(regel.id) ?? [];
    const isProposed = proposed.has(regel.id);
    const mitgezogen = moved.get(regel.id) ?? [];
    const hashes = { current: regelHash(regel), shipped: shipped.get(regel.id) ?? null };
    const stand =
      isAnyToCheck(mitgezogen) && !isProposed ? 'erneut zu prüfen' : pruefstandOf(hashes, own, isProposed);
    return { regel, ...reach(regel), stand, mitgezogen, zuletzt: own.at(-1) ?? null };
  });
}

/** The proposals that the reader's organisation made or received, newest first. */
export async function readOwnVorschlaege(
  db: Pick<Database, 'withTenant'>,
  { tenant, actor }: Principal,
): Promise<readonly Vorschlag[]> {
  return tenant === null ? [] : db.withTenant(tenant, actor, readVorschlaege);
}

export function isOpen({ entscheidung }: Vorschlag): boolean {
  return entscheidung === null;
}

/** The hashes of the rules as the product ships them; read only where something was decided. */
async function shippedHashes(
  db: Reader,
  decisions: readonly EntschiedeneRegel[],
): Promise<ReadonlyMap<string, string>> {
  if (decisions.length === 0) return new Map();
  const decided = new Set(decisions.map(({ regelId }) => regelId));
  const { regeln } = await db.withPublic(readRegelwerkRows);
  return new Map(
    regeln.filter(({ id }) => decided.has(id)).map((row) => [row.id, regelHash(regelOfRow(row))]),
  );
}

interface Reach {
  readonly erreicht: number;
  readonly themenfeld: string;
}

/** How far each rule reaches, counted over the candidates that the catalogue was sorted into. */
function reachByRule({ catalogue, duties }: DutiesWorld): (regel: Regel) => Reach {
  const byRule = new Map<string, Reach>();
  duties.facts.leistungen.forEach(({ ozgId }, index) => {
    for (const { regel } of duties.faelle[duties.fallByLeistung[index] ?? 0]?.kandidaten ?? []) {
      const before = byRule.get(regel.id);
      const themenfeld =
        before === undefined || before.themenfeld === ohneThemenfeld
          ? themenfeldOf(catalogue, ozgId)
          : before.themenfeld;
      byRule.set(regel.id, { erreicht: (before?.erreicht ?? 0) + 1, themenfeld });
    }
  });
  return ({ id }) => byRule.get(id) ?? { erreicht: 0, themenfeld: ohneThemenfeld };
}

/** The widest rule that still needs a look and comes after the named one; the first where none is named or left. */
export function nextUnreviewed(rows: readonly ReviewRow[], after: string | null): ReviewRow | null {
  const waiting = rows
    .filter(({ stand, regel }) => (stand !== 'geprueft' && stand !== 'vorgeschlagen') || regel.id === after)
    .toSorted((a, b) => b.erreicht - a.erreicht || (a.regel.id < b.regel.id ? -1 : 1));
  const start = waiting.findIndex(({ regel }) => regel.id === after) + 1;
  return (
    [...waiting.slice(start), ...waiting.slice(0, start)].find(({ regel }) => regel.id !== after) ?? null
  );
}
