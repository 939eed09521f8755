-- A Bestimmung is stated to somebody else: no Kommune decides on what it stated itself.
alter table duties.bestimmung_angabe
  add constraint bestimmung_angabe_recipient_is_another check (recipient_id <> tenant_id);
