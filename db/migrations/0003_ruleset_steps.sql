CREATE TABLE "ruleset_steps" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"content_hash" text NOT NULL,
	"document" text,
	"remark" text,
	"request_key" text,
	"request_hash" text,
	CONSTRAINT "ruleset_steps_pkey" PRIMARY KEY("code","version","number"),
	CONSTRAINT "ruleset_steps_written" CHECK ((kind in ('created', 'saved')) = (document is not null)),
	CONSTRAINT "ruleset_steps_asked" CHECK ((request_key is null) = (request_hash is null))
);
--> statement-breakpoint
ALTER TABLE "ruleset_steps" ADD CONSTRAINT "ruleset_steps_version_fkey" FOREIGN KEY ("code","version") REFERENCES "public"."ruleset_versions"("code","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ruleset_steps_request" ON "ruleset_steps" USING btree ("actor","request_key");