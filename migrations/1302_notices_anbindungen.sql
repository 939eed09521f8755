-- Whether a person is mailed when an Anbindung begins to wait for their house. Who gets summaries reads it there.
alter table notices.einstellung add column anbindungen boolean not null default true;
