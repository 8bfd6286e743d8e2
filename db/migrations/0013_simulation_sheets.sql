CREATE TABLE "simulation_files" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "simulation_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"received_on" date NOT NULL,
	"status" text NOT NULL,
	"sheets" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"care_from" date,
	"care_to" date,
	"content_hash" text,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "simulation_files_pkey" PRIMARY KEY("id","organisation_id"),
	CONSTRAINT "simulation_files_whole" CHECK (status <> 'whole' or (content_hash is not null and care_from <= care_to and sheets > 0))
);
--> statement-breakpoint
CREATE TABLE "simulation_sheets" (
	"file_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"line" integer NOT NULL,
	"provider" text NOT NULL,
	"number" text NOT NULL,
	"named_fund_id" bigint NOT NULL,
	"care_on" date NOT NULL,
	"insured_issuer" text NOT NULL,
	"insured_number" text NOT NULL,
	"facts" text NOT NULL,
	CONSTRAINT "simulation_sheets_pkey" PRIMARY KEY("file_id","line","organisation_id"),
	CONSTRAINT "simulation_sheets_number" UNIQUE("file_id","provider","number","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "simulations" ADD COLUMN "file_id" bigint;--> statement-breakpoint
ALTER TABLE "simulation_files" ADD CONSTRAINT "simulation_files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_sheets" ADD CONSTRAINT "simulation_sheets_named_fund_id_organisations_id_fk" FOREIGN KEY ("named_fund_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_sheets" ADD CONSTRAINT "simulation_sheets_file_fkey" FOREIGN KEY ("file_id","organisation_id") REFERENCES "public"."simulation_files"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "simulation_files_kept" ON "simulation_files" USING btree ("expires_at") WHERE status <> 'gone';--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_file_fkey" FOREIGN KEY ("file_id","organisation_id") REFERENCES "public"."simulation_files"("id","organisation_id") ON DELETE no action ON UPDATE no action;