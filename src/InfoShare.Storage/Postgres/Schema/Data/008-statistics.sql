-- A storm of failures changes a hundredth of the deliveries, long before the tenth at which PostgreSQL would look at them again:
-- until then it takes failures to be few.
alter table delivery set (autovacuum_analyze_scale_factor = 0.01);
alter table answer_clock set (autovacuum_analyze_scale_factor = 0.01);
