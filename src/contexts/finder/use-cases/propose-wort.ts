import type { Catalogue } from '#catalogue';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, type Principal, recordAudit } from '#platform';
import type { FinderDeps } from '../deps.ts';
import { wortArten } from '../domain/finder-input.ts';
import { aktionen, type Vorschlag, type Wortaenderung } from '../domain/vorschlag.ts';
import { vorschlagInvalid, vorschlagUnknown } from '../errors.ts';
import { insertVorschlag, readVorschlaege, readVorschlag } from '../store-thesaurus.ts';
import { editorsHouse } from './editors.ts';
import { type HeldWort, keyOfWort } from './load-finder.ts';

/** A proposal as it comes from a form or a body. */
export interface VorschlagInput {
  readonly aktion: string;
  /** An OZG number or the id of a Leistung. */
  readonly ziel: string;
  readonly art: string;
  readonly sprache: string;
  readonly wort: string;
  readonly begruendung: string;
}

const longestWort = 60;
const mostWords = 5;
const longestReason = 500;

/** Proposes a word for the thesaurus, or that one be taken out. */
export async function proposeWort(
  deps: FinderDeps,
  principal: Principal | null,
  input: VorschlagInput,
): Promise<Result<Vorschlag>> {
  const house = await editorsHouse(deps, principal);
  if (!house.ok) return house;
  const read = readAenderung(input, await deps.catalogue(), (await deps.words()).woerter);
  if (!read.ok) return read;
  const { actor, tenant, recipient, name } = house.value;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const id = newId();
    const begruendung = input.begruendung.trim().slice(0, longestReason);
    await insertVorschlag(tx, tenant, recipient, { ...read.value, id, begruendung, haus: name });
    await recordAudit(tx, {
      action: 'finder.vorschlag.made',
      object: { type: 'finder.vorschlag', id },
      summary: { aktion: read.value.aktion, ziel: input.ziel, wort: read.value.wort },
    });
    const kept = await readVorschlag(tx, id);
    return kept === null ? refuse(vorschlagUnknown) : ok(kept);
  });
}

/** The proposals that somebody's organisation made or decides. */
export async function vorschlaegeFor(
  deps: FinderDeps,
  principal: Principal | null,
): Promise<Result<readonly Vorschlag[]>> {
  const house = await editorsHouse(deps, principal);
  if (!house.ok) return house;
  return ok(await deps.db.withTenant(house.value.tenant, house.value.actor, readVorschlaege));
}

/** Reads a change; refuses with every field that does not fit. */
export function readAenderung(
  input: VorschlagInput,
  catalogue: Catalogue,
  held: readonly HeldWort[],
): Result<Wortaenderung> {
  const ziel = zielOf(input.ziel, catalogue);
  const aktion = aktionen.find((each) => each === input.aktion);
  const art = wortArten.find((each) => each === input.art);
  const wort = input.wort.replace(/\s+/g, ' ').trim();
  const sprache = art === 'fremd' ? input.sprache.trim().toLowerCase() : 'de';
  const problems: FieldProblem[] = [];
  if (ziel === null)
    problems.push({
      field: 'ziel',
      message: 'Bitte eine OZG-Nummer oder eine Leistung nennen, die es gibt.',
    });
  if (aktion === undefined) problems.push({ field: 'aktion', message: 'Bitte „dazu“ oder „weg“ wählen.' });
  if (art === undefined) problems.push({ field: 'art', message: 'Bitte eine Art des Wortes wählen.' });
  if (!/^[a-z]{2}$/.test(sprache))
    problems.push({ field: 'sprache', message: 'Bitte die Sprache mit zwei Buchstaben nennen.' });
  if (wort === '' || wort.length > longestWort || wort.split(' ').length > mostWords)
    problems.push({
      field: 'wort',
      message: 'Bitte ein Wort oder wenige Wörter mit höchstens 60 Zeichen eintragen.',
    });
  if (ziel === null || aktion === undefined || art === undefined || problems.length > 0)
    return refuse(vorschlagInvalid(problems));
  return standing({ ...ziel, aktion, art, sprache, wort }, held);
}

/** A word that is there cannot be added, one that is not there cannot be taken out. */
function standing(aenderung: Wortaenderung, held: readonly HeldWort[]): Result<Wortaenderung> {
  const there = held.some((each) => keyOfWort(each) === keyOfWort(aenderung));
  if (there === (aenderung.aktion === 'weg')) return ok(aenderung);
  const message = there ? 'Dieses Wort steht dort schon.' : 'Dieses Wort steht dort nicht.';
  return refuse(vorschlagInvalid([{ field: 'wort', message }]));
}

function zielOf(text: string, catalogue: Catalogue): Pick<Wortaenderung, 'ozgId' | 'leistungId'> | null {
  const key = text.trim();
  const leistung = catalogue.leistungById.get(key.toUpperCase());
  if (leistung) return { ozgId: null, leistungId: leistung.id };
  const ozg = /^\d{5}$/.test(key) ? catalogue.ozgById.get(Number(key)) : undefined;
  return ozg ? { ozgId: ozg.ozgId, leistungId: null } : null;
}
