import { resolveLeistung } from '#catalogue';
import { nearest, ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { type Angebot, newestAngebote } from '../domain/angebot.ts';
import type { LiveDienst } from '../domain/live-dienst.ts';
import type { Abdeckung } from '../domain/onlinedienst.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { dienstUnknown } from '../errors.ts';
import { readAngebote } from '../store-angebot.ts';
import { readAllLive, readLiveOfDienst } from '../store-public.ts';

/** A service in the list of all: its newest version and how many Kommunen have it live. */
export interface AngebotRow {
  readonly angebot: Angebot;
  readonly live: number;
}

/** Every offered service in its newest version. */
export function listAngebote({ db }: Pick<EfaDeps, 'db'>): Promise<readonly AngebotRow[]> {
  return db.withPublic(async (tx) => {
    const live = await readAllLive(tx);
    return newestAngebote(await readAngebote(tx)).map((angebot) => ({
      angebot,
      live: live.filter(
        ({ dienst, ausgesetztGrund }) => dienst === angebot.dienst && ausgesetztGrund === null,
      ).length,
    }));
  });
}

/** A covered Leistung: the norms that carry it, beside what the catalogue says. */
export interface AbdeckungView extends Abdeckung {
  /** Null where the catalogue does not know the key. */
  readonly leistung: { readonly id: string; readonly name: string } | null;
  /** The legal bases as the catalogue names them. */
  readonly katalog: readonly string[];
}

export interface AngebotDetail {
  readonly angebot: Angebot;
  readonly abdeckung: readonly AbdeckungView[];
  readonly kommunen: readonly LiveDienst[];
}

/** One service: what it covers, and who uses it. */
export async function readAngebotDetail(
  { db, world }: Pick<EfaDeps, 'db' | 'world'>,
  dienst: string,
): Promise<Result<AngebotDetail>> {
  const { catalogue } = await world();
  const { all, kommunen } = await db.withPublic(async (tx) => ({
    all: newestAngebote(await readAngebote(tx)),
    kommunen: await readLiveOfDienst(tx, dienst),
  }));
  const angebot = all.find((each) => each.dienst === dienst);
  if (!angebot) {
    const near = nearest(dienst, all, (each) => `${each.dienst} ${each.data.title}`, 5);
    return refuse(
      dienstUnknown(
        dienst,
        near.map((each) => ({ key: each.dienst, label: each.data.title })),
      ),
    );
  }
  const abdeckung = angebot.data.covers.map((cover) => {
    const found = resolveLeistung(catalogue, cover.leika);
    const leistung = found.ok ? found.value : null;
    return { ...cover, leistung, katalog: leistung?.rechtsgrundlagen.map(({ text }) => text) ?? [] };
  });
  return ok({ angebot, abdeckung, kommunen });
}

/** What lies in the definition folders and is not offered yet in this version; only for those who may offer. */
export async function offerable(
  deps: Pick<EfaDeps, 'db' | 'onlinedienste' | 'ownAnbieter'>,
  principal: Principal | null,
): Promise<readonly { readonly dienst: string; readonly titel: string; readonly fassung: string }[]> {
  if (principal?.permissions.has('efa.angebot.manage') !== true) return [];
  if ((await deps.ownAnbieter(principal)) === null) return [];
  const [found, offered] = await Promise.all([deps.onlinedienste(), deps.db.withPublic(readAngebote)]);
  return found
    .filter(
      ({ id, version }) => !offered.some(({ dienst, data }) => dienst === id && data.version === version),
    )
    .map(({ id, title, version }) => ({ dienst: id, titel: title, fassung: String(version) }));
}
