import { type MatchingDeps, matchingDoors } from '#compass';
import { actorOf, type Principal } from '#platform';

const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('system', 'vorfuehrung'),
  tenant: null,
  permissions: new Set(),
};

const kommunen = ['Lemgo', 'Detmold', 'Bad Salzuflen'] as const;

/** What all of them want in the next quarter. */
const gemeinsam = ['L02950', 'L00002'] as const;

/** Lets some Kommunen of the demo want the same and name an invented Fachverfahren, once. */
export async function makeDemoMatching(deps: MatchingDeps): Promise<void> {
  const commands = matchingDoors.commands(deps);
  const run = async (
    name: string,
    positionals: readonly string[],
    values: Readonly<Record<string, string>>,
  ) => {
    const command = commands.find((each) => each.name === name);
    if (command === undefined) throw new Error(`no command „${name}“`);
    const done = await command.run({ positionals, values, principal: operator, say: () => {} });
    if (!done.ok) throw new Error(done.refusal.message);
    return done.value.text;
  };
  const known = await run('fachverfahren', [], { kommune: kommunen[0] });
  if (known.includes('Steuerfix')) return;
  const quartal = nextQuarter(deps.clock.today());
  for (const kommune of kommunen) {
    await run('buendel consent', ['ja'], { kommune });
    for (const leistung of gemeinsam) await run('buendel interest', [leistung, quartal], { kommune });
  }
  await run('fachverfahren add', ['Steuerfix', '(erfunden)'], {
    kommune: kommunen[0],
    hersteller: 'Musterhaus Software (erfunden)',
    fachbereich: 'Steueramt',
    von: '2019-01-01',
  });
}

function nextQuarter(day: string): string {
  const next = Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3);
  return `${Math.floor(next / 4)}-Q${(next % 4) + 1}`;
}
