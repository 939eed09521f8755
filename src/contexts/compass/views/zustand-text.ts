import { zustaende } from '../domain/zustand.ts';
import { keineAngabe, zustandLabel } from '../messages.ts';

/** What a Zustand code of the figures is called. */
export function zustandText(code: number): string {
  const zustand = zustaende[code - 1];
  return zustand === undefined ? keineAngabe : zustandLabel[zustand];
}
