import { performance } from 'node:perf_hooks';
import { parseParameters } from '#forms';
import { loadOnlinedienste, type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { createEffectives, type Overlay, parseOverlay } from '#overlays';
import { prove } from '#prover';
import { hundValues, parkValues } from '../src/contexts/forms/testing/kommune-values.ts';
import { figureOf } from './support/figure.ts';
import { memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** How long a service takes to prove, and what a Kommune's effective definition costs when everything is warm. */

const today = '2026-11-22';
const folder = new URL('../data/onlinedienste', import.meta.url).pathname;
const known: Readonly<Record<string, unknown>> = {
  'hund-anmelden': hundValues,
  bewohnerparkausweis: parkValues,
};
const kommunen = 430;
const services = 150;

await report('forms-proof', 'Proof and layers of Onlinedienste', async () => {
  const loaded = await loadOnlinedienste(folder);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  const proofs = await proofTimes(loaded.value);
  const { cold, warm, memory } = effectiveTimes(loaded.value[0]);
  return {
    figures: [
      figureOf(
        {
          id: 'proof',
          what: 'Proof of a shipped Onlinedienst, definition and one set of values',
          shown: 'max',
          limit: 2,
          unit: 's',
        },
        proofs,
      ),
      figureOf(
        {
          id: 'effective',
          what: `Effective definition of one of ${kommunen} Kommunen × ${services} services, warm`,
          shown: 'p95',
          limit: 5,
          unit: 'ms',
        },
        warm,
      ),
      figureOf({ id: 'effective-cold', what: 'The same for the first time', shown: 'p95', unit: 'ms' }, cold),
      figureOf(
        { id: 'effective-memory', what: 'Memory that all of them together keep', shown: 'max', unit: 'MB' },
        [memory],
      ),
    ],
    memory: memoryOfTree(process.pid),
  };
});

async function proofTimes(dienste: readonly Onlinedienst[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const { id, form } of dienste) {
      const values = parseParameters(form.parameters, known[id] ?? {});
      const start = performance.now();
      const variants = [{ name: 'Grunddefinition', form, values: null }];
      const own = values.ok ? [{ name: 'Musterstadt', form, values: values.value }] : [];
      await prove([...variants, ...own], today);
      times.push((performance.now() - start) / 1000);
    }
  }
  return times;
}

function effectiveTimes(base: Onlinedienst | undefined) {
  if (!base) throw new Error('no Onlinedienst to lay something over');
  const all = Array.from({ length: services }, (_, index) => serviceOf(base, index));
  const land = all.map(({ id }) => layerOf(id));
  const values = Array.from({ length: kommunen }, (_, index) => ({
    name: `Kommune ${index}`,
    values: { ...(known[base.id] as object), kommuneName: `Kommune ${index}` },
  }));
  const effectives = createEffectives();
  const before = process.memoryUsage().heapUsed;
  const ask = (service: number, kommune: number): number => {
    const [dienst, layer, own] = [all[service], land[service], values[kommune]];
    if (!dienst || !layer || !own) throw new Error('out of range');
    const start = performance.now();
    const result = effectives.of(dienst, [layer], own);
    if (!result.ok) throw new Error(result.refusal.message);
    return performance.now() - start;
  };
  const cold: number[] = [];
  for (let service = 0; service < services; service += 1)
    for (let kommune = 0; kommune < kommunen; kommune += 1) cold.push(ask(service, kommune));
  const warm: number[] = [];
  for (let turn = 0; turn < 20_000; turn += 1)
    warm.push(ask((turn * 7919) % services, (turn * 104_729) % kommunen));
  return { cold, warm, memory: (process.memoryUsage().heapUsed - before) / 1_000_000 };
}

function serviceOf(base: Onlinedienst, index: number): Onlinedienst {
  const id = `dienst-${index}`;
  const open = [{ path: 'formular.pages.*.lead', levels: ['land'], change: ['set'] }];
  const made = parseOnlinedienst(
    JSON.stringify({ ...base.definition, id, open }),
    JSON.stringify({ ...base.form.definition, id }),
  );
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value;
}

function layerOf(dienst: string): Overlay {
  const changes = [{ do: 'set', path: 'formular.pages.person.lead', value: 'Das Land fragt hier.' }];
  const more = { level: 'land', gebiet: '05', name: 'Land NRW', version: 1, basis: { from: 1 } };
  const parsed = parseOverlay({ format: 'leitwerk/overlay@1', dienst, changes, ...more });
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}
