import highsModule, { type Highs } from 'highs';
import type { Modell } from './modell.ts';

/** What HiGHS found: the chosen columns and how far they may be from the best. */
export interface Loesung {
  readonly wahl: Float64Array;
  readonly wert: number;
  readonly schranke: number;
  readonly bewiesen: boolean;
}

/** Reports while a long solve runs: the best value so far and the proven bound. */
export type Zwischenstand = (wert: number, schranke: number) => void;

// The package describes its ES module as if it were CommonJS: what it calls a module is the function itself.
const loadHighs = highsModule as unknown as (typeof highsModule)['default'];

/** Loads the solver, once a process. */
export function openHighs(): Promise<Highs> {
  return loadHighs();
}

/** Solves a model within some seconds, from the plan that is there; `null` where it found nothing in that time. */
export function solveModell(
  highs: Highs,
  modell: Modell,
  seconds: number,
  zwischenstand: Zwischenstand = () => {},
): Loesung | null {
  const { modelStatus, callbackType, variableType } = highs.constants;
  const numCols = modell.spalten.length;
  const numRows = modell.oben.length;
  using model = highs.createModel({
    numCols,
    numRows,
    offset: modell.fest,
    colCost: modell.kosten,
    colLower: modell.mindestens,
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: modell.unten,
    rowUpper: modell.oben,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: modell.zeilen.starts,
      indices: modell.zeilen.spalten,
      values: modell.zeilen.werte,
    },
    integrality: new Int32Array(numCols).fill(variableType.integer),
  });
  model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 1e-7, mip_abs_gap: 0.99 });
  model.setSolution({ colValue: modell.start });
  model.run({
    [callbackType.mipLogging]: ({ data }) => {
      zwischenstand(data.mip_primal_bound ?? Number.POSITIVE_INFINITY, data.mip_dual_bound ?? 0);
    },
  });
  const status = model.getModelStatus();
  const bewiesen = status === modelStatus.optimal || status === modelStatus.empty;
  const wert = model.getObjectiveValue();
  if (!bewiesen && (status !== modelStatus.timeLimit || !Number.isFinite(wert))) return null;
  const schranke = bewiesen ? wert : Number(model.info.get('mip_dual_bound'));
  return { wahl: model.getSolution().colValue, wert, schranke, bewiesen };
}
