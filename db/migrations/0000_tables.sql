CREATE TABLE "accumulators" (
	"insured_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"cap" text NOT NULL,
	"patient_rank" smallint NOT NULL,
	"month" date NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "accumulators_pkey" PRIMARY KEY("insured_id","cap","patient_rank","month","fund_id"),
	CONSTRAINT "accumulators_used" CHECK (used >= 0)
);
--> statement-breakpoint
CREATE TABLE "consumptions" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "consumptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"sheet_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"line_number" smallint NOT NULL,
	"insured_id" bigint NOT NULL,
	"cap" text NOT NULL,
	"patient_rank" smallint NOT NULL,
	"care_on" date NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "consumptions_pkey" PRIMARY KEY("id","submitter_id","fund_id")
);
--> statement-breakpoint
CREATE TABLE "family_history" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "family_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"insured_id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"sheet_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"lines" text NOT NULL,
	"consumptions" text NOT NULL,
	CONSTRAINT "family_history_pkey" PRIMARY KEY("insured_id","id","submitter_id","fund_id")
);
--> statement-breakpoint
CREATE TABLE "care_sheet_documents" (
	"sheet_id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"facts" text NOT NULL,
	"document" text NOT NULL,
	"body_hash" text NOT NULL,
	CONSTRAINT "care_sheet_documents_pkey" PRIMARY KEY("sheet_id","submitter_id","fund_id")
);
--> statement-breakpoint
CREATE TABLE "care_sheet_lines" (
	"sheet_id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"line_number" smallint NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"care_on" date NOT NULL,
	CONSTRAINT "care_sheet_lines_pkey" PRIMARY KEY("sheet_id","line_number","submitter_id","fund_id"),
	CONSTRAINT "care_sheet_lines_amounts" CHECK (quantity > 0 and unit_price >= 0)
);
--> statement-breakpoint
CREATE TABLE "care_sheets" (
	"id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_on" date NOT NULL,
	"care_on" date NOT NULL,
	"insured_issuer" text NOT NULL,
	"insured_number" text NOT NULL,
	"provider" text NOT NULL,
	"submitted" bigint NOT NULL,
	"line_count" smallint NOT NULL,
	"client_id" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"status_since" timestamp with time zone NOT NULL,
	"decided_on" date,
	"benefit" bigint DEFAULT 0 NOT NULL,
	"payee_kind" text,
	"payee_key" text,
	"batch_number" integer,
	CONSTRAINT "care_sheets_pkey" PRIMARY KEY("id","submitter_id","fund_id"),
	CONSTRAINT "care_sheets_number" UNIQUE("submitter_id","number"),
	CONSTRAINT "care_sheets_status" CHECK (status in ('received', 'pended', 'returned', 'decided',
      'settled', 'reversed', 'cancelled', 'quarantined')),
	CONSTRAINT "care_sheets_submitted" CHECK (submitted >= 0 and benefit between 0 and submitted),
	CONSTRAINT "care_sheets_settled" CHECK ((status = 'settled') = (batch_number is not null))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"submitter_id" bigint NOT NULL,
	"key" text NOT NULL,
	"fund_id" bigint NOT NULL,
	"body_hash" text NOT NULL,
	"sheet_id" bigint NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("submitter_id","key")
);
--> statement-breakpoint
CREATE TABLE "decision_lines" (
	"sheet_id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"line_number" smallint NOT NULL,
	"outcome" text NOT NULL,
	"units_allowed" integer NOT NULL,
	"tariff" bigint,
	"submitted" bigint,
	"eligible" bigint,
	"benefit" bigint,
	"copay" bigint,
	"over_cap" bigint,
	"excess" bigint,
	"disallowed" bigint,
	"reasons" text[] NOT NULL,
	CONSTRAINT "decision_lines_pkey" PRIMARY KEY("sheet_id","revision","line_number","submitter_id","fund_id"),
	CONSTRAINT "decision_lines_final" CHECK (outcome = 'pended' or submitted is not null),
	CONSTRAINT "decision_lines_conserved" CHECK (num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 7 or
    (num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 0
    and submitted = benefit + copay + over_cap + excess + disallowed
    and eligible = benefit + copay + over_cap
    and least(benefit, copay, over_cap, excess, disallowed) >= 0))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"sheet_id" bigint NOT NULL,
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"outcome" text NOT NULL,
	"scheme" text,
	"payee_kind" text NOT NULL,
	"payee_key" text NOT NULL,
	"submitted" bigint,
	"eligible" bigint,
	"benefit" bigint,
	"copay" bigint,
	"over_cap" bigint,
	"excess" bigint,
	"disallowed" bigint,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_on" date NOT NULL,
	"record_revision" bigint NOT NULL,
	"history_position" bigint NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "decisions_pkey" PRIMARY KEY("sheet_id","revision","submitter_id","fund_id"),
	CONSTRAINT "decisions_final" CHECK (outcome = 'pended' or submitted is not null),
	CONSTRAINT "decisions_conserved" CHECK (num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 7 or
    (num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 0
    and submitted = benefit + copay + over_cap + excess + disallowed
    and eligible = benefit + copay + over_cap
    and least(benefit, copay, over_cap, excess, disallowed) >= 0))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"epoch" integer NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"sheet_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("id","submitter_id","fund_id")
);
--> statement-breakpoint
CREATE TABLE "outbox_chunks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_chunks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"first_id" bigint NOT NULL,
	"last_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rings" integer DEFAULT 0 NOT NULL,
	"rung_at" timestamp with time zone,
	"starts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "outbox_chunks_range" CHECK (first_id <= last_id)
);
--> statement-breakpoint
CREATE TABLE "quarantines" (
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"sheet_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"cause" text NOT NULL,
	"requeued_at" timestamp with time zone,
	CONSTRAINT "quarantines_pkey" PRIMARY KEY("sheet_id","at","submitter_id","fund_id")
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"insured_id" bigint NOT NULL,
	"scheme" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "affiliations_pkey" PRIMARY KEY("insured_id","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"insured_id" bigint NOT NULL,
	"patient_rank" smallint NOT NULL,
	"illness" text NOT NULL,
	"code" text NOT NULL,
	"diagnoses" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "certificates_pkey" PRIMARY KEY("insured_id","patient_rank","code","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "dependants" (
	"insured_id" bigint NOT NULL,
	"rank" smallint NOT NULL,
	"relationship" text NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"sex" text NOT NULL,
	"death_date" date,
	"attached_from" date NOT NULL,
	"attached_to" date,
	"student_from" date,
	"student_to" date,
	"disabled" boolean DEFAULT false NOT NULL,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "dependants_pkey" PRIMARY KEY("insured_id","rank","recorded_revision"),
	CONSTRAINT "dependants_rank" CHECK (rank between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "entitlements" (
	"insured_id" bigint NOT NULL,
	"status" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"qualified_on" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "entitlements_pkey" PRIMARY KEY("insured_id","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "insured" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "insured_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"issuer" text NOT NULL,
	"number" text NOT NULL,
	CONSTRAINT "insured_number" UNIQUE("issuer","number")
);
--> statement-breakpoint
CREATE TABLE "insured_persons" (
	"insured_id" bigint NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"sex" text NOT NULL,
	"death_date" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "insured_persons_pkey" PRIMARY KEY("insured_id","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "payee_accounts" (
	"payee_kind" text NOT NULL,
	"payee_key" text NOT NULL,
	"holder" text NOT NULL,
	"rib" text NOT NULL,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "payee_accounts_pkey" PRIMARY KEY("payee_kind","payee_key","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "ledger_postings" (
	"transaction_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_postings_pkey" PRIMARY KEY("transaction_id","position","fund_id"),
	CONSTRAINT "ledger_postings_amount" CHECK (amount > 0),
	CONSTRAINT "ledger_postings_accounts" CHECK (debit <> credit)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" bigint GENERATED BY DEFAULT AS IDENTITY (sequence name "ledger_transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"fund_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY("id","fund_id"),
	CONSTRAINT "ledger_transactions_subject" UNIQUE("fund_id","subject","kind")
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"code" text NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"pricing" text NOT NULL,
	"key_letter" text,
	"coefficient" integer,
	"reimbursable" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"sex" text,
	"min_age" smallint,
	"max_age" smallint,
	"sectors" text[],
	"specialties" text[],
	"settings" text[],
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "acts_pkey" PRIMARY KEY("code","valid_from","recorded_revision"),
	CONSTRAINT "acts_rating" CHECK ((pricing = 'rating') = (key_letter is not null)),
	CONSTRAINT "acts_dates" CHECK (valid_to is null or valid_to >= valid_from)
);
--> statement-breakpoint
CREATE TABLE "medicines" (
	"code" text NOT NULL,
	"name" text NOT NULL,
	"substance" text NOT NULL,
	"presentation" text NOT NULL,
	"kind" text NOT NULL,
	"reimbursable" boolean NOT NULL,
	"public_price" bigint NOT NULL,
	"hospital_price" bigint NOT NULL,
	"base_price" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "medicines_pkey" PRIMARY KEY("code","valid_from","recorded_revision"),
	CONSTRAINT "medicines_prices" CHECK (public_price >= 0 and hospital_price >= 0 and base_price >= 0),
	CONSTRAINT "medicines_dates" CHECK (valid_to is null or valid_to >= valid_from)
);
--> statement-breakpoint
CREATE TABLE "scheme_management" (
	"scheme" text NOT NULL,
	"fund" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "scheme_management_pkey" PRIMARY KEY("scheme","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "tariffs" (
	"grid" text NOT NULL,
	"item_kind" text NOT NULL,
	"item" text NOT NULL,
	"sector" text NOT NULL,
	"fund" text DEFAULT '' NOT NULL,
	"amount" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "tariffs_pkey" PRIMARY KEY("grid","item_kind","item","sector","fund","status","valid_from","recorded_revision"),
	CONSTRAINT "tariffs_amount" CHECK (amount > 0),
	CONSTRAINT "tariffs_source" CHECK (source <> ''),
	CONSTRAINT "tariffs_dates" CHECK (valid_to is null or valid_to >= valid_from)
);
--> statement-breakpoint
CREATE TABLE "api_client_secrets" (
	"client_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_client_secrets_pkey" PRIMARY KEY("client_id","secret_hash"),
	CONSTRAINT "api_client_secrets_hash" CHECK (secret_hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "api_clients" (
	"id" text NOT NULL,
	"organisation_id" bigint NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_clients_pkey" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_code_key" UNIQUE("code"),
	CONSTRAINT "organisations_kind" CHECK (kind in ('provider', 'fund', 'administration'))
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"private_jwk" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "provider_activity" (
	"inpe" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "provider_activity_pkey" PRIMARY KEY("inpe","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"inpe" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text NOT NULL,
	"specialty" text,
	"name" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "providers_pkey" PRIMARY KEY("inpe","recorded_revision"),
	CONSTRAINT "providers_inpe" CHECK (inpe ~ '^[0-9]{9}$')
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"system_identifier" text NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "installation_one_row" CHECK (id = 1)
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"number" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ruleset_publications" (
	"scheme" text NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_revision" bigint NOT NULL,
	"superseded_revision" bigint,
	CONSTRAINT "ruleset_publications_pkey" PRIMARY KEY("scheme","valid_from","recorded_revision")
);
--> statement-breakpoint
CREATE TABLE "ruleset_versions" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"document" text NOT NULL,
	"content_hash" text NOT NULL,
	"author" text NOT NULL,
	"approver" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ruleset_versions_pkey" PRIMARY KEY("code","version"),
	CONSTRAINT "ruleset_versions_four_eyes" CHECK (approver is null or approver <> author),
	CONSTRAINT "ruleset_versions_approved" CHECK (status <> 'published' or approver is not null)
);
--> statement-breakpoint
CREATE TABLE "settlement_batches" (
	"fund_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"up_to" date NOT NULL,
	"entry_count" integer NOT NULL,
	"payment_count" integer NOT NULL,
	"held_count" integer NOT NULL,
	"submitted" bigint,
	"eligible" bigint,
	"benefit" bigint,
	"copay" bigint,
	"over_cap" bigint,
	"excess" bigint,
	"disallowed" bigint,
	"bordereau_hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"sealed_by" text NOT NULL,
	"paid_at" timestamp with time zone,
	"paid_by" text,
	CONSTRAINT "settlement_batches_pkey" PRIMARY KEY("fund_id","number"),
	CONSTRAINT "settlement_batches_four_eyes" CHECK (paid_by is null or paid_by <> sealed_by),
	CONSTRAINT "settlement_batches_amount" CHECK (benefit > 0 and entry_count > 0)
);
--> statement-breakpoint
CREATE TABLE "settlement_entries" (
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"batch_number" integer NOT NULL,
	"sheet_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"payee_kind" text NOT NULL,
	"payee_key" text NOT NULL,
	"submitted" bigint,
	"eligible" bigint,
	"benefit" bigint,
	"copay" bigint,
	"over_cap" bigint,
	"excess" bigint,
	"disallowed" bigint,
	CONSTRAINT "settlement_entries_pkey" PRIMARY KEY("fund_id","batch_number","sheet_id","submitter_id"),
	CONSTRAINT "settlement_entries_once" UNIQUE("sheet_id","submitter_id","fund_id"),
	CONSTRAINT "settlement_entries_conserved" CHECK (submitted = benefit + copay + over_cap + excess + disallowed and benefit > 0)
);
--> statement-breakpoint
CREATE TABLE "settlement_holds" (
	"submitter_id" bigint NOT NULL,
	"fund_id" bigint NOT NULL,
	"batch_number" integer NOT NULL,
	"sheet_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "settlement_holds_pkey" PRIMARY KEY("fund_id","batch_number","sheet_id","submitter_id")
);
--> statement-breakpoint
CREATE TABLE "settlement_payments" (
	"fund_id" bigint NOT NULL,
	"batch_number" integer NOT NULL,
	"payee_kind" text NOT NULL,
	"payee_key" text NOT NULL,
	"holder" text NOT NULL,
	"rib" text NOT NULL,
	"entry_count" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "settlement_payments_pkey" PRIMARY KEY("fund_id","batch_number","payee_kind","payee_key"),
	CONSTRAINT "settlement_payments_amount" CHECK (amount > 0),
	CONSTRAINT "settlement_payments_rib" CHECK (rib ~ '^[0-9]{24}$')
);
--> statement-breakpoint
ALTER TABLE "consumptions" ADD CONSTRAINT "consumptions_decision_fkey" FOREIGN KEY ("sheet_id","revision","submitter_id","fund_id") REFERENCES "public"."decisions"("sheet_id","revision","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_history" ADD CONSTRAINT "family_history_decision_fkey" FOREIGN KEY ("sheet_id","revision","submitter_id","fund_id") REFERENCES "public"."decisions"("sheet_id","revision","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_sheet_documents" ADD CONSTRAINT "care_sheet_documents_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_sheet_lines" ADD CONSTRAINT "care_sheet_lines_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_sheets" ADD CONSTRAINT "care_sheets_submitter_fkey" FOREIGN KEY ("submitter_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_sheets" ADD CONSTRAINT "care_sheets_fund_fkey" FOREIGN KEY ("fund_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_lines" ADD CONSTRAINT "decision_lines_decision_fkey" FOREIGN KEY ("sheet_id","revision","submitter_id","fund_id") REFERENCES "public"."decisions"("sheet_id","revision","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantines" ADD CONSTRAINT "quarantines_sheet_fkey" FOREIGN KEY ("sheet_id","submitter_id","fund_id") REFERENCES "public"."care_sheets"("id","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_insured_id_insured_id_fk" FOREIGN KEY ("insured_id") REFERENCES "public"."insured"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_insured_id_insured_id_fk" FOREIGN KEY ("insured_id") REFERENCES "public"."insured"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependants" ADD CONSTRAINT "dependants_insured_id_insured_id_fk" FOREIGN KEY ("insured_id") REFERENCES "public"."insured"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entitlements" ADD CONSTRAINT "entitlements_insured_id_insured_id_fk" FOREIGN KEY ("insured_id") REFERENCES "public"."insured"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insured_persons" ADD CONSTRAINT "insured_persons_insured_id_insured_id_fk" FOREIGN KEY ("insured_id") REFERENCES "public"."insured"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_postings" ADD CONSTRAINT "ledger_postings_transaction_fkey" FOREIGN KEY ("transaction_id","fund_id") REFERENCES "public"."ledger_transactions"("id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_client_secrets" ADD CONSTRAINT "api_client_secrets_client_id_api_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_batches" ADD CONSTRAINT "settlement_batches_fund_id_organisations_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_entries" ADD CONSTRAINT "settlement_entries_batch_fkey" FOREIGN KEY ("fund_id","batch_number") REFERENCES "public"."settlement_batches"("fund_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_entries" ADD CONSTRAINT "settlement_entries_decision_fkey" FOREIGN KEY ("sheet_id","revision","submitter_id","fund_id") REFERENCES "public"."decisions"("sheet_id","revision","submitter_id","fund_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_holds" ADD CONSTRAINT "settlement_holds_batch_fkey" FOREIGN KEY ("fund_id","batch_number") REFERENCES "public"."settlement_batches"("fund_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_payments" ADD CONSTRAINT "settlement_payments_batch_fkey" FOREIGN KEY ("fund_id","batch_number") REFERENCES "public"."settlement_batches"("fund_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consumptions_insured" ON "consumptions" USING btree ("insured_id","cap");--> statement-breakpoint
CREATE INDEX "care_sheets_submitter" ON "care_sheets" USING btree ("submitter_id","id");--> statement-breakpoint
CREATE INDEX "care_sheets_fund" ON "care_sheets" USING btree ("fund_id","id");--> statement-breakpoint
CREATE INDEX "care_sheets_payable" ON "care_sheets" USING btree ("fund_id","decided_on","id") WHERE status = 'decided' and benefit > 0;--> statement-breakpoint
CREATE INDEX "care_sheets_open" ON "care_sheets" USING btree ("status","status_since") WHERE status in ('received', 'pended', 'returned', 'quarantined');--> statement-breakpoint
CREATE INDEX "events_fund" ON "events" USING btree ("fund_id","epoch","xid","id");--> statement-breakpoint
CREATE INDEX "events_submitter" ON "events" USING btree ("submitter_id","epoch","xid","id");--> statement-breakpoint
CREATE INDEX "api_clients_organisation" ON "api_clients" USING btree ("organisation_id");