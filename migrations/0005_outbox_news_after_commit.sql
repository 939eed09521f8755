-- The process that wrote an event tells the worker when its transaction is over (src/platform/database/open-database.ts).
-- Told within it, every commit would hold the one lock of all notifications while it waits for the disk, so commits with
-- an event would follow one another. Where the process dies in between, the worker looks by itself every five seconds.
drop trigger outbox_notify on platform.outbox;
drop function platform.outbox_notify();
