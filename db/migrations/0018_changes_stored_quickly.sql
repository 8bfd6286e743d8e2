-- Half of what a simulation costs Postgres was compressing what it found, by the method that a
-- server without lz4 has: there it is stored as it is.
DO $$
BEGIN
  ALTER TABLE simulation_changes ALTER COLUMN changes SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  ALTER TABLE simulation_changes ALTER COLUMN changes SET STORAGE EXTERNAL;
END $$;
