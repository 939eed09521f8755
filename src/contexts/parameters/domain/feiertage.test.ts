import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readFeiertage } from '../feiertage-file.ts';
import { feiertageIn, ostersonntag } from './feiertage.ts';

const regeln = readFeiertage(join(import.meta.dirname, '../../../../data'));
const namen = (land: string, jahr: number) =>
  feiertageIn(regeln, land, jahr)
    .filter(({ teilweise }) => teilweise === null)
    .map(({ tag, name }) => `${tag} ${name}`);

describe('Holidays', () => {
  it('Easter falls on the days that calendars print', () => {
    const printed = {
      2000: '04-23',
      2011: '04-24',
      2019: '04-21',
      2024: '03-31',
      2026: '04-05',
      2027: '03-28',
      2038: '04-25',
      2049: '04-18',
    };
    for (const [year, day] of Object.entries(printed))
      assert.equal(ostersonntag(Number(year)), `${year}-${day}`);
  });

  it('Nordrhein-Westfalen has eleven in 2026, with Fronleichnam on 4 June', () => {
    assert.equal(namen('05', 2026).length, 11);
    assert.ok(namen('05', 2026).includes('2026-06-04 Fronleichnam'));
  });

  it('rules begin with their year: Reformationstag in Hamburg since 2018, Weltkindertag in Thüringen since 2019', () => {
    assert.ok(!namen('02', 2016).some((name) => name.endsWith('Reformationstag')));
    assert.ok(namen('02', 2018).includes('2018-10-31 Reformationstag'));
    assert.ok(!namen('16', 2018).some((name) => name.endsWith('Weltkindertag')));
    assert.ok(namen('16', 2019).includes('2019-09-20 Weltkindertag'));
  });

  it('Buß- und Bettag is the Wednesday before 23 November, also when that is a Wednesday itself', () => {
    assert.ok(namen('14', 2026).includes('2026-11-18 Buß- und Bettag'));
    assert.ok(namen('14', 2022).includes('2022-11-16 Buß- und Bettag'));
  });

  it('each names its source, and what nobody read says that it is an assumption', () => {
    for (const { quelle } of regeln) assert.ok(quelle.url !== null || quelle.title.startsWith('Annahme'));
  });
});
