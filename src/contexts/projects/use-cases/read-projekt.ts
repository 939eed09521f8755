import { completeness, type Feld, type Vollstaendigkeit } from '#fields';
import { type LocalDate, nearest, ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Interesse } from '../domain/interesse.ts';
import { phaseOn } from '../domain/phase.ts';
import { type Planverlauf, planverlaeufe } from '../domain/planverlauf.ts';
import type { Projektfassung } from '../domain/projekt.ts';
import { groessterVerzug } from '../domain/verzug.ts';
import { projektUnknown } from '../errors.ts';
import type { Lueckenwirkung, ProjectsDeps } from '../projects-deps.ts';
import { feldwerteOf } from '../projekt-art.ts';
import { eigenesInteresse, type Interessenzahl, interessenOn, interessenzahlen } from '../store-interesse.ts';
import { internOf, projekteOn, verlaufOf } from '../store-projekt.ts';
import type { Projektzeile } from './read-projekte.ts';
import { asViewer } from './view.ts';

/** Everything that somebody may see of a project as of a day. */
export interface Projektdetail extends Projektzeile {
  readonly verlauf: readonly Projektfassung[];
  readonly plaene: readonly Planverlauf[];
  readonly interesse: Interessenzahl;
  /** What the viewer's own Kommune said last; `null` where it said nothing. */
  readonly eigenesWort: Interesse | null;
  /** The Kommunen that told the viewer's house of their interest. */
  readonly angeschrieben: readonly Interesse[];
  /** Names of the Lösungen; `null` as long as nobody keeps a register. */
  readonly loesungNamen: ReadonlyMap<string, string> | null;
  /** What it brings; `null` is „keine Angabe“. */
  readonly wirkung: Lueckenwirkung | null;
  /** The fields as they are worded for the viewer. */
  readonly felder: readonly Feld[];
  readonly vollstaendigkeit: Vollstaendigkeit;
}

/** A project as everybody may read it on a day, without more; refuses with what is like it. */
export function findProjekt(
  { db }: Pick<ProjectsDeps, 'db'>,
  id: string,
  day: LocalDate,
): Promise<Result<Projektfassung>> {
  return db.withPublic(async (tx) => {
    const projekt = (await verlaufOf(tx, id, day)).at(-1);
    return projekt ? ok(projekt) : refuse(projektUnknown(id, suggestionsFor(id, await projekteOn(tx, day))));
  });
}

/** One project as it was known and planned on a day, with every plan it had before. */
export async function readProjektdetail(
  deps: Pick<ProjectsDeps, 'db' | 'loesungNamen' | 'lueckenwirkung' | 'felderOf'>,
  principal: Principal | null,
  id: string,
  day: LocalDate,
): Promise<Result<Projektdetail>> {
  const read = await asViewer(deps, principal, async (tx) => {
    const verlauf = await verlaufOf(tx, id, day);
    const projekt = verlauf.at(-1);
    if (!projekt) return refuse(projektUnknown(id, suggestionsFor(id, await projekteOn(tx, day))));
    const tenant = principal?.tenant ?? null;
    const interesse = (await interessenzahlen(tx, day)).get(id) ?? { zahl: 0, genannte: [] };
    const eigenesWort = tenant ? await eigenesInteresse(tx, id) : null;
    const gefuehrt = tenant !== null && projekt.tenant === tenant;
    const words = gefuehrt ? await interessenOn(tx, day) : [];
    return ok({
      projekt,
      verlauf,
      plaene: planverlaeufe(verlauf),
      phase: phaseOn(projekt.inhalt, day),
      verzug: groessterVerzug(projekt.inhalt, day),
      interesse,
      interessierte: interesse.zahl,
      eigenesWort,
      eigenesInteresse: eigenesWort?.interessiert === true,
      gefuehrt,
      intern: gefuehrt ? await internOf(tx, id, projekt.fassung) : null,
      angeschrieben: words.filter((word) => word.projektId === id && word.interessiert),
    });
  });
  if (!read.ok) return read;
  const { projekt, intern } = read.value;
  const felder = await deps.felderOf(principal?.tenant ?? null);
  const vollstaendigkeit = completeness(felder, feldwerteOf(projekt.inhalt, intern), day);
  return ok({ ...read.value, ...(await broughtBy(deps, principal, projekt)), felder, vollstaendigkeit });
}

async function broughtBy(
  { loesungNamen, lueckenwirkung }: Pick<ProjectsDeps, 'loesungNamen' | 'lueckenwirkung'>,
  principal: Principal | null,
  { inhalt: { loesungen, leistungen } }: Projektfassung,
): Promise<Pick<Projektdetail, 'loesungNamen' | 'wirkung'>> {
  return {
    loesungNamen: loesungNamen && loesungen.length > 0 ? await loesungNamen(loesungen) : null,
    wirkung: await lueckenwirkung(principal, loesungen, leistungen),
  };
}

function suggestionsFor(id: string, projekte: readonly Projektfassung[]) {
  return nearest(id, projekte, (projekt) => projekt.inhalt.titel, 3).map((projekt) => ({
    key: projekt.id,
    label: projekt.inhalt.titel,
  }));
}
