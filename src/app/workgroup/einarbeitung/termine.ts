import type { CompassDeps } from '#compass';
import { compareLocalDates } from '#kernel';
import { listSitzungen, mitwirkendeOf, type PaketQuelle } from '#workgroup';
import { standFuer } from './eigener-stand.ts';
import { type Deps, gekuerzt, zeile } from './zeile.ts';

export function termine(compass: CompassDeps, workgroup: Deps): PaketQuelle {
  return {
    key: 'termine',
    titel: 'Termine',
    leer: 'Es steht kein Termin fest.',
    zeilen: async (wunsch) => {
      const deps = workgroup();
      const today = deps.clock.today();
      const wer = await mitwirkendeOf(deps, wunsch.principal);
      const sessions = wer.ok
        ? (await listSitzungen(deps, wer.value)).filter(
            ({ sitzung }) => sitzung.tag >= today && sitzung.zustand !== 'abgesagt',
          )
        : [];
      const liste = await standFuer(compass, wunsch);
      const planned = (liste?.zeilen ?? []).flatMap(({ ort, stand, meine }) => {
        const tag = stand?.geplantFuer ?? null;
        return tag !== null && tag >= today && (meine || wunsch.rolle === 'koordination')
          ? [zeile(`${ort.name}: geplant`, 'Umsetzungsstand', `/stand/${ort.id}`, tag)]
          : [];
      });
      const dates = [
        ...sessions.map(({ sitzung }) =>
          zeile(
            sitzung.titel,
            `Sitzung, ${sitzung.beginn} Uhr`,
            `/arbeitsgruppe/sitzungen/${sitzung.id}`,
            sitzung.tag,
          ),
        ),
        ...planned,
      ];
      return gekuerzt(
        dates.toSorted((a, b) => compareLocalDates(a.tag ?? today, b.tag ?? today)),
        '/arbeitsgruppe/sitzungen',
      );
    },
  };
}
