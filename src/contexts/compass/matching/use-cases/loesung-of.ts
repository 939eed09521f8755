import type { LocalDate } from '#kernel';
import { angebotId, canonicalLoesung, type LoesungStand, type Register } from '#solutions';

/** The Lösung that a statement means: by its id in the register, or by that of the Onlinedienst that is offered. */
export function loesungOf(register: Register, id: string, date: LocalDate): LoesungStand | null {
  return canonicalLoesung(register, id, date) ?? canonicalLoesung(register, angebotId(id), date);
}
