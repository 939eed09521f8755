-- An event whose handler failed for the last time stays in sight, but no longer keeps its Vorgang waiting.
alter table platform.outbox add column failed_at timestamptz;
grant update (failed_at) on platform.outbox to leitwerk_relay;
create index outbox_by_vorgang on platform.outbox ((payload ->> 'vorgang')) where payload ? 'vorgang';
