import assert from 'node:assert/strict';
import { leitwerk } from '../processes.ts';
import { signedIn, type Visitor } from '../visitor.ts';
import { type Answered, answerAsked } from './answering-citizen.ts';
import { type PlannedKill, planKills } from './kill-plan.ts';
import { type DoneKill, harmed, lineOf, nextCitizen, onScene, type Scene } from './kill-scene.ts';
import { chanceOf } from './seeded-chance.ts';
import type { Tally } from './tally.ts';
import { applyFor, type WayHooks } from './walking-citizen.ts';

/** What came of the answers. */
export interface LaterReport {
  readonly kills: readonly DoneKill[];
  readonly answered: number;
  readonly nachgereicht: Tally['nachgereicht'];
}

/** An applicant who handed in, and the Antrag's case at the office that asked. */
interface HandedIn extends Answered {
  readonly fall: string;
}

/**
 * Lets one person after the other apply, be asked for a name and a document once more, and answer; kills once in each
 * answer at a moment that follows from the seed. Afterwards answers kept = answers settled = answers at their cases.
 */
export function runLaterKills(
  kills: number,
  seed: number,
  say: (line: string) => void = () => {},
): Promise<LaterReport> {
  return onScene(say, async (scene) => {
    const office = await officeOf(scene);
    const handedIn: HandedIn[] = [];
    await oneAnswer(scene, office, handedIn, null);
    const done: DoneKill[] = [];
    for (const plan of planKills(kills, scene.moments.rehearsed(), chanceOf(seed))) {
      const kill = await oneAnswer(scene, office, handedIn, plan);
      done.push(kill);
      say(lineOf(done.length, kill));
    }
    for (const one of handedIn) await expectAtCase(office, one);
    const { nachgereicht } = await scene.teller.read();
    return { kills: done, answered: handedIn.length, nachgereicht };
  });
}

async function officeOf({ victim, dataFolder }: Scene): Promise<Visitor> {
  const codeOf = async (key: string) =>
    (await leitwerk(['demo', 'code', key], { LEITWERK_DATA: dataFolder })).out.trim();
  return signedIn({ ...victim.server(), codeOf }, 'lemgo-fachbereich');
}

const unharmed: WayHooks = {
  enter: () => {},
  piece: () => {},
  mayGoOn: async () => {},
  unavailable: (says) => assert.fail(says),
};

/** One person applies unharmed, is asked, and answers with one kill in it; the rehearsal has none. */
async function oneAnswer(
  scene: Scene,
  office: Visitor,
  handedIn: HandedIn[],
  plan: PlannedKill | null,
): Promise<DoneKill> {
  const { teller, moments, applied } = scene;
  let hooks = unharmed;
  // The browser stays the same; only its answer is in danger, so the steps before it are not counted.
  const way: WayHooks = {
    enter: () => {},
    piece: () => hooks.piece(),
    mayGoOn: () => hooks.mayGoOn(),
    unavailable: (says) => hooks.unavailable(says),
  };
  const one = await applyFor(nextCitizen(scene), way);
  applied.push(one);
  await teller.quiet();
  const fall = `${one.nummer}-2`;
  await askFor(office, fall);
  await teller.quiet();
  const before = handedIn.length;
  const harm = await harmed(scene, plan, (tally) => expectOneAtMost(tally, before));
  hooks = harm.hooks;
  const answer = await answerAsked(one, harm.hooks.enter);
  moments.enter('delivery', 'delivery');
  await teller.quiet();
  moments.end();
  await harm.over();
  await answer.sendAgain();
  handedIn.push({ ...answer, fall });
  const tally = await teller.quiet();
  assert.deepEqual(tally.nachgereicht, [before + 1, before + 1, before + 1]);
  assert.deepEqual(tally.submissions, { accepted: applied.length * 3 });
  return harm.done();
}

/** Between the restart and the end of a way an answer may be there that its person has yet to see. */
function expectOneAtMost({ nachgereicht, leftUploads }: Tally, before: number): void {
  const [portal] = nachgereicht;
  assert.ok(
    portal === before || portal === before + 1,
    `after the restart ${portal} answers, before ${before}`,
  );
  assert.deepEqual(nachgereicht, [portal, portal, portal], 'after the restart');
  assert.equal(leftUploads, 0, 'after the restart files in clear');
}

const twoWeeks = 14 * 86_400_000;

/** The office takes the case and asks for the name and the proof once more. */
async function askFor(office: Visitor, fall: string): Promise<void> {
  const step = async (aktion: string, form: Readonly<Record<string, string | readonly string[]>>) => {
    const { text } = await office.get(`/eingang/${fall}`);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
    const { status } = await office.post(`/eingang/${fall}/${aktion}`, { ...form, version });
    assert.equal(status, 303, `${fall}: ${aktion}`);
  };
  await step('uebernehmen', {});
  const frist = new Date(Date.now() + twoWeeks).toISOString().slice(0, 10);
  await step('nachfordern', { felder: ['nachname', 'sachkundeNachweis'], frist, text: 'Bitte noch einmal.' });
}

/** The case holds the answer once: the new name beside the old one, and the new file. */
async function expectAtCase(office: Visitor, { fall, name, before }: HandedIn): Promise<void> {
  const { status, text } = await office.get(`/eingang/${fall}`);
  assert.equal(status, 200, fall);
  for (const part of [name, before, 'neuer-nachweis.pdf']) assert.ok(text.includes(part), `${fall}: ${part}`);
  assert.equal(
    text.split('>neuer-nachweis.pdf<').length - 1,
    1,
    `${fall}: the file stands there more than once`,
  );
  assert.doesNotMatch(text, /badge[^>]*>offen</, fall);
}
