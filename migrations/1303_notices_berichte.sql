-- Whether a person is mailed when a report is presented for their release. Who gets summaries reads it there.
alter table notices.einstellung add column berichte boolean not null default true;
