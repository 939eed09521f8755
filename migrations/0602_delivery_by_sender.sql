-- A sender finds what it sent without a walk through what others received.
create index submission_by_sender on delivery.submission (absender, created_at desc);
create index attachment_by_sender on delivery.attachment (absender);
create index event_by_sender on delivery.event (absender);
