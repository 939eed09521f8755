import type { Result } from '#kernel';
import type { Stand, StandAenderung } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';

/** One cell and what shall become of it. */
export interface StandWunsch {
  readonly leistungId: string;
  /** The fassung that the person had before their eyes; 0 where nothing was stated. */
  readonly grundlage: number;
  readonly aenderung: StandAenderung;
  /** Joins the change with what others made of other fields meanwhile. */
  readonly zusammenfuehren?: boolean;
  /** States what holds once more, though nothing changes: it was looked at again. */
  readonly bestaetigen?: boolean;
  /** Takes the cell although required fields say nothing: what is moved or taken back was stated before. */
  readonly ohnePflicht?: boolean;
}

/** What became of a wish: the statement that holds now, whether it is new, or why nothing was written. */
export type StandErgebnis = Result<{ readonly stand: Stand; readonly neu: boolean }>;

/** What changing a Stand needs. */
export type WunschDeps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;
