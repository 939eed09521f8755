import { nearest, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { geformt } from '../dokumente.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { type Lage, lageOf } from '../domain/verlauf.ts';
import { changedMeanwhile, entwurfUnknown } from '../errors.ts';
import { insertSchritt, readInhalt, readSchritte, type SchrittZeile } from '../store-entwurf.ts';
import { readVorlagen, type Vorlage } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { gleich, hashVon } from './dokument-hash.ts';

/** A draft as it stands now. */
export interface Entwurf {
  readonly dienst: string;
  readonly titel: string;
  readonly dokumente: Dokumente;
  /** The number of the last step: whoever changes something names it. */
  readonly nummer: number;
  readonly lage: Lage;
  readonly schritte: readonly SchrittZeile[];
  readonly vorlagen: readonly Vorlage[];
  /** The proposal that waits for a decision. */
  readonly offen: Vorlage | null;
}

/** Opens a draft of the own house; refuses unknown ones with near names. */
export function openEntwurf(
  { db }: Pick<WorkshopDeps, 'db'>,
  { actor, anbieter }: Autor,
  dienst: string,
): Promise<Result<Entwurf>> {
  return db.withTenant(anbieter.tenant, actor, (tx) => entwurfIn(tx, dienst));
}

/** The same within a transaction. */
export async function entwurfIn(tx: Tx, dienst: string): Promise<Result<Entwurf>> {
  const schritte = await readSchritte(tx, dienst.trim());
  const lage = lageOf(schritte);
  const dokumente = await readInhalt(tx, dienst.trim(), lage.stand);
  const last = schritte.at(-1);
  if (dokumente === null || last === undefined) {
    const all = [...new Set((await readSchritte(tx, null)).map((each) => each.dienst))];
    const near = nearest(dienst.slice(0, 80), all, (each) => each, 5);
    return refuse(
      entwurfUnknown(
        dienst,
        near.map((each) => ({ key: each, label: each })),
      ),
    );
  }
  const vorlagen = await readVorlagen(tx, last.dienst);
  const titel = schritte.find(({ nummer }) => nummer === lage.stand)?.titel ?? last.dienst;
  const offen = vorlagen.find(({ entscheidung }) => entscheidung === null) ?? null;
  return ok({ dienst: last.dienst, titel, dokumente, nummer: last.nummer, lage, schritte, vorlagen, offen });
}

/** What somebody wants to do to a draft. */
export interface Aenderung {
  /** The step that the person had before their eyes. */
  readonly grundlage: number;
  /** What the history says, of the documents that the person read. */
  readonly was: string | ((read: Dokumente) => string);
  /** The documents as they become, from those of now and those that the person read; a refusal where both do not go together. */
  readonly wende: (now: Dokumente, read: Dokumente) => Result<Dokumente>;
}

const tries = 3;

/**
 * Changes a draft. Steps that others took meanwhile stay: the change is made on top of them, or refused with what they did
 * (`WORKSHOP_CHANGED_MEANWHILE`). What changes nothing is no step.
 */
export async function aendere(
  deps: Pick<WorkshopDeps, 'db' | 'clock'>,
  autor: Autor,
  dienst: string,
  aenderung: Aenderung,
): Promise<Result<Entwurf>> {
  for (let left = tries; left > 0; left -= 1) {
    const done = await deps.db.withTenant(autor.anbieter.tenant, autor.actor, (tx) =>
      versuch(tx, deps, autor, dienst, aenderung),
    );
    if (done !== 'overtaken') return done;
  }
  return refuse(changedMeanwhile());
}

async function versuch(
  tx: Tx,
  { clock }: Pick<WorkshopDeps, 'clock'>,
  { anbieter }: Autor,
  dienst: string,
  { grundlage, was, wende }: Aenderung,
): Promise<Result<Entwurf> | 'overtaken'> {
  const entwurf = await entwurfIn(tx, dienst);
  if (!entwurf.ok) return entwurf;
  const { nummer, lage, schritte, dokumente } = entwurf.value;
  const readStand = lageOf(schritte.filter((schritt) => schritt.nummer <= grundlage)).stand;
  const read = readStand === lage.stand ? dokumente : await readInhalt(tx, entwurf.value.dienst, readStand);
  if (read === null || grundlage > nummer) return refuse(changedMeanwhile());
  const next = wende(dokumente, read);
  if (!next.ok) return next;
  const shaped = geformt(next.value, entwurf.value.dienst);
  if (!shaped.ok) return shaped;
  if (gleich(dokumente, shaped.value)) return entwurf;
  const schritt = {
    ...{ dienst: entwurf.value.dienst, nummer: nummer + 1, art: 'geaendert' as const, am: clock.now() },
    was: typeof was === 'string' ? was : was(read),
    inhalt: shaped.value,
    hash: hashVon(shaped.value),
  };
  if (!(await insertSchritt(tx, anbieter.tenant, schritt))) return 'overtaken';
  await recordAudit(tx, {
    action: 'workshop.entwurf.changed',
    object: { type: 'workshop.entwurf', id: schritt.dienst },
    summary: { schritt: schritt.nummer },
  });
  return entwurfIn(tx, dienst);
}
