import { ok } from '#kernel';
import { type Command, type CommandOutput, organisationOption, organisationUsage } from '#platform';
import { asReader, withKind } from './cli-person.ts';
import type { FieldsDeps } from './deps.ts';
import { vollstaendigkeitText } from './domain/completeness.ts';
import { typLabel } from './messages.ts';
import { checkValues } from './use-cases/check-values.ts';
import { type Felderstand, readKinds } from './use-cases/read-fields.ts';
import { exportDefinition } from './use-cases/transfer-definition.ts';
import { checkAnswer, kindAnswer } from './views.ts';

/** Reading fields and trying values. */
export function readCommands(deps: FieldsDeps): readonly Command[] {
  return [
    {
      capability: 'fields.kinds',
      name: 'felder',
      usage: organisationUsage,
      summary: 'Arten von Einträgen mit ihren Feldern',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asReader(deps, input, async (reader) => {
          const kinds = await readKinds(deps, reader);
          const lines = kinds.map(
            ({ kind, felder }) => `${kind.art.padEnd(12)}${felder.length} Felder  ${kind.label}`,
          );
          return ok({ json: { arten: kinds.map(kindAnswer) }, text: lines.join('\n') });
        }),
    },
    {
      capability: 'fields.kind',
      name: 'felder show',
      usage: `<Art> ${organisationUsage}`,
      summary: 'Die Felder einer Art, wie sie für eine Organisation gelten',
      options: organisationOption,
      arity: [1, 1],
      run: (input) => withKind(deps, input, (stand) => ({ json: kindAnswer(stand), text: kindText(stand) })),
    },
    {
      capability: 'fields.export',
      name: 'felder export',
      usage: `<Art> ${organisationUsage}`,
      summary: 'Was eine Organisation zu den Feldern einer Art sagt, als JSON',
      options: organisationOption,
      arity: [1, 1],
      run: (input) =>
        withKind(deps, input, (stand) => {
          const json = exportDefinition(stand);
          return { json, text: JSON.stringify(json, null, 2) };
        }),
    },
    {
      capability: 'fields.check',
      name: 'felder check',
      usage: `<Art> <Feld=Wert …> ${organisationUsage}`,
      summary: 'Werte ausprobieren: was nicht passt, was fehlt, wie vollständig sie sind',
      options: organisationOption,
      arity: [1, 300],
      run: (input) => withKind(deps, input, (stand) => checked(deps, stand, input.positionals.slice(1))),
    },
  ];
}

function kindText({ felder }: Felderstand): string {
  return felder
    .map(({ key, label, typ, pflicht, zaehlt }) => {
      const marks = [pflicht ? 'Pflicht' : '', zaehlt ? 'zählt' : ''].filter(Boolean).join(', ');
      return `${key.padEnd(28)}${typLabel[typ].padEnd(14)}${label}${marks ? ` (${marks})` : ''}`;
    })
    .join('\n');
}

function checked(deps: FieldsDeps, { felder }: Felderstand, pairs: readonly string[]): CommandOutput {
  const werte = new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const result = checkValues(felder, (key) => werte.get(key) ?? null, deps.clock.today());
  const lines = result.problems.map(({ message }) => `- ${message}`);
  return {
    json: checkAnswer(result),
    text: [vollstaendigkeitText(result.vollstaendigkeit), ...lines].join('\n'),
  };
}
