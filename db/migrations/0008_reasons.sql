CREATE TABLE "reason_versions" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"wording" text NOT NULL,
	"content_hash" text NOT NULL,
	"author" text NOT NULL,
	"approver" text,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved_at" timestamp with time zone,
	CONSTRAINT "reason_versions_pkey" PRIMARY KEY("code","version"),
	CONSTRAINT "reason_versions_number" CHECK (version > 0),
	CONSTRAINT "reason_versions_four_eyes" CHECK (approver is null or approver <> author),
	CONSTRAINT "reason_versions_approved" CHECK ((status = 'approved') = (approver is not null and approved_at is not null))
);
