/** Where a long piece of work stands. */
export type VorgangState = 'queued' | 'running' | 'done' | 'failed';
export type VorgangAction = 'report' | 'finish' | 'fail';

/** What may follow what; `done` and `failed` are final. */
export const vorgangTransitions: Readonly<
  Record<VorgangState, Readonly<Partial<Record<VorgangAction, VorgangState>>>>
> = {
  queued: { report: 'running', finish: 'done', fail: 'failed' },
  running: { report: 'running', finish: 'done', fail: 'failed' },
  done: {},
  failed: {},
};

/** The states from which `action` is possible. */
export function statesBefore(action: VorgangAction): readonly VorgangState[] {
  const states: readonly VorgangState[] = ['queued', 'running', 'done', 'failed'];
  return states.filter((state) => vorgangTransitions[state][action] !== undefined);
}
