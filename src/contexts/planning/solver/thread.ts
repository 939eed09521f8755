import { parentPort, workerData } from 'node:worker_threads';
import type { Planungsproblem } from '../domain/problem.ts';
import { openHighs } from './highs.ts';
import { genauBis, loese } from './loese.ts';

/** What a solving thread is given. */
export interface Auftrag {
  readonly problem: Planungsproblem;
  readonly sekunden: number;
  readonly seed: number;
}

// A thread that makes one plan and ends: what it computes blocks nobody, and whoever started it may end it at any time.

const seconds = () => performance.now() / 1_000;
const { problem, sekunden, seed } = workerData as Auftrag;
const highs = await openHighs();
let told = Number.NEGATIVE_INFINITY;
const ergebnis = loese(highs, problem, {
  sekunden,
  seed,
  genauBis,
  uhr: seconds,
  melden: (fortschritt) => {
    if (seconds() - told < 0.2) return;
    told = seconds();
    parentPort?.postMessage({ fortschritt });
  },
});
parentPort?.postMessage({ ergebnis });
