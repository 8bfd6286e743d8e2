-- Estimates, rights and accumulators are read with a role that can keep nothing: it may only read,
-- no name of a person, and of the history what limits look at.
DO $$
BEGIN
  CREATE ROLE tasfiya_estimator NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT tasfiya_estimator TO CURRENT_USER;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (id, code, kind) ON organisations TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (id, issuer, number) ON insured TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (insured_id, birth_date, sex, death_date, recorded_revision, superseded_revision)
  ON insured_persons TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (insured_id, rank, relationship, birth_date, sex, death_date, attached_from,
  attached_to, student_from, student_to, disabled, recorded_revision, superseded_revision)
  ON dependants TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (inpe, kind, sector, specialty, recorded_revision, superseded_revision)
  ON providers TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT (insured_id, id, sheet_id, kind, lines, consumptions)
  ON family_history TO tasfiya_estimator;
--> statement-breakpoint
GRANT SELECT ON affiliations, entitlements, certificates, provider_activity, acts, medicines,
  tariffs, scheme_management, ruleset_versions, ruleset_publications, installation
  TO tasfiya_estimator;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['insured', 'insured_persons', 'dependants', 'affiliations',
    'entitlements', 'certificates', 'family_history']
  LOOP
    -- It looks at whoever the caller names; what the caller may learn is the estimate's to say.
    EXECUTE format('CREATE POLICY estimate ON %I FOR SELECT TO tasfiya_estimator USING (true)',
      name);
  END LOOP;
END $$;
