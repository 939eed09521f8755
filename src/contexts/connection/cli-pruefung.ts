import { ok } from '#kernel';
import type { Command } from '#platform';
import { asBegleiter, options, usage } from './cli-begleiter.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { haeltAuf, type Zeile } from './domain/gate.ts';
import { schrittLabel, themaLabel } from './messages.ts';
import { readGate } from './use-cases/gate.ts';
import { probelauf } from './use-cases/probelauf.ts';
import { gateAnswer, probelaufAnswer } from './views/answers.ts';

/** What holds a start up. */
export function gateCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.gate',
    name: 'anbindung pruefung',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Was den Start einer Anbindung aufhält, nach Themen',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'lesen', async (begleiter, dienst) => {
        const gate = await readGate(deps, begleiter, dienst);
        if (!gate.ok) return gate;
        const lines = gate.value.gruppen.flatMap(({ thema, zeilen }) => [
          themaLabel[thema],
          ...zeilen.map(gateLine),
        ]);
        const head = gate.value.bereit ? 'Alles Nötige ist da.' : 'Der Start wird aufgehalten.';
        return ok({
          json: gateAnswer(gate.value),
          text: [head, ...lines].join('\n'),
          found: !gate.value.bereit,
        });
      }),
  };
}

function gateLine(zeile: Zeile): string {
  if (zeile.ok) return `  ok      ${zeile.what}`;
  return `  ${haeltAuf(zeile) ? 'fehlt  ' : 'Hinweis'} ${zeile.what} (${zeile.who}): ${zeile.how}`;
}

/** A rehearsal with a test Antrag. */
export function rehearseCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.rehearse',
    name: 'anbindung probelauf',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Einen Probelauf mit einem Testantrag machen; er bleibt nirgends liegen',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'aendern', async (begleiter, dienst) => {
        const lauf = await probelauf(deps, begleiter, dienst);
        if (!lauf.ok) return lauf;
        const { nummer, bestanden, schritte } = lauf.value;
        const lines = schritte.map(
          ({ art, ok: fine, text: said }) => `${fine ? 'ok    ' : 'fehlt '} ${schrittLabel[art]}: ${said}`,
        );
        const head = `Probelauf ${nummer}: ${bestanden ? 'bestanden' : 'nicht bestanden'}`;
        return ok({
          json: probelaufAnswer(lauf.value),
          text: [head, ...lines].join('\n'),
          found: !bestanden,
        });
      }),
  };
}
