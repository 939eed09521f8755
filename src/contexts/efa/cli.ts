import { formatLocalDate, ok } from '#kernel';
import type { Command } from '#platform';
import { anbindungCommands } from './cli-anbindung.ts';
import { freigabeCommands } from './cli-freigaben.ts';
import { option } from './cli-kommune.ts';
import type { EfaDeps } from './doors-deps.ts';
import { notProvider } from './errors.ts';
import { countRollout } from './use-cases/count-rollout.ts';
import { anbieterOf } from './use-cases/editor.ts';
import { findLuecken } from './use-cases/find-gaps.ts';
import { offerOnlinedienst } from './use-cases/offer-onlinedienst.ts';
import { listAngebote, readAngebotDetail } from './use-cases/read-angebote.ts';
import { angebotAnswer, angebotDetailAnswer, lueckenAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;

/** This context on the command line. */
export function efaCommands(deps: EfaDeps): readonly Command[] {
  return [
    ...readCommands(deps),
    ...providerCommands(deps),
    ...anbindungCommands(deps),
    ...freigabeCommands(deps),
  ];
}

function readCommands(deps: EfaDeps): readonly Command[] {
  return [
    {
      capability: 'efa.gaps',
      name: 'gaps',
      usage: '<Kommune>',
      summary: 'Pflichten einer Kommune ohne Onlinedienst, mit den Angeboten, die sie schließen',
      arity: [1, 10],
      run: async ({ positionals }) => {
        const view = await findLuecken(deps, positionals.join(' '));
        if (!view.ok) return view;
        const { body, date, luecken, pflichten, online } = view.value;
        const lines = luecken.map(
          ({ leistung, verdict, angebote }) =>
            `${leistung.id}  ${verdict.padEnd(7)} ${leistung.name}${angebote.length > 0 ? ` → ${angebote.map(({ data }) => data.title).join(', ')}` : ''}`,
        );
        const head = `${body.name}, ${formatLocalDate(date)}: ${pflichten} Pflichten „selbst“, ${online} davon online`;
        return ok({ json: lueckenAnswer(view.value), text: [head, ...lines].join('\n') });
      },
    },
    {
      capability: 'efa.onlinedienste',
      name: 'onlinedienste',
      usage: '',
      summary: 'Alle angebotenen Onlinedienste',
      arity: [0, 0],
      run: async () => {
        const rows = (await listAngebote(deps)).map(angebotAnswer);
        const lines = rows.map(
          ({ dienst, fassung, live, titel }) =>
            `${dienst.padEnd(28)} Fassung ${fassung}, live in ${live}: ${titel}`,
        );
        return ok({ json: { onlinedienste: rows }, text: lines.join('\n') || 'Noch keine Angebote.' });
      },
    },
    {
      capability: 'efa.onlinedienst',
      name: 'onlinedienst',
      usage: '<Onlinedienst>',
      summary: 'Ein Onlinedienst: was er abdeckt, nach welcher Norm, und wer ihn nutzt',
      arity: [1, 1],
      run: async ({ positionals }) => {
        const detail = await readAngebotDetail(deps, positionals[0] ?? '');
        if (!detail.ok) return detail;
        const json = angebotDetailAnswer(detail.value);
        const lines = json.abdeckung.map(
          ({ leika, name, normen }) =>
            `${leika}  ${name ?? 'nicht im Katalog'}: ${normen.map((norm) => norm.text).join('; ')}`,
        );
        return ok({
          json,
          text: [`${json.titel}, Fassung ${json.fassung}, ${json.anbieter}`, ...lines].join('\n'),
        });
      },
    },
  ];
}

function providerCommands(deps: EfaDeps): readonly Command[] {
  const options = { anbieter: text } as const;
  return [
    {
      capability: 'efa.angebot.offer',
      name: 'onlinedienst offer',
      usage: '<Onlinedienst> --anbieter <Name>',
      summary: 'Einen Onlinedienst in seiner vorliegenden Fassung allen anbieten',
      options,
      arity: [1, 1],
      run: async ({ positionals, values, principal }) => {
        const anbieter = await anbieterOf(deps, principal, option(values, 'anbieter'));
        if (!anbieter.ok) return anbieter;
        const result = await offerOnlinedienst(deps, anbieter.value, positionals[0] ?? '');
        if (!result.ok) return result;
        const { dienst, fassung, neu } = result.value;
        return ok({
          json: result.value,
          text: `${dienst}, Fassung ${fassung}: ${neu ? 'wird jetzt angeboten' : 'wurde schon angeboten'}`,
        });
      },
    },
    {
      capability: 'efa.rollout',
      name: 'rollout',
      usage: '--anbieter <Name>',
      summary: 'Wie viele betreute Kommunen jeden Onlinedienst live haben, und wie viele Anträge kamen',
      options,
      arity: [0, 0],
      run: async ({ values, principal }) => {
        const anbieter = await deps.anbieterNamed(option(values, 'anbieter') ?? '');
        if (anbieter === null) return { ok: false, refusal: notProvider };
        const rows = await countRollout(deps, { ...principal, tenant: anbieter.tenant });
        if (!rows.ok) return rows;
        const lines = rows.value.map(
          ({ titel, live, mitglieder, antraege }) =>
            `${titel}: live in ${live} von ${mitglieder}, Anträge ${antraege}`,
        );
        return ok({ json: { onlinedienste: rows.value }, text: lines.join('\n') || 'Noch keine Angebote.' });
      },
    },
  ];
}
