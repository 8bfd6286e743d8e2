ALTER TABLE "consumptions" DROP CONSTRAINT "consumptions_decision_fkey";
--> statement-breakpoint
ALTER TABLE "family_history" DROP CONSTRAINT "family_history_decision_fkey";
--> statement-breakpoint
ALTER TABLE "care_sheet_documents" DROP CONSTRAINT "care_sheet_documents_sheet_fkey";
--> statement-breakpoint
ALTER TABLE "care_sheets" DROP CONSTRAINT "care_sheets_submitter_fkey";
--> statement-breakpoint
ALTER TABLE "care_sheets" DROP CONSTRAINT "care_sheets_fund_fkey";
--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_sheet_fkey";
--> statement-breakpoint
ALTER TABLE "decision_lines" DROP CONSTRAINT "decision_lines_decision_fkey";
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_sheet_fkey";
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_sheet_fkey";
--> statement-breakpoint
ALTER TABLE "ledger_postings" DROP CONSTRAINT "ledger_postings_transaction_fkey";
