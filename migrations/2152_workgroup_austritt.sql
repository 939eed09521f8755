-- Who leaves the group is taken out of the sessions that they were invited to: a mail of its own kind.
alter table workgroup.zustellung drop constraint zustellung_art_check;
alter table workgroup.zustellung add constraint zustellung_art_check
  check (art in ('einladung', 'aenderung', 'absage', 'austritt'));
