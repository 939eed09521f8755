import { haeufigkeiten } from '#compass';
import { regelwerkFassungen } from '#duties';
import { ok, type Result, refuse } from '#kernel';
import { loesungenOn, solutionsFassungen } from '#solutions';
import { datensatzUnknown } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { allPublicStaende } from '../use-cases/releases.ts';
import type { Datensatz } from './datensatz.ts';
import { haeufigkeitDaten } from './haeufigkeit-daten.ts';
import { katalogDaten } from './katalog-daten.ts';
import { klassenDaten } from './klassen-daten.ts';
import { loesungDaten } from './loesung-daten.ts';
import { regelDaten } from './regel-daten.ts';
import { standDaten } from './stand-daten.ts';

const kept = new WeakMap<object, Map<string, Datensatz>>();

/** Makes a set once for each snapshot that it is made of; `key` names what else it depends on. */
function once(snapshot: object, key: string, make: () => Datensatz): Datensatz {
  const made = kept.get(snapshot) ?? new Map<string, Datensatz>();
  kept.set(snapshot, made);
  const known = made.get(key) ?? make();
  made.clear();
  made.set(key, known);
  return known;
}

/** Every set of open data as it is now: the ground data first, then what Kommunen released. */
export async function alleDatensaetze(deps: ReportsDeps): Promise<readonly Datensatz[]> {
  const { db, clock, compass } = deps;
  const [world, register, staende, published, quellen] = await Promise.all([
    compass.world(),
    deps.register(),
    allPublicStaende(deps),
    haeufigkeiten.published(deps),
    db.withPublic(async (tx) => ({
      regeln: (await regelwerkFassungen(tx)).at(-1)?.stand ?? 'unbekannt',
      loesungen: (await solutionsFassungen(tx)).at(-1)?.stand ?? 'unbekannt',
    })),
  ]);
  const heute = clock.today();
  const { regeln } = world.duties.facts.regelwerk;
  return [
    once(world.catalogue, 'katalog', () => katalogDaten(world.catalogue)),
    once(regeln, quellen.regeln, () => regelDaten(regeln, String(quellen.regeln))),
    once(world.territory, 'klassen', () => klassenDaten(world.territory)),
    once(register, `${heute} ${quellen.loesungen}`, () =>
      loesungDaten(loesungenOn(register, heute), String(quellen.loesungen)),
    ),
    haeufigkeitDaten(world, published),
    ...staende.map(standDaten),
  ];
}

/** One set by its name. */
export async function datensatzNamed(deps: ReportsDeps, name: string): Promise<Result<Datensatz>> {
  const found = (await alleDatensaetze(deps)).find((each) => each.name === name);
  return found ? ok(found) : refuse(datensatzUnknown(name));
}
