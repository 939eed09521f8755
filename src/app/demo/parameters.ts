import { type EfaDeps, saveParameters } from '#efa';
import { readAnbindung, readParameterFacts, readVorgaben, stateVorgabe } from '#efa/parameter';
import { localDate } from '#kernel';
import { actorOf, type Principal } from '#platform';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const operator: Principal = { kind: 'betreiber', actor, tenant: null, permissions: new Set() };
const tagespflege = 'kindertagespflege';
const jagdschein = 'jagdschein';

/** What an invented Land states for all Kommunen; whoever says nothing of its own takes it over. */
export async function makeDemoVorgaben(efa: EfaDeps): Promise<void> {
  const known = await efa.db.withPublic((tx) => readVorgaben(tx, tagespflege));
  if (known.length > 0) return;
  need(
    await stateVorgabe(efa, operator, {
      dienst: tagespflege,
      gebiet: '05',
      name: 'bearbeitungszeit',
      wert: 'Das Jugendamt meldet sich meist in vier Wochen und besucht Sie dann (erfunden).',
      verbindlich: false,
      grundlage: 'Empfehlung des Landes (erfunden)',
    }),
  );
}

/** A Satzung that is decided and not yet in force: other fees from the next 1 January on. */
export async function makeDemoSatzung(efa: EfaDeps): Promise<void> {
  const kommune = await efa.kommuneOf('05766');
  if (kommune === null) return;
  const read = await efa.db.withTenant(kommune.tenant, actor, async (tx) => ({
    anbindung: await readAnbindung(tx, jagdschein),
    facts: await readParameterFacts(tx, jagdschein),
  }));
  const fees = read.facts.filter(({ name }) => name === 'gebuehren');
  if (read.anbindung === null || fees.length !== 1) return;
  const year = Number(efa.clock.today().slice(0, 4)) + 1;
  const gebuehren = [
    { art: 'tag', gebuehr: '16,00' },
    { art: 'jahr1', gebuehr: '40,00', abgabe: '45,00' },
    { art: 'jahr2', gebuehr: '68,00', abgabe: '90,00' },
    { art: 'jahr3', gebuehr: '95,00', abgabe: '135,00' },
  ];
  const { version } = read.anbindung;
  const giltAb = localDate(`${year}-01-01`);
  need(
    await saveParameters(
      efa,
      { actor, kommune },
      { dienst: jagdschein, version, values: { gebuehren }, giltAb },
    ),
  );
}
