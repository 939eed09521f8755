import { type Visitor, visitorOf } from './support/browser.ts';
import { type Figure, figureOf } from './support/figure.ts';
import { emptyPlace, startedAt } from './support/installation.ts';
import { largeDogUpToProof, submitLargeDog } from './support/large-dog.ts';
import { downloadLarge, formOf, sendForm, uploadLarge } from './support/large-upload.ts';
import { liveWithLargeProof } from './support/live-dienst.ts';
import { largestOfKinds, type MemoryByKind, watchLargest, watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';
import { signedIn } from './support/sign-in.ts';

/** A file of 200 MB through the portal, and out of the inbox: how long it takes, and what it adds to each process. */

const bytes = 200_000_000;
const runs = 10;
const limitMB = 150;
const everyMs = 50;
const field = 'sachkundeNachweis';

const processes: readonly (readonly [kind: string, name: string])[] = [
  ['web', 'the web process'],
  ['worker', 'the worker'],
  ['supervisor', 'the supervisor'],
  ['postgresql', 'the largest process of PostgreSQL'],
];

await report('upload', 'Large files', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  await liveWithLargeProof(installation, place.folder, bytes);
  const { pid, port } = installation;
  const citizen = visitorOf(port, 'lemgo.localhost');
  const proof = await largeDogUpToProof(citizen);
  const memory = watchMemory(pid, 1_000);
  const before = largestOfKinds(pid);
  const uploads = await measured(
    pid,
    () => upload(port, citizen, proof),
    () => takeAway(citizen, proof),
  );
  await upload(port, citizen, proof);
  const nummer = await submitLargeDog(citizen, port, proof);
  const staff = await signedIn(installation, 'lemgo-fachbereich');
  const file = await fileOf(staff, nummer);
  const downloads = await measured(pid, async () => {
    const got = await downloadLarge(port, staff, file);
    if (got !== bytes) throw new Error(`the download had ${got} bytes`);
  });
  const adds = (runsOf: Measured, kind: string) =>
    runsOf.most.map((most) => Math.max(0, (most[kind] ?? 0) - (before[kind] ?? 0)));
  return {
    figures: [
      time('in', 'A file of 200 MB through the portal until it is saved', uploads),
      ...processes.map(([kind, name]) =>
        grown(`in-${kind}`, `Memory that a 200 MB upload adds to ${name}`, adds(uploads, kind)),
      ),
      time('out', 'A file of 200 MB out of the inbox', downloads),
      grown('out-web', 'Memory that 200 MB up and down add to the web process', adds(downloads, 'web')),
    ],
    memory: memory.stop(),
    details: { unit: 'MB', measure: 'PSS of the largest process of a kind', before, uploads, downloads },
  };
});

interface Measured {
  readonly seconds: readonly number[];
  readonly most: readonly MemoryByKind[];
}

/** Runs something ten times; `after` is not measured. */
async function measured(
  root: number,
  run: () => Promise<unknown>,
  after: () => Promise<unknown> = async () => {},
): Promise<Measured> {
  const seconds: number[] = [];
  const most: MemoryByKind[] = [];
  for (let count = 0; count < runs; count += 1) {
    const watch = watchLargest(root, everyMs);
    const started = performance.now();
    await run();
    seconds.push((performance.now() - started) / 1000);
    most.push(watch.stop());
    await after();
  }
  return { seconds, most };
}

function time(id: string, what: string, { seconds }: Measured): Figure {
  return figureOf({ id: `upload.${id}`, what, unit: 's', shown: 'max' }, seconds);
}

function grown(id: string, what: string, samples: readonly number[]): Figure {
  return figureOf({ id: `upload.${id}`, what, unit: 'MB', shown: 'max', limit: limitMB }, samples);
}

async function upload(port: number, citizen: Visitor, proof: string): Promise<void> {
  const form = await formOf(citizen, proof, '/seite/');
  const { status } = await uploadLarge(port, citizen, form, { field, bytes });
  if (status !== 303) throw new Error(`the upload was answered with ${status}`);
}

async function takeAway(citizen: Visitor, proof: string): Promise<void> {
  const page = (await citizen.get(proof)).body.toString();
  const remove = new RegExp(`value="(file:${field}:[^"]+)"`).exec(page)?.[1];
  if (!remove) throw new Error('no file to take away');
  await sendForm(citizen, proof, '/seite/', { _action: remove });
}

/** Waits until the worker has made a case of it; the address of its file. */
async function fileOf(staff: Visitor, nummer: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const page = await staff.get(`/eingang/${nummer}`);
    const file = /href="(\/eingang\/[^"]+\/anlagen\/[^"]+)">gross/.exec(page.body.toString())?.[1];
    if (file) return file;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${nummer} did not reach the inbox`);
}
