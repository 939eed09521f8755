-- A rule now reaches one OZG-Leistung or one object, so that several rules carry one task (Aufgabe). Bestimmungen and
-- Übertragungen are about the task. Until now each rule was a task of its own, so its id names the task.
alter table duties.regel add column aufgabe_id text;
update duties.regel set aufgabe_id = id;
alter table duties.regel alter column aufgabe_id set not null;
alter table duties.regel add check (aufgabe_id ~ '^[a-z0-9-]+$');

-- The Themenfeld in whose file the rule stands, so that one file can be replaced alone.
alter table duties.regel add column thema text not null default '';
alter table duties.regel alter column thema drop default;

alter table duties.uebertragung rename column regel_ids to aufgabe_ids;
alter table duties.bestimmung rename column regel_id to aufgabe_id;
alter table duties.bestaetigte_bestimmung rename column regel_id to aufgabe_id;
alter table duties.bestimmung_angabe rename column regel_id to aufgabe_id;
