ALTER TABLE "family_history" DROP CONSTRAINT "family_history_pkey";
--> statement-breakpoint
ALTER TABLE "family_history" ADD CONSTRAINT "family_history_pkey" PRIMARY KEY("insured_id","id","sheet_id","submitter_id","fund_id");