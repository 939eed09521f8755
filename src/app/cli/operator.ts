import { actorOf, type Principal } from '#platform';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whoever may read the data folder is the operator: every right, under the name of the system's account. */
export function operatorPrincipal(environment: Environment): Principal {
  const name = environment.SUDO_USER ?? environment.USER ?? environment.LOGNAME ?? 'unbekannt';
  return { kind: 'betreiber', actor: actorOf('betreiber', name), tenant: null, permissions: everything };
}

const everything: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });
