import { ok, type Result, refuse } from '#kernel';
import { parseTenantId, type Tx } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { folgetermin } from '../domain/folgetermin.ts';
import { beginnJePunkt, istOffen, type Sitzung, ueberhang } from '../domain/sitzung.ts';
import { sitzungUnbekannt } from '../errors.ts';
import { type Aufgabe, readAufgaben } from '../store/aufgaben.ts';
import { type Beschluss, readBeschluesse, readZiele, type Ziel } from '../store/beschluesse.ts';
import { type Material, readMaterialien } from '../store/dateien.ts';
import { readSitzungFragen, type SitzungFrage } from '../store/fragen.ts';
import { type Gruppe, readGruppen, readSitze, type Sitz } from '../store/gruppen.ts';
import { type Notiz, readNotizen } from '../store/protokoll.ts';
import {
  type Anmeldung,
  type PunktRow,
  readAnmeldungen,
  readAnwesende,
  readPunkte,
  readSitzung,
} from '../store/sitzungen.ts';
import { countZustellungen } from '../store/zustellungen.ts';
import { type Frage, fragenAuf, readFragen } from './fragen.ts';
import { type Gast, gaesteIn } from './gaeste.ts';
import { eigenerSitz, idOf, type Mitwirkende } from './wer.ts';

/** A session with everything that hangs on it, as one person sees it. */
export interface SitzungBlick {
  readonly wer: Mitwirkende;
  readonly sitzung: Sitzung;
  readonly gruppe: Gruppe;
  readonly sitze: readonly Sitz[];
  readonly eigener: Sitz | null;
  readonly punkte: readonly (PunktRow & { readonly beginn: string })[];
  /** Minutes by which the agenda is longer than the session. */
  readonly zuLang: number;
  /** The questions that stand on the agenda by themselves. */
  readonly fragen: readonly Frage[];
  /** The same as they stood when the session ended. */
  readonly behandelt: readonly SitzungFrage[];
  readonly materialien: readonly Material[];
  readonly anmeldungen: readonly Anmeldung[];
  readonly anwesend: readonly string[];
  /** Guests by name, for the organisation that invited them. */
  readonly gaeste: readonly Gast[];
  readonly beschluesse: readonly (Beschluss & { readonly ziele: readonly Ziel[] })[];
  readonly aufgaben: readonly Aufgabe[];
  readonly notizen: readonly Notiz[];
  readonly nachrichten: readonly { readonly zustand: string; readonly anzahl: number }[];
  /** The next day of the series, proposed; `null` where there is no series or the next session is there. */
  readonly folgetermin: Sitzung['tag'] | null;
}

type Deps = Pick<WorkgroupDeps, 'db' | 'keys' | 'discussion'>;

/** A session for whoever belongs to its group. */
export async function readSitzungBlick(
  deps: Deps,
  wer: Mitwirkende,
  text: string,
): Promise<Result<SitzungBlick>> {
  const id = idOf(text, sitzungUnbekannt);
  if (!id.ok) return id;
  const inner = await deps.db.withTenant(wer.tenant, wer.actor, (tx) => readIn(tx, deps, wer, id.value));
  if (inner === null) return refuse(sitzungUnbekannt);
  const { sitzung } = inner;
  const { fragen, sitzungen } = await readFragen(deps, wer);
  const later = sitzungen.some(
    ({ gruppeId, tag, zustand }) =>
      gruppeId === sitzung.gruppeId && tag > sitzung.tag && zustand !== 'abgesagt',
  );
  const { abstandMonate } = sitzung;
  return ok({
    ...inner,
    wer,
    fragen: fragenAuf(sitzung, fragen, sitzungen),
    folgetermin: abstandMonate === null || later ? null : folgetermin(sitzung.tag, abstandMonate),
  });
}

async function readIn(
  tx: Tx,
  deps: Pick<Deps, 'keys'>,
  wer: Mitwirkende,
  id: string,
): Promise<Omit<SitzungBlick, 'fragen' | 'folgetermin' | 'wer'> | null> {
  const sitzung = await readSitzung(tx, id);
  const gruppe = (await readGruppen(tx)).find((one) => one.id === sitzung?.gruppeId);
  if (sitzung === null || gruppe === undefined) return null;
  const sitze = await readSitze(tx, gruppe.id);
  const punkte = await readPunkte(tx, id);
  const zeiten = beginnJePunkt(sitzung.beginn, punkte);
  const ziele = await readZiele(tx);
  const minuten = punkte.reduce((sum, punkt) => sum + punkt.minuten, 0);
  const leads = wer.leitet && parseTenantId(sitzung.providerId) === wer.tenant;
  return {
    sitzung,
    gruppe,
    sitze,
    eigener: eigenerSitz(sitze, wer, gruppe.id),
    punkte: punkte.map((punkt, at) => ({ ...punkt, beginn: zeiten[at] ?? sitzung.beginn })),
    zuLang: ueberhang(sitzung, minuten),
    behandelt: istOffen(sitzung.zustand)
      ? []
      : (await readSitzungFragen(tx)).filter(({ sitzungId }) => sitzungId === id),
    materialien: await readMaterialien(tx, id),
    anmeldungen: await readAnmeldungen(tx, id),
    anwesend: await readAnwesende(tx, id),
    gaeste: leads
      ? (await gaesteIn(tx, deps, wer.tenant)).filter(({ gruppeId }) => gruppeId === gruppe.id)
      : [],
    beschluesse: (await readBeschluesse(tx, id)).map((one) => ({ ...one, ziele: ziele.get(one.id) ?? [] })),
    aufgaben: (await readAufgaben(tx)).filter(({ sitzungId }) => sitzungId === id),
    notizen: await readNotizen(tx, id),
    nachrichten: leads ? await countZustellungen(tx, id) : [],
  };
}

/** What stands for an organisation where a seat is named. */
export function sitzName(sitze: readonly Sitz[], id: string | null): string | null {
  return sitze.find((sitz) => sitz.id === id)?.haus ?? null;
}
