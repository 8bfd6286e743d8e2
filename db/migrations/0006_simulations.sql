CREATE TABLE "simulation_batches" (
	"simulation_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"shard" smallint NOT NULL,
	"number" integer NOT NULL,
	"sheet_ids" bigint[] NOT NULL,
	CONSTRAINT "simulation_batches_pkey" PRIMARY KEY("simulation_id","shard","number","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "simulation_changes" (
	"simulation_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"shard" smallint NOT NULL,
	"place" integer NOT NULL,
	"count" smallint NOT NULL,
	"changes" text NOT NULL,
	CONSTRAINT "simulation_changes_pkey" PRIMARY KEY("simulation_id","shard","place","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "simulation_shards" (
	"simulation_id" bigint NOT NULL,
	"organisation_id" bigint NOT NULL,
	"shard" smallint NOT NULL,
	"sheets" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"starts" integer DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone,
	"result" text,
	CONSTRAINT "simulation_shards_pkey" PRIMARY KEY("simulation_id","shard","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "simulations" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "simulations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"document" text NOT NULL,
	"content_hash" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"only_fund_id" bigint,
	"record_revision" bigint NOT NULL,
	"status" text NOT NULL,
	"left_out" text DEFAULT '{}' NOT NULL,
	"rings" integer DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"report" text,
	"report_hash" text,
	CONSTRAINT "simulations_pkey" PRIMARY KEY("id","organisation_id"),
	CONSTRAINT "simulations_period" CHECK (period_from <= period_to),
	CONSTRAINT "simulations_done" CHECK ((status = 'done') = (report is not null)),
	CONSTRAINT "simulations_hash" CHECK ((report is null) = (report_hash is null))
);
--> statement-breakpoint
ALTER TABLE "simulation_batches" ADD CONSTRAINT "simulation_batches_shard_fkey" FOREIGN KEY ("simulation_id","shard","organisation_id") REFERENCES "public"."simulation_shards"("simulation_id","shard","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_changes" ADD CONSTRAINT "simulation_changes_shard_fkey" FOREIGN KEY ("simulation_id","shard","organisation_id") REFERENCES "public"."simulation_shards"("simulation_id","shard","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulation_shards" ADD CONSTRAINT "simulation_shards_simulation_fkey" FOREIGN KEY ("simulation_id","organisation_id") REFERENCES "public"."simulations"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_only_fund_id_organisations_id_fk" FOREIGN KEY ("only_fund_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "simulations_open" ON "simulations" USING btree ("moved_at") WHERE status in ('planning', 'running');--> statement-breakpoint
CREATE INDEX "simulations_organisation" ON "simulations" USING btree ("organisation_id","id");