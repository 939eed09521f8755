import type { LocalDate, Quartal } from '#kernel';
import { type Antwortwerte, ohneAntwort } from './antwort.ts';

/** Where a value comes from that stands in a form before anybody typed. */
export type Herkunft =
  | { readonly art: 'letzte-runde'; readonly titel: string; readonly am: Date }
  | { readonly art: 'stand'; readonly am: Date }
  | { readonly art: 'pflicht' };

/** What a Kommune states of a Leistung in its Umsetzungsstand, as far as it matters here. */
export interface BekannterStand {
  readonly online: boolean;
  readonly geplantFuer: LocalDate | null;
  readonly fallzahl: number | null;
  readonly angegebenAm: Date;
}

/** What is known of a Leistung before the Kommune answers. */
export interface Bekanntes {
  readonly pflicht: boolean;
  readonly stand: BekannterStand | null;
  readonly letzte: (Antwortwerte & { readonly am: Date }) | null;
  readonly letzteTitel: string;
}

/** A filled-in answer, and for each field where its value comes from. */
export interface Vorbelegung {
  readonly werte: Antwortwerte;
  readonly herkunft: Readonly<
    Partial<Record<'bedarf' | 'wunschquartal' | 'fallzahl' | 'vorarbeit', Herkunft>>
  >;
}

/**
 * Fills in what is known: what is online needs nothing more, otherwise the last round counts; a counted number of cases
 * from the Stand goes before an older answer. A wished quarter that has passed is not proposed again. Remarks are never
 * carried along: they were said of that round.
 */
export function vorbelegungOf({ stand, letzte, letzteTitel }: Bekanntes, jetzt: Quartal): Vorbelegung {
  const vonStand: Herkunft | null = stand && { art: 'stand', am: stand.angegebenAm };
  const vonLetzter: Herkunft | null = letzte && { art: 'letzte-runde', titel: letzteTitel, am: letzte.am };
  const online = stand?.online === true;
  const bedarf = online ? ('nein' as const) : (letzte?.bedarf ?? null);
  const quartal = bedarf !== 'nein' ? (letzte?.wunschquartal ?? null) : null;
  const wunschquartal = quartal !== null && quartal >= jetzt ? quartal : null;
  const fallzahl = stand?.fallzahl ?? letzte?.fallzahl ?? null;
  const vorarbeit = letzte?.vorarbeit ?? null;
  const from = (value: unknown, herkunft: Herkunft | null) =>
    value === null || herkunft === null ? undefined : herkunft;
  return {
    werte: { ...ohneAntwort, bedarf, wunschquartal, fallzahl, vorarbeit },
    herkunft: withoutUndefined({
      bedarf: from(bedarf, online ? vonStand : vonLetzter),
      wunschquartal: from(wunschquartal, vonLetzter),
      fallzahl: from(fallzahl, stand?.fallzahl != null ? vonStand : vonLetzter),
      vorarbeit: from(vorarbeit, vonLetzter),
    }),
  };
}

function withoutUndefined<T extends Readonly<Record<string, Herkunft | undefined>>>(
  all: T,
): Vorbelegung['herkunft'] {
  return Object.fromEntries(Object.entries(all).filter(([, herkunft]) => herkunft !== undefined));
}

/** Why a Leistung is asked again although the last round has an answer. */
export type Anlass = 'neu' | 'geaendert' | 'ohne-antwort' | 'rang';

/** What changed at a Leistung since the last round; `null` where nothing did. */
export function anlassOf({ stand, letzte }: Bekanntes): Exclude<Anlass, 'rang'> | null {
  if (letzte === null) return stand?.online === true ? null : 'neu';
  if (letzte.bedarf === null && stand?.online !== true) return 'ohne-antwort';
  return stand !== null && stand.angegebenAm > letzte.am ? 'geaendert' : null;
}
