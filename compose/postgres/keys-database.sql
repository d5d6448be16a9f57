-- The record keys: a database of their own, backed up apart from the records and kept for a short time.
create database infoshare_keys;
