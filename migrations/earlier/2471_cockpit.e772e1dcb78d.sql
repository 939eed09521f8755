alter table connection.sammelzeile drop column kommune_id;
