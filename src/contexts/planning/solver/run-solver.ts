import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Ergebnis, Fortschritt } from './loese.ts';
import type { Auftrag } from './thread.ts';

/** Told while a plan is made; `false` ends the work, and nothing comes of it. */
export type Weiter = (fortschritt: Fortschritt) => Promise<boolean>;

type Said = { readonly fortschritt: Fortschritt } | { readonly ergebnis: Ergebnis };

/** Makes a plan in a thread of its own; `null` where `weiter` ended it. Throws where the thread ends without a plan. */
export async function runSolver(auftrag: Auftrag, weiter: Weiter): Promise<Ergebnis | null> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: auftrag,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const stopped = new AbortController();
  const failed = once(thread, 'error', { signal: stopped.signal }).then(([error]) => {
    throw error;
  });
  const ended = once(thread, 'exit', { signal: stopped.signal }).then(([code]) => {
    throw new Error(`the thread that makes a plan ended with ${code}`);
  });
  failed.catch(() => {});
  ended.catch(() => {});
  try {
    return await Promise.race([listen(thread, weiter, stopped.signal), failed, ended]);
  } finally {
    stopped.abort();
    await thread.terminate();
  }
}

/** Asks after each report; reports that came meanwhile are passed over. */
function listen(thread: Worker, weiter: Weiter, signal: AbortSignal): Promise<Ergebnis | null> {
  return new Promise((resolve, reject) => {
    let asking = false;
    let last: Fortschritt = { anteil: 0, wert: 0, schranke: 0 };
    const ask = async (fortschritt: Fortschritt) => {
      if (asking) return;
      asking = true;
      try {
        if (!(await weiter(fortschritt))) resolve(null);
      } catch (error) {
        reject(error);
      } finally {
        asking = false;
      }
    };
    const hear = (said: Said) => {
      if ('ergebnis' in said) return resolve(said.ergebnis);
      last = said.fortschritt;
      void ask(last);
    };
    thread.on('message', hear);
    // A long step of the solver reports nothing; whoever wants it to end is heard all the same.
    const timer = setInterval(() => void ask(last), 1_000);
    const leave = () => {
      clearInterval(timer);
      thread.off('message', hear);
    };
    signal.addEventListener('abort', leave, { once: true });
  });
}
