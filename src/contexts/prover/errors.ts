import type { Refusal } from '#kernel';

export function dienstUnknown(
  dienst: string,
  known: readonly { readonly id: string; readonly title: string }[],
): Refusal {
  return {
    kind: 'not-found',
    code: 'PROVER_DIENST_UNKNOWN',
    message: `Einen Onlinedienst „${dienst.slice(0, 80)}“ gibt es hier nicht.`,
    suggestions: known.slice(0, 10).map(({ id, title }) => ({ key: id, label: title })),
  };
}

export function unreadable(path: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PROVER_UNREADABLE',
    message: `${path} lässt sich nicht lesen. Erwartet wird ein Ordner mit dienst.json und formular.json, ein Ordner mit solchen Ordnern, eine formular.json oder der Name eines Onlinedienstes.`,
  };
}
