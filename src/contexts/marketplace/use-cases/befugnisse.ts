import { isUuid, type LocalDate, ok, type Result, refuse } from '#kernel';
import { type IncomingFile, newId, recordAudit, type Tx } from '#platform';
import type { Befugnis, Befugnisart } from '../domain/befugnis.ts';
import { invalid, invalidField, ownSigner, personUnknown, signerUnknown } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { insertBefugnis, readSealedBefugnisse, revokeBefugnis } from '../store/befugnisse.ts';
import { checkOptional, keepDatei } from './dateien.ts';
import type { Bestellende } from './wer.ts';

type Deps = Pick<MarketplaceDeps, 'db' | 'clock' | 'keys'>;
type AddDeps = Deps & Pick<MarketplaceDeps, 'personen'>;

const nameAt = (row: string) => ({ table: 'marketplace.befugnis', column: 'name_sealed', row });

/** Who may bind the Kommune, also those whose time is over, inside a transaction of the Kommune. */
export async function befugnisseIn(
  tx: Tx,
  { keys }: Pick<MarketplaceDeps, 'keys'>,
  { kommune }: Pick<Bestellende, 'kommune'>,
): Promise<readonly Befugnis[]> {
  const sealed = await readSealedBefugnisse(tx);
  if (sealed.length === 0) return [];
  const key = await keys.dataKeyOf(tx, kommune.tenant);
  return sealed.map(({ nameSealed, ...befugnis }) => ({
    ...befugnis,
    name: key.open(nameAt(befugnis.id), nameSealed),
  }));
}

/** Who may bind the Kommune. */
export function readBefugnisse(deps: Deps, wer: Bestellende): Promise<readonly Befugnis[]> {
  return deps.db.withTenant(wer.kommune.tenant, wer.actor, (tx) => befugnisseIn(tx, deps, wer));
}

/** What is stated of somebody who may bind the Kommune. */
export interface Befugniswunsch {
  readonly name: string;
  readonly mitglied: string | null;
  readonly art: Befugnisart;
  readonly grenzeCent: number | null;
  readonly gueltigVon: LocalDate;
  readonly gueltigBis: LocalDate | null;
  readonly grundlage: string;
}

/** Enters who may bind the Kommune. Nobody enters themselves; a Vollmacht needs its paper and its limit. */
export async function addBefugnis(
  deps: AddDeps,
  wer: Bestellende,
  wunsch: Befugniswunsch,
  file: IncomingFile | null,
): Promise<Result<Befugnis>> {
  const name = wunsch.name.trim();
  const grundlage = wunsch.grundlage.trim();
  const problems = problemsOf({ ...wunsch, name, grundlage }, file);
  if (problems.length > 0) return refuse(invalid(problems));
  if (wunsch.mitglied !== null && wunsch.mitglied === wer.mitglied) return refuse(ownSigner);
  if (!(await isOwnPerson(deps, wer, wunsch.mitglied))) return refuse(personUnknown);
  const checked = checkOptional(file);
  if (!checked.ok) return checked;
  return deps.db.withTenant(wer.kommune.tenant, wer.actor, async (tx) => {
    const paper = { zweck: 'vollmacht', empfaenger: null } as const;
    const datei = checked.value && (await keepDatei(tx, deps, wer, checked.value, paper));
    const befugnis: Befugnis = { ...wunsch, id: newId(), name, grundlage, datei, widerrufenZum: null };
    const key = await deps.keys.dataKeyOf(tx, wer.kommune.tenant);
    const sealed = { ...befugnis, nameSealed: key.seal(nameAt(befugnis.id), name) };
    await insertBefugnis(tx, sealed, deps.clock.now());
    await recordAudit(tx, {
      action: 'marketplace.signer.added',
      object: { type: 'marketplace.befugnis', id: befugnis.id },
      summary: {
        art: wunsch.art,
        grenzeCent: wunsch.grenzeCent,
        von: wunsch.gueltigVon,
        bis: wunsch.gueltigBis,
      },
    });
    return ok(befugnis);
  });
}

/** Nobody outside the Kommune, and nobody who left it, signs here. */
async function isOwnPerson(
  { personen }: AddDeps,
  { actor, kommune }: Bestellende,
  mitglied: string | null,
): Promise<boolean> {
  return mitglied === null || (await personen(actor, kommune)).some(({ id }) => id === mitglied);
}

function problemsOf(wunsch: Befugniswunsch, file: IncomingFile | null) {
  const { name, grundlage, art, grenzeCent, gueltigVon, gueltigBis } = wunsch;
  const needsLimit = art === 'vollmacht' || art === 'laufende-verwaltung';
  const checks: readonly (readonly [boolean, string, string])[] = [
    [name.length < 2 || name.length > 200, 'name', 'Bitte nennen Sie die Person.'],
    [
      grundlage.length < 3 || grundlage.length > 500,
      'grundlage',
      'Bitte nennen Sie, worauf die Befugnis beruht, zum Beispiel die Wahl oder die Hauptsatzung.',
    ],
    [needsLimit && grenzeCent === null, 'grenze', 'Bitte nennen Sie die Wertgrenze in Euro.'],
    [
      art === 'vollmacht' && file === null,
      'datei',
      'Bitte laden Sie die Vollmacht als Datei hoch. Ohne sie bindet die Unterschrift die Kommune nicht.',
    ],
    [
      gueltigBis !== null && gueltigBis < gueltigVon,
      'gueltigBis',
      'Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.',
    ],
  ];
  return checks.flatMap(([wrong, field, message]) => (wrong ? [{ field, message }] : []));
}

/** Ends a Befugnis from a day on; what was signed before stays signed. */
export async function revokeSigner(
  deps: Deps,
  wer: Bestellende,
  id: string,
  zum: LocalDate,
): Promise<Result<null>> {
  if (zum < deps.clock.today()) return refuse(invalidField('zum', 'Ein Widerruf wirkt frühestens ab heute.'));
  if (!isUuid(id)) return refuse(signerUnknown);
  return deps.db.withTenant(wer.kommune.tenant, wer.actor, async (tx) => {
    if (!(await revokeBefugnis(tx, id, zum, deps.clock.now()))) return refuse(signerUnknown);
    await recordAudit(tx, {
      action: 'marketplace.signer.revoked',
      object: { type: 'marketplace.befugnis', id },
      summary: { zum },
    });
    return ok(null);
  });
}
