import { readAngebote } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { dokumenteVon, geformt } from '../dokumente.ts';
import { kurznameAus } from '../domain/umbauen.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { invalidEntwurf, nameTaken, offeredByOther } from '../errors.ts';
import { insertSchritt, insertWerkstueck } from '../store-entwurf.ts';
import { readFassung, readFassungen } from '../store-vorlage.ts';
import type { Autor } from './autor.ts';
import { hashVon } from './dokument-hash.ts';
import { aendere, type Entwurf, entwurfIn } from './entwurf.ts';
import { geruest } from './geruest.ts';
import { type NeuerDienst, neuProblems } from './neuer-dienst.ts';

type Deps = Pick<WorkshopDeps, 'db' | 'clock' | 'onlinedienste' | 'leistungName'>;

/** Begins a service from nothing: one page with one question, texts to fill in, and the usual days of deletion. */
export async function beginneNeu(deps: Deps, autor: Autor, said: NeuerDienst): Promise<Result<Entwurf>> {
  // The catalogue shows the key in groups of three, so people copy it with spaces.
  const neu = { ...said, leika: said.leika.replaceAll(/\s/g, '') };
  const dienst = neu.dienst.trim() || kurznameAus(neu.titel, 'dienst');
  const leistung = neu.leistung.trim() || ((await deps.leistungName(neu.leika)) ?? '');
  const problems = neuProblems({ ...neu, dienst, leistung });
  if (problems.length > 0) return refuse(invalidEntwurf(problems));
  if ((await deps.onlinedienste()).some(({ id }) => id === dienst)) return refuse(nameTaken(dienst));
  return lege(deps, autor, dienst, 'Neu begonnen', geruest({ ...neu, dienst, leistung }, deps.clock.today()));
}

/** Begins a draft of a service that there is, with its newest version. */
export async function beginneMit(deps: Deps, autor: Autor, dienst: string): Promise<Result<Entwurf>> {
  const found = (await deps.onlinedienste()).find(({ id }) => id === dienst);
  if (!found)
    return refuse(
      invalidEntwurf([
        { field: 'dienst', message: `Einen Onlinedienst „${dienst.slice(0, 80)}“ gibt es nicht.` },
      ]),
    );
  const other = await fremderAnbieter(deps, autor, dienst);
  if (other !== null) return refuse(offeredByOther(other));
  const published = await deps.db.withPublic((tx) => readFassung(tx, dienst, found.version));
  return lege(deps, autor, dienst, `Begonnen mit Fassung ${found.version}`, published ?? dokumenteVon(found));
}

/** The house that offers or published a service, where it is not the own one. */
export function fremderAnbieter(
  { db }: Pick<WorkshopDeps, 'db'>,
  { anbieter }: Autor,
  dienst: string,
): Promise<string | null> {
  return db.withPublic(async (tx) => {
    const all = [...(await readAngebote(tx)), ...(await readFassungen(tx))];
    const other = all.find((each) => each.dienst === dienst && each.anbieterId !== anbieter.tenant);
    return other?.anbieter ?? null;
  });
}

/** Takes the files of a service's folder: begins a draft, or changes the one that there is. */
export async function lies(
  deps: Deps,
  autor: Autor,
  dienst: string,
  dokumente: Dokumente,
  grundlage: number | null,
): Promise<Result<Entwurf>> {
  const shaped = geformt(dokumente, dienst);
  if (!shaped.ok) return shaped;
  if (grundlage === null) {
    const other = await fremderAnbieter(deps, autor, dienst);
    if (other !== null) return refuse(offeredByOther(other));
    return lege(deps, autor, dienst, 'Aus Dateien eingelesen', dokumente);
  }
  return aendere(deps, autor, dienst, {
    grundlage,
    was: 'Aus Dateien eingelesen',
    // A file replaces everything, so it must have been made from what stands now.
    wende: (now, read) => (now === read || hashVon(now) === hashVon(read) ? ok(dokumente) : refuse(nochmals)),
  });
}

const nochmals = {
  kind: 'conflict',
  code: 'WORKSHOP_CHANGED_MEANWHILE',
  message:
    'Der Entwurf wurde geändert, seit Sie ihn ausgegeben haben. Es wurde nichts überschrieben. Bitte geben Sie ihn neu aus und führen Sie beides zusammen.',
} as const;

function lege(
  { db, clock }: Deps,
  { actor, anbieter }: Autor,
  dienst: string,
  was: string,
  inhalt: Dokumente,
): Promise<Result<Entwurf>> {
  const shaped = geformt(inhalt, dienst);
  if (!shaped.ok) return Promise.resolve(shaped);
  const am = clock.now();
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    if (!(await insertWerkstueck(tx, anbieter.tenant, dienst, am))) return refuse(nameTaken(dienst));
    const schritt = { dienst, nummer: 1, art: 'begonnen' as const, was, inhalt, hash: hashVon(inhalt), am };
    await insertSchritt(tx, anbieter.tenant, schritt);
    await recordAudit(tx, {
      action: 'workshop.entwurf.begun',
      object: { type: 'workshop.entwurf', id: dienst },
      summary: { was },
    });
    return entwurfIn(tx, dienst);
  });
}
