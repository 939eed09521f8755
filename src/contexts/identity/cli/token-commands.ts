import { ok } from '#kernel';
import { type Command, commandOutput, optionList, optionText } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { tokenAnswer } from '../shapes.ts';
import { issueToken, readTokens, revokeToken } from '../use-cases/machine-tokens.ts';
import { withinOrganisation } from './command-parts.ts';

/** Tokens for machines at the command line. */
export function tokenCommands(deps: IdentityDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'token list',
      capability: 'identity.token.list',
      summary: 'Listet die Zugänge für Maschinen',
      arity: [0, 0],
      run: async (caller) => {
        const tokens = (await readTokens(deps, caller)).map(tokenAnswer);
        const lines = tokens.map(
          ({ id, revokedAt, expiresAt, label }) =>
            `${id}  ${revokedAt ? 'widerrufen' : expiresAt.slice(0, 10)}  ${label}`,
        );
        return ok({ json: { tokens }, text: lines.join('\n') });
      },
    }),
    withinOrganisation(deps, {
      name: 'token issue',
      capability: 'identity.token.issue',
      usage: '<Bezeichnung> [--scopes <Recht,…>] [--days 90]',
      summary: 'Stellt einen Zugang aus; sein Geheimnis erscheint nur jetzt',
      arity: [1, 1],
      options: { scopes: { type: 'string' }, days: { type: 'string' } },
      run: async (caller, { positionals: [label = ''], values }) => {
        const days = Number(optionText(values, 'days') || 90);
        const request = { label, scopes: optionList(values, 'scopes'), days };
        return commandOutput(await issueToken(deps, caller, request), ({ token }) => token);
      },
    }),
    withinOrganisation(deps, {
      name: 'token revoke',
      capability: 'identity.token.revoke',
      usage: '<Kennung>',
      summary: 'Widerruft einen Zugang',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(await revokeToken(deps, caller, id), () => 'Der Zugang ist widerrufen.'),
    }),
  ];
}
