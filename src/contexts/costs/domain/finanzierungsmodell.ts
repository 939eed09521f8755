import { type LocalDate, localDate, ok, type Result, ratio, refuse } from '#kernel';
import type { Dezimal, Finanzierung, Rundung, Schicht } from './kostenplan.ts';
import { planRefusal } from './refusals.ts';

/** How a layer of a model is shared inside: by a key of this kind, or (`innen`) by each position's own. */
export type Modellschluessel = 'innen' | 'koenigsteiner' | 'koenigsteiner_angepasst' | 'einwohner';

/** A way of funding that a decision or a law sets, dated. */
export interface Finanzierungsmodell {
  readonly id: string;
  readonly titel: string;
  readonly gueltigAb: string | null;
  readonly norm: string;
  readonly schichten: readonly {
    readonly id: string;
    readonly titel: string;
    /** `null`: what `teilt` shares out among the levels that a service's annex names. */
    readonly anteil: Dezimal | null;
    readonly gruppen: readonly string[];
    readonly schluessel: Modellschluessel;
  }[];
  /** What the layers without a share of their own make together. */
  readonly teilt: Dezimal | null;
  readonly sitzland: { readonly anteil: Dezimal; readonly merkmal: string } | null;
  /** What else the rule sets; `null` where it says nothing. */
  readonly vorgaben: {
    readonly rundung: Rundung | null;
    /** Month and day, `10-31`. */
    readonly faellig: string | null;
    /** How many years before the bill's the inhabitants of 31 December count. */
    readonly einwohnerVorJahren: number | null;
  };
  readonly hinweis: string;
  readonly quelle: string;
  readonly quelleUrl: string;
}

export interface Modellwahl {
  /** The plan's key for each kind that the model asks for. */
  readonly schluessel: Readonly<Partial<Record<Modellschluessel, string>>>;
  /** How the levels share what the model leaves open; they make exactly 1. */
  readonly ebenen?: Readonly<Record<string, Dezimal>> | undefined;
  /** Who bears the seat quota. */
  readonly sitzland?: string | undefined;
}

/** Makes the funding of a plan from a model and what the model leaves to choose. */
export function finanzierungAus(modell: Finanzierungsmodell, wahl: Modellwahl): Result<Finanzierung> {
  const schichten: Schicht[] = [];
  for (const { id, titel, anteil, gruppen, schluessel } of modell.schichten) {
    const key = schluessel === 'innen' ? null : wahl.schluessel[schluessel];
    if (key === undefined) return refuse(keyNeeded(modell, titel, schluessel));
    const share = anteil ?? anteilDerEbene(modell, wahl, id);
    if (share !== '0') schichten.push({ id, titel, anteil: share, gruppen, schluessel: key });
  }
  const vorab =
    modell.sitzland === null || wahl.sitzland === undefined
      ? []
      : [{ id: 'sitzland', titel: 'Sitzlandquote', zahler: wahl.sitzland, ...modell.sitzland }];
  const { id, titel, norm, quelleUrl } = modell;
  return ok({ modell: id, titel: `${titel} (${norm})`, quelle: quelleUrl, vorab, schichten });
}

/** What a model sets for a year besides who bears what. */
export function vorgabenFuer({ vorgaben }: Finanzierungsmodell, jahr: number): Jahresvorgaben {
  const { rundung, faellig, einwohnerVorJahren } = vorgaben;
  return {
    rundung,
    faelligAm: faellig === null ? null : localDate(`${jahr}-${faellig}`),
    stichtag: einwohnerVorJahren === null ? null : localDate(`${jahr - einwohnerVorJahren}-12-31`),
  };
}

export interface Jahresvorgaben {
  readonly rundung: Rundung | null;
  readonly faelligAm: LocalDate | null;
  /** Whose inhabitants count. */
  readonly stichtag: LocalDate | null;
}

/** Of what the model leaves open; `0` where the service does not concern the level. */
function anteilDerEbene({ teilt }: Finanzierungsmodell, { ebenen }: Modellwahl, id: string): Dezimal {
  const part = ratio.parse(ebenen?.[id] ?? '0');
  return part.ok ? ratio.toText(ratio.mul(ratio.ofDecimal(teilt ?? '1'), part.value)) : '0';
}

function keyNeeded({ titel }: Finanzierungsmodell, layer: string, kind: string) {
  return planRefusal(
    'COSTS_MODEL_KEY_MISSING',
    `„${titel}“ verteilt „${layer}“ nach einem Schlüssel der Art „${kind}“. Wählen Sie im Kostenplan einen solchen Schlüssel aus.`,
    'schluessel',
  );
}
