/** Which bodies a step is for; what is not named does not narrow it. */
export interface Auswahl {
  /** Exactly these keys. */
  readonly kommunen: readonly string[];
  /** All bodies of a Land; without one the own circle. */
  readonly land: string | null;
  readonly kreis: string | null;
  readonly klasse: string | null;
}

export const ganzerKreis: Auswahl = { kommunen: [], land: null, kreis: null, klasse: null };

/** What a choice looks at. */
export interface Waehlbar {
  readonly ags: string;
  readonly land: string;
  readonly kreisAgs: string | null;
  readonly klasse: string | null;
}

/** The bodies that are chosen: of all where a Land or keys are named, else of the own circle. */
export function gewaehlt<Body extends Waehlbar>(
  auswahl: Auswahl,
  bodies: Iterable<Body>,
  circle: ReadonlySet<string>,
): readonly Body[] {
  const keys = new Set(auswahl.kommunen);
  const named = (ags: string) => (keys.size > 0 ? keys.has(ags) : auswahl.land !== null || circle.has(ags));
  return [...bodies].filter((body) => named(body.ags) && isWithin(auswahl, body));
}

function isWithin({ land, kreis, klasse }: Auswahl, body: Waehlbar): boolean {
  if (land !== null && body.land !== land) return false;
  if (kreis !== null && body.kreisAgs !== kreis && body.ags !== kreis) return false;
  return klasse === null || body.klasse === klasse;
}
