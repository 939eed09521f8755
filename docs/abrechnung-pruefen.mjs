// Rechnet ein Rechenblatt „leitwerk/abrechnung@1“ nach, ohne Leitwerk: node abrechnung-pruefen.mjs blatt.json
import { readFileSync } from 'node:fs';
const { plan, schritte, zahlungen, summe } = JSON.parse(readFileSync(process.argv[2]));
const fehler = [];
const soll = (was, hier, dort) => `${hier}` === `${dort}` || fehler.push(`FALSCH ${was}: gerechnet ${hier}, im Blatt ${dort}`);
// Genaue Brüche, Runden, größter Rest
const ggt = (a, b) => (b ? ggt(b, a % b) : a < 0n ? -a : a || 1n);
const bruch = (n, d = 1n, g = ggt(n, d)) => ({ n: n / g, d: d / g, toString: () => (d === g ? `${n / g}` : `${n / g}/${d / g}`) });
const lies = ([, ganz, nach, nenner]) => bruch(BigInt(ganz + nach), 10n ** BigInt(nach.length) * BigInt(nenner || 1));
const zahl = (text) => lies(/^(-?\d+)[.,]?(\d*)\/?(\d*)$/.exec(text));
const mal = (a, b) => bruch(a.n * b.n, a.d * b.d);
const alle = (liste) => liste.reduce((a, b) => bruch(a.n * b.d + b.n * a.d, a.d * b.d), bruch(0n));
const summiert = (ganze) => ganze.reduce((a, b) => a + b, 0n);
const unten = ({ n, d }) => n / d - (n % d < 0n ? 1n : 0n);
const runden = ({ n, d }) => (n < 0n ? -unten(bruch(d - 2n * n, 2n * d)) : unten(bruch(2n * n + d, 2n * d)));
const groessterRest = (anteile, wer = (i) => plan.zahler[i].kennung) => {
  const reste = anteile.map((x, i) => [i, bruch(x.n - unten(x) * x.d, x.d)]);
  const vorn = reste.sort(([a, x], [b, y]) => Number(y.n * x.d - x.n * y.d) || (wer(a) < wer(b) ? -1 : 1)).map(([i]) => i);
  const mehr = new Set(vorn.slice(0, Number(alle(reste.map(([, x]) => x)).n)));
  return anteile.map((x, i) => unten(x) + (mehr.has(i) ? 1n : 0n));
};
const vollerEuro = (je) => {
  const haupt = je.reduce((best, y, k) => (y.n * je[best].d > je[best].n * y.d ? k : best), 0);
  const euro = -100n * unten(mal(alle(je), bruch(-1n, 100n)));
  return je.map((x, k) => (k === haupt ? euro - summiert(je.filter((_, j) => j !== haupt).map(unten)) : unten(x)));
};
// Monate der Teilnahme, Anteile nach einem Schlüssel, Steuer eines Tages
const monate = ({ von = '', bis = '9999-12', vertragAm = von }, a) => {
  const q4 = plan.beitritt === 'quartal4' && vertragAm.slice(5, 7) > '09' ? `${+vertragAm.slice(0, 4) + 1}-01` : '';
  const [beginn, ende] = [[a.von, von.slice(0, 7), q4].sort()[2], [a.bis, bis.slice(0, 7)].sort()[0]];
  return BigInt(Math.max(0, (ende.slice(0, 4) - beginn.slice(0, 4)) * 12 + (ende.slice(5) - beginn.slice(5)) + 1));
};
const anteile = (id, wer, a) => {
  const { art, werte, teile = [] } = wer.length === 1 ? { art: 'gleich' } : plan.schluessel.find((k) => k.id === id);
  const je = teile.map((t) => anteile(t.schluessel, wer, a).map((x) => mal(x, zahl(t.gewicht))));
  const wert = ({ kennung }) => zahl(art === 'gleich' ? 1 : werte[kennung]);
  const roh = wer.map((z, i) => (je.length ? alle(je.map((x) => x[i])) : mal(wert(z), bruch(art === 'nutzung' ? 1n : monate(z, a)))));
  return roh.map(((ganz) => (x) => mal(x, bruch(ganz.d, ganz.n)))(alle(roh)));
};
const steuer = (je, tag) => {
  const { regel, satz } = je.regel ? je : je.filter((s) => (s.ab ?? '') <= tag).reduce((a, b) => ((b.ab ?? '') < (a.ab ?? '') ? a : b));
  const fassung = (r) => r.fassungen.find((f) => f.von <= tag && tag <= (f.bis ?? '9'));
  return `${regel}|${zahl(satz ?? fassung(plan.steuerregeln.find((r) => r.id === regel)).satz)}`;
};
// Jede Position: teilen nach Steuer, in Schichten, auf die Zahler
for (const { titel, art, werte, renormiert } of plan.schluessel)
  if (/koenig|fest/.test(art) && !renormiert) soll(`Schlüssel ${titel}`, alle(Object.values(werte).map(zahl)), 100);
