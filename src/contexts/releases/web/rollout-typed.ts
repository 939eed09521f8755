import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import { formField } from '#platform';
import { nennung, nennungen, versteher } from '../domain/nennung.ts';
import { pilotFehlt, type Teilnehmer, uebrige } from '../domain/ringe.ts';
import { invalid } from '../errors.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import type { Rolloutwunsch } from '../use-cases/vorschau.ts';

/** So many waves may lie between the Pilotkommunen and all that are left; the API takes as many. */
export const mostWaves = 8;

/** A ring as it is typed: Kommunen as a text, and its first day. */
export interface TypedRing {
  /** Its fields in the form: `pilot`, `welle1` … */
  readonly field: string;
  readonly name: string;
  readonly kommunen: string;
  readonly ab: string;
}

/** A rollout as it is typed; the first ring are the Pilotkommunen, empty waves are left out. */
export interface Typed {
  readonly fassung: string;
  readonly ringe: readonly TypedRing[];
  readonly alleAb: string;
}

const waves = Array.from({ length: mostWaves }, (_, index) => index + 1);

export function typedIn(values: URLSearchParams): Typed {
  const read = (field: string) => ({
    kommunen: formField(values, field),
    ab: formField(values, `${field}Ab`),
  });
  const named = waves
    .map((number) => read(`welle${number}`))
    .filter(({ kommunen, ab }) => kommunen !== '' || ab !== '');
  return {
    fassung: formField(values, 'fassung'),
    ringe: [{ field: 'pilot', name: 'Pilotkommunen', ...read('pilot') }, ...named.map(waveOf)],
    alleAb: formField(values, 'alleAb'),
  };
}

function waveOf(wave: Pick<TypedRing, 'kommunen' | 'ab'>, index: number): TypedRing {
  return { ...wave, field: `welle${index + 1}`, name: `Welle ${index + 1}` };
}

/** The same with one wave more to fill in, as long as there is room. */
export function withWave({ ringe, ...rest }: Typed): Typed {
  if (ringe.length > mostWaves) return { ...rest, ringe };
  return { ...rest, ringe: [...ringe, waveOf({ kommunen: '', ab: '' }, ringe.length - 1)] };
}

/** Puts chosen Kommunen into a ring, and takes them out of the others. */
export function withChosen(
  { ringe, ...rest }: Typed,
  field: string,
  chosen: readonly string[],
  teilnehmer: readonly Teilnehmer[],
): Typed {
  const added = teilnehmer.filter(({ ags }) => chosen.includes(ags));
  const verstehe = versteher(teilnehmer);
  const isChosen = (wort: string) => verstehe([wort]).gefunden.some(({ ags }) => chosen.includes(ags));
  const moved = (ring: TypedRing): TypedRing => {
    const others = nennungen(ring.kommunen).filter((wort) => !isChosen(wort));
    const own = ring.field === field ? added.map(nennung) : [];
    return { ...ring, kommunen: [...others, ...own].join('\n') };
  };
  return { ...rest, ringe: ringe.map(moved) };
}

export function startingWith(stand: Dienststand): Typed {
  const newest = stand.fassungen.find(({ angebot }) => !angebot.zurueckgezogen)?.angebot.fassung ?? '';
  return withWave({ ...typedIn(new URLSearchParams()), fassung: newest });
}

/** As fields of a form that only confirms or goes back. */
export function hiddenOf({ fassung, ringe, alleAb }: Typed): Readonly<Record<string, string>> {
  const rings = ringe.flatMap(({ field, kommunen, ab }) => [
    [field, kommunen] as const,
    [`${field}Ab`, ab] as const,
  ]);
  return { fassung, alleAb, ...Object.fromEntries(rings) };
}

/** Reads the rings; a wave without Kommunen and without a day is none. */
export function wunschOf(dienst: string, { fassung, ringe, alleAb }: Typed): Result<Rolloutwunsch> {
  const day = (text: string, field: string, name: string) => {
    const read = parseLocalDate(text);
    const message = `${name}: Bitte nennen Sie den Tag, an dem dieser Ring beginnt.`;
    return read.ok ? read : refuse({ field, message });
  };
  const read = ringe.map(({ name, kommunen, ab, field }) => ({
    name,
    kommunen: nennungen(kommunen),
    ab: day(ab, `${field}Ab`, name),
  }));
  const last = day(alleAb, 'alleAb', uebrige);
  const problems = [...read.map(({ ab }) => ab), last].flatMap((one) => (one.ok ? [] : [one.refusal]));
  const [pilot, ...wellen] = read.flatMap(({ ab, ...ring }) => (ab.ok ? [{ ...ring, ab: ab.value }] : []));
  if (problems.length > 0 || pilot === undefined || !last.ok) {
    const nobody = nennungen(ringe[0]?.kommunen ?? '').length === 0;
    return refuse(invalid([...(nobody ? [{ field: 'pilot', message: pilotFehlt }] : []), ...problems]));
  }
  return ok({ dienst, fassung, pilot, wellen, alleAb: last.value });
}
