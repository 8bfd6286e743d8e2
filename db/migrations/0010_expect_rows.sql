-- Lets a statement fail its transaction when it found fewer rows than it must have, so that what
-- follows it, COMMIT included, need not wait for the answer.
CREATE FUNCTION expect_rows(counted bigint, wanted bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF counted <> wanted THEN
    RAISE EXCEPTION 'another process was first' USING ERRCODE = 'serialization_failure';
  END IF;
END $$;
