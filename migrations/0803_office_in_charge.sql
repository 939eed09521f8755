-- Which office has a submission now, where it is another one than the one that received it, which the receipt names.
alter table applications.sendung add column jetzt_bei text;
grant update (jetzt_bei) on applications.sendung to leitwerk_app;
