import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { localDate } from '#kernel';
import { kalenderdatei, type Termin, uidOf } from './kalender.ts';

const termin: Termin = {
  id: '11111111-0000-4000-8000-000000000001',
  titel: 'Wintersitzung; mit, Zeichen\r\nBEGIN:VEVENT',
  tag: localDate('2026-12-10'),
  beginn: '09:30',
  ende: '12:00',
  ort: 'Rathaus, Saal 1',
  link: 'https://konferenz.example/a?b=c',
  folge: 2,
};

const wunsch = {
  method: 'REQUEST',
  origin: 'https://verwaltung.example',
  organizer: { name: 'Arbeitsgruppe', email: 'leitwerk@example.invalid' },
  attendee: { name: 'Mara "M" Feldweg', email: 'mara@example.invalid' },
  stempel: new Date('2026-11-22T08:00:00Z'),
} as const;

function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const [first] = events;
  assert.ok(first);
  return { calendar, events, event: new ICAL.Event(first), first };
}

test('a calendar entry is one event at Berlin wall time with its own time zone', () => {
  const { calendar, events, event, first } = parsed(kalenderdatei(termin, wunsch));
  assert.equal(events.length, 1);
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.equal(event.uid, uidOf(termin.id));
  assert.equal(event.sequence, 2);
  assert.equal(first.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/Berlin');
  assert.equal(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid'), 'Europe/Berlin');
  assert.equal(event.startDate.toString(), '2026-12-10T09:30:00');
  assert.equal(event.endDate.toString(), '2026-12-10T12:00:00');
  assert.equal(String(first.getFirstPropertyValue('dtstamp')), '2026-11-22T08:00:00Z');
  assert.equal(event.summary, 'Wintersitzung; mit, Zeichen BEGIN:VEVENT');
  assert.match(event.description, /\/arbeitsgruppe\/sitzungen\/11111111/);
});

test('the same wall time is another instant in summer', () => {
  const instant = (tag: string) => {
    const { calendar, first } = parsed(kalenderdatei({ ...termin, tag: localDate(tag) }, wunsch));
    const zone = calendar.getFirstSubcomponent('vtimezone');
    assert.ok(zone);
    const start = first.getFirstPropertyValue('dtstart');
    assert.ok(start instanceof ICAL.Time);
    start.zone = new ICAL.Timezone(zone);
    return start.toJSDate().toISOString();
  };
  assert.equal(instant('2026-12-10'), '2026-12-10T08:30:00.000Z');
  assert.equal(instant('2026-07-09'), '2026-07-09T07:30:00.000Z');
});

test('a cancellation takes the same entry away', () => {
  const { calendar, event, first } = parsed(
    kalenderdatei({ ...termin, folge: 3 }, { ...wunsch, method: 'CANCEL' }),
  );
  assert.equal(calendar.getFirstPropertyValue('method'), 'CANCEL');
  assert.equal(event.uid, uidOf(termin.id));
  assert.equal(event.sequence, 3);
  assert.equal(first.getFirstPropertyValue('status'), 'CANCELLED');
});
