import { formatLocalDate, isValidOn, ok } from '#kernel';
import { type Command, type CommandInput, dayOfOption } from '#platform';
import { formatNumber } from '#ui';
import type { TerritoryOperationDeps } from './doors-deps.ts';
import { groessenklasseLabel } from './messages.ts';
import { resolveBody } from './use-cases/resolve-body.ts';
import { statusJson, statusRowJson, thresholdsJson } from './views/status-json.ts';
import { statusRows } from './views/status-list.ts';
import { conditionText, targetText } from './views/status-texts.ts';

const date = { date: { type: 'string' } } as const;

/** The legal status by § 4 GO NRW on the command line. */
export function statusCommands(deps: TerritoryOperationDeps): readonly Command[] {
  return [
    {
      capability: 'territory.status.list',
      name: 'groessenklassen',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Alle Gemeinden mit Größenklasse und der nächsten Schwelle',
      options: date,
      arity: [0, 0],
      run: ({ values }) => listStatus(deps, values),
    },
    {
      capability: 'territory.status',
      name: 'groessenklasse',
      usage: '<Name|AGS> [--date JJJJ-MM-TT]',
      summary: 'Der Status einer Gemeinde über die Zeit und wie nah jede Schwelle ist',
      options: date,
      arity: [1, 10],
      run: (input) => showStatus(deps, input),
    },
    {
      capability: 'territory.thresholds',
      name: 'schwellen',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Die Schwellen nach § 4 GO NRW in allen Fassungen, und ob jede an dem Tag gilt',
      options: date,
      arity: [0, 0],
      run: ({ values }) => listThresholds(deps, values),
    },
  ];
}

async function listThresholds({ territory, clock }: TerritoryOperationDeps, values: CommandInput['values']) {
  const day = dayOfOption(values, 'date', clock.today());
  if (!day.ok) return day;
  const snapshot = await territory();
  const lines = snapshot.schwellen.map((each) => {
    const gilt = isValidOn(each, day.value) ? 'gilt' : 'gilt nicht';
    const note = each.note ? `\n  ${each.note}` : '';
    return `${each.fassung}\n  ${targetText(each)}: ${conditionText(each)} (${gilt} am ${formatLocalDate(day.value)})${note}`;
  });
  return ok({ json: thresholdsJson(snapshot, day.value), text: lines.join('\n') });
}

async function listStatus({ territory, clock }: TerritoryOperationDeps, values: CommandInput['values']) {
  const day = dayOfOption(values, 'date', clock.today());
  if (!day.ok) return day;
  const gemeinden = statusRows(await territory(), day.value).map(statusRowJson);
  const lines = gemeinden.map(
    ({ ags, name, groessenklasse, naechste }) =>
      `${ags}  ${name}: ${groessenklasseLabel[groessenklasse]}${naechste ? `. ${naechste.text}` : ''}`,
  );
  return ok({ json: { date: day.value, gemeinden }, text: lines.join('\n') });
}

async function showStatus(
  { territory, clock }: TerritoryOperationDeps,
  { positionals, values }: CommandInput,
) {
  const day = dayOfOption(values, 'date', clock.today());
  if (!day.ok) return day;
  const snapshot = await territory();
  const body = resolveBody(snapshot, positionals.join(' '));
  if (!body.ok) return body;
  const json = statusJson(snapshot, body.value, day.value);
  const text = [
    `${json.name} (${json.ags}), Stand ${formatLocalDate(day.value)}`,
    ...json.status.map(
      ({ klasse, validFrom, validTo, source }) =>
        `  ${groessenklasseLabel[klasse]} ${validFrom ? `ab ${formatLocalDate(validFrom)}` : ''}${validTo ? ` bis ${formatLocalDate(validTo)}` : ''} (${source.title})`,
    ),
    ...json.beobachtungen.map(({ schwelle, text: line }) => `  ${schwelle}: ${line}`),
    ...json.stichtage.map(
      ({ stichtag, zahl }) =>
        `  ${formatLocalDate(stichtag)}: ${zahl === null ? 'nicht bekannt' : formatNumber(zahl)}`,
    ),
  ];
  return ok({ json, text: text.join('\n') });
}
