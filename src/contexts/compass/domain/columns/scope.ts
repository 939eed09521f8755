import type { Matrix, MatrixBody, MatrixLeistung } from './matrix.ts';

/** Which cells a question is about. Consent is part of it: a body that does not consent is not in it. */
export interface Scope {
  /** 1 for each body that counts. */
  readonly bodies: Uint8Array;
  /** The positions of the Leistungen that count. */
  readonly leistungen: Uint32Array;
  /** 1 for each cell that is a duty of the body; null where duties do not matter. */
  readonly pflicht: Uint8Array | null;
}

export function scopeOf(
  matrix: Matrix,
  choice: {
    readonly body: (body: MatrixBody, index: number) => boolean;
    readonly leistung: (leistung: MatrixLeistung, index: number) => boolean;
    readonly pflicht: Uint8Array | null;
  },
): Scope {
  const positions = matrix.leistungen.flatMap((leistung, index) =>
    choice.leistung(leistung, index) ? [index] : [],
  );
  return {
    bodies: Uint8Array.from(matrix.bodies, (body, index) => (choice.body(body, index) ? 1 : 0)),
    leistungen: Uint32Array.from(positions),
    pflicht: choice.pflicht,
  };
}

/** Calls `visit` with every cell of the scope. */
export function eachCell(
  { leistungen: { length: columns } }: Pick<Matrix, 'leistungen'>,
  { bodies, leistungen, pflicht }: Scope,
  visit: (cell: number, body: number, leistung: number) => void,
): void {
  for (let body = 0; body < bodies.length; body += 1) {
    if (bodies[body] === 0) continue;
    const first = body * columns;
    for (let at = 0; at < leistungen.length; at += 1) {
      const leistung = leistungen[at] ?? 0;
      const cell = first + leistung;
      if (pflicht !== null && pflicht[cell] === 0) continue;
      visit(cell, body, leistung);
    }
  }
}
