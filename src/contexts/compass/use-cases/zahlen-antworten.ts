import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import {
  type Abdeckung,
  answerAbdeckung,
  answerVerlauf,
  answerVerteilung,
  type Verlauf,
  type Verteilung,
} from '../figures/answer-figures.ts';
import { answerPaare, inOrdnung, type Paar, paarSortierungen } from '../figures/answer-paare.ts';
import { abdeckungsgliederungen, gliederungen, spaltengliederungen } from '../figures/teile.ts';
import { gesamteAbdeckung, ohneAngabenFilter } from './abdeckung-fragen.ts';
import { eigeneFrage, type FrageDeps, type GestellteFrage, strengeFrage } from './frage-stellen.ts';
import { type Vergleich, vergleichen } from './vergleichen.ts';
import { wunschOf } from './vergleichswunsch.ts';

/** Who asks what: a person or machine with parameters; the operator also names an organisation. */
export interface Anfrage {
  readonly principal: Principal | null;
  readonly parameters: URLSearchParams;
  readonly organisation?: string | undefined;
}

export interface ZahlenAntwort {
  readonly frage: GestellteFrage;
  /** `null` where nothing is counted. */
  readonly alle: Abdeckung | null;
  /** `null` for an IT-Dienstleister. */
  readonly eigene: { readonly frage: GestellteFrage; readonly abdeckung: Abdeckung | null } | null;
}

export interface AbdeckungAntwort {
  readonly frage: GestellteFrage;
  readonly nach: string;
  readonly teile: readonly Abdeckung[];
}

export interface VerteilungAntwort {
  readonly frage: GestellteFrage;
  readonly verteilung: Verteilung;
}

export interface VerlaufAntwort {
  readonly frage: GestellteFrage;
  readonly verlauf: Verlauf;
}

export interface PaareAntwort {
  readonly frage: GestellteFrage;
  readonly anzahl: number;
  readonly paare: readonly Paar[];
}

export interface VergleichAntwort {
  readonly frage: GestellteFrage;
  readonly vergleich: Vergleich;
}

/** A question of a machine or of the command line, refused where a value means nothing. */
async function asked(
  deps: FrageDeps,
  { principal, parameters, organisation }: Anfrage,
): Promise<Result<GestellteFrage>> {
  return strengeFrage(deps, principal, parameters, organisation);
}

/** The coverage of the own Kommune and of all that share. */
export async function zahlenAntwort(deps: FrageDeps, anfrage: Anfrage): Promise<Result<ZahlenAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const alle = ohneAngabenFilter(frage.value);
  const eigene = eigeneFrage(alle);
  return ok({
    frage: alle,
    eigene: eigene && { frage: eigene, abdeckung: await gesamteAbdeckung(eigene) },
    alle: await gesamteAbdeckung(alle),
  });
}

export async function abdeckungAntwort(deps: FrageDeps, anfrage: Anfrage): Promise<Result<AbdeckungAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const nach = abdeckungsgliederungen.find((each) => each === anfrage.parameters.get('nach')) ?? 'themenfeld';
  const ohne = ohneAngabenFilter(frage.value);
  return ok({ frage: ohne, nach, teile: await answerAbdeckung(ohne, nach) });
}

export async function verteilungAntwort(
  deps: FrageDeps,
  anfrage: Anfrage,
): Promise<Result<VerteilungAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const named = (name: string) => anfrage.parameters.get(name);
  const zeilen = gliederungen.find((each) => each === named('zeilen')) ?? 'themenfeld';
  const spalten = spaltengliederungen.find((each) => each === named('spalten')) ?? 'zustand';
  return ok({ frage: frage.value, verteilung: await answerVerteilung(frage.value, zeilen, spalten) });
}

export async function verlaufAntwort(deps: FrageDeps, anfrage: Anfrage): Promise<Result<VerlaufAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const ohne = ohneAngabenFilter(frage.value);
  return ok({ frage: ohne, verlauf: await answerVerlauf(ohne, 24) });
}

export const mostPaare = 1_000;

export async function paareAntwort(deps: FrageDeps, anfrage: Anfrage): Promise<Result<PaareAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const { parameters } = anfrage;
  const sortierung = parameters.get('sortierung') ?? '';
  const nach = paarSortierungen.find((each) => each === sortierung.replace(/^-/, ''));
  const { anzahl, from } = await answerPaare(frage.value, {
    suche: parameters.get('suche') ?? '',
    ordnung: nach ? [{ nach, absteigend: sortierung.startsWith('-') }] : inOrdnung.ordnung,
  });
  const groesse = Math.min(mostPaare, wholeNumber(parameters.get('anzahl'), 100));
  const start = (wholeNumber(parameters.get('seite'), 1) - 1) * groesse;
  return ok({ frage: frage.value, anzahl, paare: [...from(start, start + groesse)] });
}

export async function vergleichAntwort(deps: FrageDeps, anfrage: Anfrage): Promise<Result<VergleichAntwort>> {
  const frage = await asked(deps, anfrage);
  if (!frage.ok) return frage;
  const wunsch = wunschOf(frage.value, anfrage.parameters);
  if (!wunsch.ok) return wunsch;
  const vergleich = await vergleichen(frage.value, wunsch.value);
  return vergleich.ok ? ok({ frage: frage.value, vergleich: vergleich.value }) : vergleich;
}

function wholeNumber(text: string | null, otherwise: number): number {
  return /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : otherwise;
}
