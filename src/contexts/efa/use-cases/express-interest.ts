import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import type { Anbindung } from '../domain/anbindung.ts';
import { newestAngebote } from '../domain/angebot.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { alreadyConnected, dienstUnknown } from '../errors.ts';
import { insertAnbindung } from '../store-anbindung.ts';
import { readAngebote } from '../store-angebot.ts';
import type { Editor } from './editor.ts';

/** A Kommune's first step: it is interested in an offered Onlinedienst, in its newest version. */
export function expressInterest(
  deps: Pick<EfaDeps, 'db' | 'clock'>,
  { actor, kommune }: Editor,
  dienst: string,
): Promise<Result<Anbindung>> {
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const [angebot] = newestAngebote(await readAngebote(tx, dienst));
    if (!angebot) return refuse(dienstUnknown(dienst));
    const anbindung: Anbindung = {
      dienst,
      ags: kommune.ags,
      fassung: angebot.fassung,
      zustand: 'interesse',
      version: 1,
      geplantAm: null,
      liveSeit: null,
      grund: null,
      geaendertAm: deps.clock.now(),
    };
    if (!(await insertAnbindung(tx, kommune.tenant, anbindung))) return refuse(alreadyConnected);
    await recordAudit(tx, {
      action: 'efa.anbindung.interest',
      object: { type: 'efa.anbindung', id: dienst },
      summary: { fassung: angebot.fassung, nach: 'interesse' },
    });
    return ok(anbindung);
  });
}
