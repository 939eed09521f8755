import type { PageRequest, PageRoute } from '#platform';
import { listEndings } from '#ui';
import type { DutiesDeps } from '../../doors-deps.ts';
import { reviewPermissions } from '../../review-actions.ts';
import { acceptProposal, rejectProposal, showProposal } from './proposal-page.ts';
import { showProposals } from './proposals-page.ts';
import { goToNext, showQueue } from './queue-page.ts';
import { receiveRuleForm, showRuleForm } from './rule-form-page.ts';
import { receiveNote, receiveVerdict } from './rule-posts.ts';

/** The workbench of the rules: queue, proposals, decisions and discussion. */
export function reviewRoutes(deps: DutiesDeps): readonly PageRoute[] {
  return [...queueRoutes(deps), ...proposalRoutes(deps), ...formRoutes(deps)];
}

function queueRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const see = {
    capability: 'duties.reviews',
    access: { permission: reviewPermissions.propose },
    method: 'GET',
  } as const;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...see,
        path: `/regeln/pruefen${ending}`,
        handle: (request) => showQueue(deps, request),
      }),
    ),
    { ...see, path: '/regeln/pruefen/naechste', handle: (request) => goToNext(deps, request) },
  ];
}

function proposalRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const see = {
    capability: 'duties.proposals',
    access: { permission: reviewPermissions.propose },
    method: 'GET',
  } as const;
  const decide = { access: { permission: reviewPermissions.decide }, method: 'POST' } as const;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...see,
        path: `/regeln/vorschlaege${ending}`,
        handle: (request) => showProposals(deps, request),
      }),
    ),
    { ...see, path: '/regeln/vorschlaege/:id', handle: (request) => showProposal(deps, request) },
    {
      ...decide,
      capability: 'duties.proposal.accept',
      path: '/regeln/vorschlaege/:id/annehmen',
      handle: (request) => acceptProposal(deps, request),
    },
    {
      ...decide,
      capability: 'duties.proposal.reject',
      path: '/regeln/vorschlaege/:id/ablehnen',
      handle: (request) => rejectProposal(deps, request),
    },
  ];
}

function formRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const may = { access: { permission: reviewPermissions.propose } } as const;
  const propose = { ...may, capability: 'duties.rule.propose' } as const;
  const show = (request: PageRequest) => showRuleForm(deps, request);
  const receive = (request: PageRequest) => receiveRuleForm(deps, request);
  return [
    { ...propose, method: 'GET', path: '/regeln/neu', handle: show },
    { ...propose, method: 'POST', path: '/regeln/neu', handle: receive },
    { ...propose, method: 'GET', path: '/regeln/:id/aendern', handle: show },
    { ...propose, method: 'POST', path: '/regeln/:id/aendern', handle: receive },
    {
      ...propose,
      method: 'POST',
      path: '/regeln/:id/vorschlagen',
      handle: (request) => receiveVerdict(deps, request),
    },
    {
      ...may,
      capability: 'duties.rule.note',
      method: 'POST',
      path: '/regeln/:id/notizen',
      handle: (request) => receiveNote(deps, request),
    },
  ];
}
