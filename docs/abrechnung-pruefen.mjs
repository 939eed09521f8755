// Rechnet ein Rechenblatt „leitwerk/abrechnung@1“ nach, ohne Leitwerk: node abrechnung-pruefen.mjs blatt.json
import { readFileSync } from 'node:fs';
const { plan, schritte, zahlungen, summe } = JSON.parse(readFileSync(process.argv[2]));
const fehler = [];
const soll = (was, hier, dort) => `${hier}` === `${dort}` || fehler.push(`FALSCH ${was}: gerechnet ${hier}, im Blatt ${dort}\n`);
// Genaue Brüche; ganze Cent nach dem größten Rest, bei gleichem Rest nach Kennung
const ggt = (a, b) => (b ? ggt(b, a % b) : a < 0n ? -a : a || 1n);
const bruch = (n, d = 1n, g = ggt(n, d)) => ({ n: n / g, d: d / g, toString: () => (d === g ? `${n / g}` : `${n / g}/${d / g}`) });
const zahl = (wie, [, ganz, nach, nenner] = /^(-?\d+)[.,]?(\d*)\/?(\d*)$/.exec(wie)) =>
  bruch(BigInt(ganz + nach), 10n ** BigInt(nach.length) * BigInt(nenner || 1));
const mal = (a, b) => bruch(a.n * b.n, a.d * b.d);
const alle = (liste) => liste.reduce((a, b) => bruch(a.n * b.d + b.n * a.d, a.d * b.d), zahl(0));
const summiert = (ganze) => ganze.reduce((a, b) => a + b, 0n);
const unten = ({ n, d }) => n / d - (n % d < 0n ? 1n : 0n);
const runden = ({ n, d }) => (n < 0n ? -unten(bruch(d - 2n * n, 2n * d)) : unten(bruch(2n * n + d, 2n * d)));
const absteigend = (x, sonst) => [...x.keys()].sort((a, b) => Number(x[b].n * x[a].d - x[a].n * x[b].d) || (sonst(a) < sonst(b) ? -1 : 1));
const groessterRest = (x, kennung) => {
  const reste = x.map((je) => bruch(je.n - unten(je) * je.d, je.d));
  const mehr = new Set(absteigend(reste, kennung).slice(0, Number(alle(reste).n)));
  return x.map((je, i) => unten(je) + (mehr.has(i) ? 1n : 0n));
};
// Monate der Teilnahme; Anteile nach einem Schlüssel; Steuer eines Tages
const monat = (tag) => tag.slice(0, 4) * 12 + +tag.slice(5, 7);
const ab = ({ von = '', vertragAm = von }) => plan.beitritt === 'quartal4' && vertragAm.slice(5, 7) > '09' ? (+vertragAm.slice(0, 4) + 1) * 12 + 1 : 0;
const monate = (z, a) => BigInt(Math.max(0, Math.min(monat(a.bis), monat(z.bis ?? '9999')) - Math.max(monat(a.von), monat(z.von ?? ''), ab(z)) + 1));
const anteile = (id, wer, a) => {
  const { art, werte, teile = [] } = plan.schluessel.find((k) => k.id === id && wer.length > 1) ?? { art: 'gleich' };
  const je = teile.map((t) => anteile(t.schluessel, wer, a).map((x) => mal(x, zahl(t.gewicht))));
  const wert = (z) => mal(zahl(art === 'gleich' ? 1 : werte[z.kennung]), zahl(art === 'nutzung' ? 1 : monate(z, a)));
  const roh = wer.map((z, i) => (je.length ? alle(je.map((x) => x[i])) : wert(z)));
  return roh.map(((ganz) => (x) => mal(x, bruch(ganz.d, ganz.n)))(alle(roh)));
};
const steuer = ({ steuer: je }, tag) => {
  const { regel, satz } = je.regel ? je : je.filter((s) => !(s.ab > tag)).reduce((x, y) => ((y.ab ?? '') < (x.ab ?? '') ? x : y));
  return `${regel}|${zahl(satz ?? plan.steuerregeln.find((r) => r.id === regel).fassungen.find((f) => f.von <= tag && !(f.bis < tag)).satz)}`;
};
