import { alles, answerAbdeckung, answerVerteilung, type Frage, visibleBodies } from '#compass';
import type { TenantId } from '#platform';
import { loesungenOn } from '#solutions';
import { formatNumber, formatShare } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Aufteilung, gezeigt, type Liste, type Uebersicht } from './uebersicht.ts';

/** What a provider should see first: coverage of the circle, who is silent, and what would help most. */
export async function providerOverview(deps: ReportsDeps, tenant: TenantId): Promise<Uebersicht> {
  const figures = await deps.figures();
  const visible = visibleBodies(figures, tenant);
  const frage: Frage = { figures, visible, umfang: alles(deps.clock.today()) };
  const kommunen = visible.bodies.reduce((sum, each) => sum + each, 0);
  const [gesamt] = await answerAbdeckung(frage, 'gesamt');
  const share = gesamt?.kommunen ?? { part: 0, whole: 0 };
  const silent = await silentKommunen(frage);
  return {
    rolle: 'it-dienstleister',
    titel: 'Übersicht über den Verbund',
    lead: `Gezählt werden die ${formatNumber(kommunen)} Kommunen, die ihren Stand heute mit Ihnen teilen. ${formatNumber(visible.withoutConsent)} weitere teilen ihn nicht und fehlen in jeder Zahl.`,
    anfang:
      kommunen > 0
        ? null
        : {
            text: 'Noch teilt keine Kommune ihren Stand mit Ihnen. Die Administration einer Kommune willigt unter „Organisation“ ein.',
            schritte: [{ label: 'Betreute Kommunen', href: '/betreuung' }],
          },
    kennzahlen: [
      {
        label: 'Pflichten online',
        wert: share.part,
        text: `von ${formatNumber(share.whole)} Pflichten aller Kommunen (${formatShare(share.part, share.whole)})`,
        href: '/zahlen/paare?zustand=online',
      },
      {
        label: 'Ohne Angabe',
        wert: gesamt?.ohneAngabe ?? 0,
        text: 'Pflichten, zu denen niemand etwas gesagt hat',
        href: '/zahlen/paare?zustand=keine-angabe',
      },
      {
        label: 'Kommunen ohne jede Angabe',
        wert: silent.length,
        text: `von ${formatNumber(kommunen)}`,
        href: '/zahlen/abdeckung?nach=kommune',
      },
      {
        label: 'Teilen nicht',
        wert: visible.withoutConsent,
        text: 'betreute Kommunen ohne Einwilligung',
        href: '/betreuung',
      },
    ],
    aufteilung: await byThemenfeld(frage),
    listen: [silentList(silent), await helpList(deps, frage)],
    schritte: [
      { label: 'Betreute Kommunen', href: '/betreuung' },
      { label: 'Lösungen', href: '/loesungen' },
      { label: 'Offene Daten', href: '/offene-daten' },
    ],
  };
}

async function byThemenfeld(frage: Frage): Promise<Aufteilung | null> {
  const found = await answerAbdeckung(frage, 'themenfeld');
  if (found.length === 0) return null;
  const best = found.toSorted((a, b) => ratio(b.kommunen) - ratio(a.kommunen))[0];
  return {
    titel: 'Abdeckung nach Themenfeld',
    text: best
      ? `Am weitesten ist „${best.label}“: ${formatNumber(best.kommunen.part)} von ${formatNumber(best.kommunen.whole)} Pflichten (${formatShare(best.kommunen.part, best.kommunen.whole)}) sind online.`
      : '',
    teile: ['online', 'Angabe, aber nicht online', 'keine Angabe'],
    zeilen: found.map(({ key, label, kommunen, ohneAngabe }) => ({
      label,
      href: `/zahlen/paare?themenfeld=${encodeURIComponent(key)}`,
      werte: [kommunen.part, kommunen.whole - kommunen.part - ohneAngabe, ohneAngabe],
    })),
  };
}

function ratio({ part, whole }: { readonly part: number; readonly whole: number }): number {
  return whole === 0 ? 0 : part / whole;
}

interface Silent {
  readonly ags: string;
  readonly name: string;
  readonly pflichten: number;
}

async function silentKommunen(frage: Frage): Promise<readonly Silent[]> {
  const { zeilen, spalten, paare } = await answerVerteilung(frage, 'kommune', 'zustand');
  const unsaid = spalten.findIndex(({ label }) => label === 'keine Angabe');
  return zeilen.flatMap(({ key, label }, at) => {
    const counts = paare[at] ?? [];
    const all = counts.reduce((sum, each) => sum + each, 0);
    return counts[unsaid] === all ? [{ ags: key, name: label, pflichten: all }] : [];
  });
}

function silentList(silent: readonly Silent[]): Liste {
  return {
    titel: 'Wer noch nichts gesagt hat',
    spalten: ['Kommune', 'Pflichten ohne Angabe'],
    zeilen: silent.slice(0, gezeigt).map(({ ags, name, pflichten }) => ({
      label: name,
      href: `/zahlen/paare?kommune=${ags}&zustand=keine-angabe`,
      werte: [formatNumber(pflichten)],
    })),
    leer: 'Jede Kommune, die teilt, hat etwas angegeben.',
    mehr: silent.length > gezeigt ? '/zahlen/abdeckung?nach=kommune' : null,
  };
}

/** Lösungen by how many open pairs they could close; a pair counts once for each Lösung that contains its Leistung. */
async function helpList({ register, clock }: ReportsDeps, frage: Frage): Promise<Liste> {
  const open = new Map(
    (await answerAbdeckung(frage, 'leistung')).map(({ key, kommunen }) => [
      key,
      kommunen.whole - kommunen.part,
    ]),
  );
  const ranked = loesungenOn(await register(), clock.today())
    .filter(({ status }) => status === 'verfuegbar')
    .map(({ id, inhalt }) => ({
      id,
      name: inhalt.name,
      pairs: inhalt.leistungen.reduce((sum, { leistungId }) => sum + (open.get(leistungId) ?? 0), 0),
    }))
    .filter(({ pairs }) => pairs > 0)
    .toSorted((a, b) => b.pairs - a.pairs || a.name.localeCompare(b.name, 'de'));
  return {
    titel: 'Welche Lösung am meisten schließen würde',
    spalten: ['Lösung', 'offene Pflichten, deren Leistung sie enthält'],
    zeilen: ranked.slice(0, gezeigt).map(({ id, name, pairs }) => ({
      label: name,
      href: `/loesungen/${id}`,
      werte: [formatNumber(pairs)],
    })),
    leer: 'Keine verfügbare Lösung enthält eine Leistung, die im Verbund noch offen ist.',
    mehr: ranked.length > gezeigt ? '/loesungen' : null,
  };
}
