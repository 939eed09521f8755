import type { PageRequest, PageRoute } from '#platform';
import { listEndings } from '#ui';
import { delegationPermissions } from '../../delegation-actions.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { receiveEnd, showDelegation } from './delegation-page.ts';
import { showFindings } from './findings-page.ts';
import { newDelegation, receiveDelegation } from './new-delegation-page.ts';
import { paths } from './paths.ts';
import { showRegister } from './register-page.ts';
import { confirmStatement, rejectStatement, showStatement } from './statement-page.ts';
import { showStatements } from './statements-page.ts';

type Show = (deps: DutiesDeps, request: PageRequest) => ReturnType<PageRoute['handle']>;

/** The register of delegations: what stands in it, what is found, what people state and confirm. */
export function delegationRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const list = (
    capability: string,
    path: string,
    access: PageRoute['access'],
    show: Show,
  ): readonly PageRoute[] =>
    listEndings.map((ending) => ({
      capability,
      method: 'GET',
      path: `${path}${ending}`,
      access,
      handle: (request) => show(deps, request),
    }));
  const may = { access: { permission: delegationPermissions.state } } as const;
  const decide = { access: { permission: delegationPermissions.confirm }, method: 'POST' } as const;
  const statements = {
    capability: 'duties.delegation.statements',
    access: 'signed-in',
    method: 'GET',
  } as const;
  const create = { ...may, capability: 'duties.delegation.state', path: paths.create } as const;
  return [
    ...list('duties.delegations', paths.register, 'public', showRegister),
    ...list('duties.delegation.findings', paths.findings, 'public', showFindings),
    ...list('duties.delegation.statements', paths.statements, 'signed-in', showStatements),
    { ...create, method: 'GET', handle: (request) => newDelegation(deps, request) },
    { ...create, method: 'POST', handle: (request) => receiveDelegation(deps, request) },
    { ...statements, path: `${paths.statements}/:id`, handle: (request) => showStatement(deps, request) },
    {
      ...decide,
      capability: 'duties.delegation.confirm',
      path: `${paths.statements}/:id/bestaetigen`,
      handle: (request) => confirmStatement(deps, request),
    },
    {
      ...decide,
      capability: 'duties.delegation.reject',
      path: `${paths.statements}/:id/ablehnen`,
      handle: (request) => rejectStatement(deps, request),
    },
    {
      capability: 'duties.delegation',
      access: 'public',
      method: 'GET',
      path: `${paths.register}/:id`,
      handle: (request) => showDelegation(deps, request),
    },
    {
      ...may,
      capability: 'duties.delegation.end',
      method: 'POST',
      path: `${paths.register}/:id/beenden`,
      handle: (request) => receiveEnd(deps, request),
    },
  ];
}
