/** What the figures need to know of a body. */
export interface MatrixBody {
  readonly ags: string;
  readonly name: string;
  readonly klasse: string | null;
  readonly kreisAgs: string | null;
  readonly einwohner: number | null;
}

/** What the figures need to know of a Leistung. */
export interface MatrixLeistung {
  readonly id: string;
  readonly ozgId: number | null;
  readonly themenfeldId: number | null;
}

/** All cells (body, Leistung) by number: body by body, within each in the catalogue's order. */
export interface Matrix {
  readonly bodies: readonly MatrixBody[];
  readonly leistungen: readonly MatrixLeistung[];
  readonly cells: number;
  /** The cell of an AGS and an id; null where the matrix does not hold them. */
  readonly cellOf: (ags: string, leistungId: string) => number | null;
}

export function matrixOf(bodies: readonly MatrixBody[], leistungen: readonly MatrixLeistung[]): Matrix {
  const rows = new Map(bodies.map(({ ags }, index) => [ags, index]));
  const columns = new Map(leistungen.map(({ id }, index) => [id, index]));
  return {
    bodies,
    leistungen,
    cells: bodies.length * leistungen.length,
    cellOf: (ags, leistungId) => {
      const row = rows.get(ags);
      const column = columns.get(leistungId);
      return row === undefined || column === undefined ? null : row * leistungen.length + column;
    },
  };
}
