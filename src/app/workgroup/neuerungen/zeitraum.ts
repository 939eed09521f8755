import type { LocalDate } from '#kernel';
import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import type { Betroffen } from '../betroffene.ts';

export const keine = { anzahl: 0, namen: [] } as const;

export interface Zeitraum {
  readonly nach: LocalDate;
  readonly bis: LocalDate;
  readonly in: (tag: LocalDate | null) => boolean;
}

export type Lesen = (
  services: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
) => Promise<readonly Neuerung[]>;
