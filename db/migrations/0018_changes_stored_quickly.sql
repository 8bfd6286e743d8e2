-- A third of what a simulation cost Postgres was compressing its plan and what it found, by the
-- method that a server without lz4 has: there they are stored as they are.
DO $$
BEGIN
  ALTER TABLE simulation_changes ALTER COLUMN changes SET COMPRESSION lz4;
  ALTER TABLE simulation_batches ALTER COLUMN sheet_ids SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  ALTER TABLE simulation_changes ALTER COLUMN changes SET STORAGE EXTERNAL;
  ALTER TABLE simulation_batches ALTER COLUMN sheet_ids SET STORAGE EXTERNAL;
END $$;
