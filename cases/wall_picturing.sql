-- What a genogram and an ecomap are drawn from: who reads and writes it. Policies are those of wall.sql.

-- What people say and see, the app may write and correct; nothing may be deleted.
grant select, insert, update on cases_astold, cases_culturalnote, cases_emotionaltie, cases_genogramorder,
    cases_healthmark, cases_pastloss, cases_tieseen to camden_app;
-- A kept picture stays as it was.
grant select, insert on cases_genogramsnapshot to camden_app;
