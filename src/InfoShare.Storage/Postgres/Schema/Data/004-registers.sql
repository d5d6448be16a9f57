-- By what the console's registers are read: few rows of many.
create index answer_clock_open on answer_clock (late_from) where answered_at is null and closed_at is null;