const gruppen = [...new Set(schritte.abschnitte.map((a) => a.gruppe))].sort();
const posten = gruppen.map(() => plan.zahler.map(() => []));
const rueckfall = plan.beschluss?.einstimmig === false && plan.schluessel.find((k) => k.art === 'nutzung').id;
for (const p of [...plan.positionen, ...plan.uebertraege]) {
  const faelle = () => alle(plan.zahler.map((z) => zahl(plan.schluessel.find((k) => k.id === p.schluessel).werte[z.kennung] ?? 0)));
  const cent = zahl(p.cent ?? p.betrag.cent ?? runden(mal(zahl(p.betrag.preisCent), faelle())));
  const teile = schritte.abschnitte.filter((a) => a.position === p.id);
  const cents = groessterRest(teile.map((a) => mal(cent, bruch(monate({}, a), monate({}, { ...plan, ...p })))), (i) => i);
  const vorab = plan.finanzierung.vorab.filter((v) => v.merkmal === p.merkmal).map((v) => ({ ...v, gruppen: [v.zahler], vor: 1 }));
  const rest = alle(['1', ...vorab.map((v) => `-${v.anteil}`)].map(zahl));
  const schichten = p.zahler ? [{ id: 'eigen', anteil: 1, gruppen: [p.zahler], vor: 1 }] : [...vorab, ...plan.finanzierung.schichten];
  for (const [i, a] of teile.entries()) {
    soll(a.id, [cents[i], steuer(p.steuer, `${a.von}-01`), steuer(p.steuer, `${a.bis}-01`)], [a.cent, a.gruppe, a.gruppe]);
    for (const s of schichten) {
      const topf = mal(zahl(a.cent), s.vor ? zahl(s.anteil) : mal(rest, zahl(s.anteil)));
      if (topf.n === 0n) continue;
      soll(`${a.id}, ${s.id}`, topf, schritte.toepfe.find((t) => t.abschnitt === a.id && t.schicht === s.id)?.betrag);
      const traegt = (z) => s.gruppen.some((g) => g === z.kennung || (z.gruppen.includes(g) && monate(z, a) > 0n));
      const wer = plan.zahler.map((z, at) => ({ ...z, at })).filter(traegt);
      for (const [k, x] of anteile(s.schluessel || rueckfall || p.schluessel, wer, a).entries()) posten[gruppen.indexOf(a.gruppe)][wer[k].at].push(mal(topf, x));
    }
  }
}
// Runden, besteuern, vergleichen
const genau = posten.map((je) => je.map(alle));
const gerundet = genau.map((je) => groessterRest(je));
const saetze = [...new Set(gruppen.map((g) => g.split('|')[1]))].filter((s) => s !== '0');
const gesamt = [0n, 0n, 0n];
for (const [i, z] of zahlungen.entries()) {
  const je = genau.map((g) => g[i]);
  const netto = { kaufmaennisch: je.map(runden), 'voller-euro': vollerEuro(je) }[plan.rundung] ?? gerundet.map((g) => g[i]);
  const grundlage = (satz) => summiert(netto.filter((_, k) => gruppen[k].endsWith(`|${satz}`)));
  const steuern = saetze.map((satz) => runden(mal(zahl(satz), bruch(grundlage(satz)))));
  const summen = [summiert(netto), summiert(steuern), summiert([...netto, ...steuern])];
  const imBlatt = [z.zahler, z.genau, gruppen.map((g) => z.netto[g]), z.steuern.map((s) => s.cent), z.nettoCent, z.steuerCent, z.bruttoCent];
  soll(z.zahler, [plan.zahler[i]?.kennung, alle(je), netto, steuern, summen], imBlatt);
  for (const k of gesamt.keys()) gesamt[k] += summen[k];
}
const kosten = summiert(schritte.abschnitte.map((a) => BigInt(a.cent)));
soll('Zahl der Zahlungen', plan.zahler.length, zahlungen.length);
soll('Summe', [kosten, ...gesamt], [summe.kosten, summe.netto, summe.steuer, summe.brutto]);
process.stdout.write(fehler.length ? `${fehler.slice(0, 20).join('\n')}\n` : `Stimmt: ${zahlungen.length} Zahler, netto ${gesamt[0]}, brutto ${gesamt[2]} Cent.\n`);
process.exitCode = fehler.length ? 1 : 0;
