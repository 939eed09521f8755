import { ok, type Result } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import type { DescriptionsDeps } from './deps.ts';
import { type Einlesung, zustandLabel } from './domain/einlesung.ts';
import { resumeReading } from './use-cases/begin-reading.ts';
import { findReading } from './use-cases/read-readings.ts';
import { discardReading, takeOver } from './use-cases/take-over.ts';
import { bilanzText, jsonOfEinlesung } from './views/xzufi-json.ts';

const flag = { type: 'boolean' } as const;

/** Takes a reading over and says what came of it. */
export async function taken(
  deps: DescriptionsDeps,
  { principal, values }: CommandInput,
  nummer: number,
): Promise<Result<CommandOutput>> {
  const done = await takeOver(deps, principal, nummer, {
    endenBestaetigt: values['confirm-ending'] === true,
  });
  if (!done.ok) return done;
  const { einlesung, changed } = done.value;
  return ok({
    json: { einlesung: jsonOfEinlesung(einlesung), geaendert: changed },
    text: changed ? `Übernommen: ${bilanzText(einlesung)}.` : 'Alles stand schon da.',
  });
}

/** Looking at one reading, and deciding about it. */
export function readingCommands(deps: DescriptionsDeps): readonly Command[] {
  const usage = '<Nummer der Lieferung>';
  const step = (
    capability: string,
    name: string,
    summary: string,
    run: (nummer: number, input: CommandInput) => Promise<Result<Einlesung>>,
  ): Command => ({
    capability,
    name,
    usage,
    summary,
    arity: [1, 1],
    run: async (input) => {
      const result = await run(numberOf(input), input);
      return result.ok ? ok({ json: jsonOfEinlesung(result.value), text: lineOf(result.value) }) : result;
    },
  });
  return [
    step('descriptions.xzufi.read', 'xzufi zeigen', 'Eine Lieferung und was sie ändern würde', (nummer) =>
      findReading(deps, nummer),
    ),
    {
      capability: 'descriptions.xzufi.take-over',
      name: 'xzufi uebernehmen',
      usage: `${usage} [--confirm-ending]`,
      summary: 'Eine gelesene Lieferung übernehmen',
      options: { 'confirm-ending': flag },
      arity: [1, 1],
      run: (input) => taken(deps, input, numberOf(input)),
    },
    step(
      'descriptions.xzufi.discard',
      'xzufi verwerfen',
      'Eine Lieferung verwerfen',
      (nummer, { principal }) => discardReading(deps, principal, nummer),
    ),
    step(
      'descriptions.xzufi.resume',
      'xzufi fortsetzen',
      'Eine hochgeladene Lieferung weiterlesen, wo sie aufgehört hat',
      (nummer, { principal }) => resumeReading(deps, principal, nummer),
    ),
  ];
}

/** A reading in a line. */
export function lineOf(einlesung: Einlesung): string {
  const { nummer, quelle, dateiname, zustand, grund } = einlesung;
  const said = grund?.message ?? bilanzText(einlesung);
  return `Nr. ${nummer}  ${quelle}  ${dateiname}  ${zustandLabel[zustand]}${said === '' ? '' : `: ${said}`}`;
}

function numberOf({ positionals }: CommandInput): number {
  return /^\d{1,9}$/.test(positionals[0] ?? '') ? Number(positionals[0]) : 0;
}
