import "server-only";
import { z } from "zod";
import { tokenScopes } from "@/lib/data/api-tokens";
import { choices } from "@/lib/measurements/choices";
import { inclineRange, injury, painRange } from "@/lib/measurements/conditions";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { measurementsIn, measurementsOut, rowIn } from "./columns";

// What goes in and comes out, once: requests are read with it, and the OpenAPI document is written from it.

const id = z.guid();
const calendarDate = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const sex = z.enum(["female", "male"]);
const scope = z.enum(["view", "record"]);

// By their numbers, for not every reader of the document knows Unicode's categories.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it refuses
const noControls = /^[^\u0000-\u001f\u007f-\u009f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it refuses
const noControlsButLines = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/;
const control = "has a control character";

/** A line of text without control characters: the database does not take all of them. */
const line = (longest: number) => z.string().trim().min(1).max(longest).regex(noControls, control);

const facts = {
  protocol: protocolSchema,
  reason: choices.reason.schema.meta({ description: "Why the person came. Decides which prior the injury figures assume." }),
  footwear: choices.footwear.schema,
  surface: choices.surface.schema,
  device: choices.device.schema,
  incline_percent: z.number().min(inclineRange[0]).max(inclineRange[1]).meta({ description: "Percent, positive uphill." }),
  pain: z.number().int().min(painRange[0]).max(painRange[1]).meta({ description: "0 none, 10 the worst imaginable." }),
  pain_since: calendarDate,
  injured_joint: injury.region.schema.meta({ description: "Region of the complaint." }),
  injury_location: injury.location.schema,
  injury_side: injury.side.schema,
  notes: z.string().max(4000).regex(noControlsButLines, control),
};

const optionalFacts = {
  footwear: facts.footwear.nullish(),
  surface: facts.surface.nullish(),
  device: facts.device.nullish(),
  incline_percent: facts.incline_percent.nullish(),
  pain: facts.pain.nullish(),
  pain_since: facts.pain_since.nullish(),
  injured_joint: facts.injured_joint.nullish(),
  injury_location: facts.injury_location.nullish(),
  injury_side: facts.injury_side.nullish(),
  notes: facts.notes.nullish(),
};

export const newAssessment = z
  .strictObject({
    protocol: facts.protocol,
    reason: facts.reason,
    measured_at: instant.meta({ description: "When it was measured, with its offset from UTC." }),
    time_zone: z
      .string()
      .max(64)
      .regex(/^[A-Za-z][\w+\-/]*$/, "not the name of a time zone")
      .meta({ description: "IANA name of the zone in which it was measured: the day, and so the age, are those of that place." }),
    ...optionalFacts,
    measurements: measurementsIn,
  })
  .meta({
    id: "NewAssessment",
    example: {
      protocol: "walk",
      reason: "checkup",
      measured_at: "2026-03-02T09:30:00+01:00",
      time_zone: "Europe/Madrid",
      measurements: { speed: 1.31, height_cm: 168, weight_kg: 62.5 },
    },
  });

export const newAthlete = z
  .strictObject({
    team_id: id.meta({ description: "The team that looks after the athlete; you work in it." }),
    name: line(120),
    identifier: line(60).nullish().meta({ description: "The team's own." }),
    birth_date: calendarDate,
    sex,
    consent: z
      .strictObject({
        scope: scope.meta({ description: "What the person said yes to: that the team views, or views and records." }),
        obtained_how: line(200).meta({ description: "`signed` (on paper), `spoken` (before a witness), or how in other words." }),
        obtained_on: calendarDate,
      })
      .meta({ description: "The person's yes, which you obtained. Without it there may be no record." }),
    despite_double: z
      .boolean()
      .optional()
      .meta({ description: "True where the team has somebody of that name and birth date, and you mean another." }),
  })
  .meta({
    id: "NewAthlete",
    example: {
      team_id: "01920000-0000-7000-8000-000000000000",
      name: "Ana Prueba",
      identifier: "P-104",
      birth_date: "1982-05-17",
      sex: "female",
      consent: { scope: "record", obtained_how: "signed", obtained_on: "2026-03-01" },
    },
  });

export const athlete = z
  .object({
    id,
    name: z.string(),
    identifier: z.string().nullable().meta({ description: "The team's own." }),
    birth_date: calendarDate,
    sex,
    own: z.boolean().meta({ description: "Whether it is your own record." }),
    may_record: z.boolean().meta({ description: "Whether you may write assessments into it." }),
    teams: z.array(z.object({ id, name: z.string(), scope })).meta({ description: "The teams of yours through which you see the record." }),
  })
  .meta({ id: "Athlete" });

const range = { value: z.number(), p05: z.number(), p95: z.number() };

const regression = z.object({
  kind: z.literal("regression"),
  unit: z.string(),
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
  level: z.number().meta({ description: "How many of 1 the interval from `lower` to `upper` holds." }),
});

const classification = z.object({
  kind: z.literal("classification"),
  reason: choices.reason.schema.meta({ description: "The prior assumed." }),
  healthy_class: z.string().nullable(),
  classes: z.array(
    z.object({
      name: z.string(),
      zone: z.boolean(),
      probability: z.number().meta({ description: "At the shares of the training data." }),
      share: z
        .number()
        .meta({ description: "Re-based to the prior of the reason: of all who come for it and measure like this, how many of 1." }),
      base: z.number().meta({ description: "The same of all who come for that reason, however they measure. Read `share` beside it." }),
      beyond_noise: z.boolean().meta({ description: "Whether the share stands above its base by more than chance." }),
    }),
  ),
  crowned: z.string().nullable().meta({ description: "The zone that stands out most; null where none does beyond noise." }),
});

export const prediction = z
  .object({
    model: z.string(),
    version: z.string(),
    question: z.enum(["age", "injury"]),
    preferred: z.boolean().meta({ description: "Whether it is the answer people see: the least uncertain to this question." }),
    outcome: z.discriminatedUnion("kind", [regression, classification]),
    reasons: z
      .array(
        z.object({
          code: z.string().meta({ description: "Dictionary code, or `body_size` for height, weight and BMI together." }),
          value: z.union([z.number(), z.string()]).nullable(),
          typical: z.union([z.number(), z.string()]).nullable(),
          effects: z.record(z.string(), z.number()),
        }),
      )
      .meta({ description: "How the answer differs from what it would be at the training people's median of each input." }),
    outside: z
      .array(z.object({ code: z.string(), deviation: z.boolean(), transform: z.string(), ...range, degree: z.enum(["unusual", "unseen"]) }))
      .meta({ description: "Inputs outside what the model was trained on: it is less sure than it says." }),
  })
  .meta({ id: "Prediction", description: "A model's answer. It informs and does not diagnose." });

const assessmentFacts = {
  id,
  athlete_id: id,
  protocol: facts.protocol,
  measured_at: instant,
  time_zone: z.string(),
  age_years: z.number().int().nullable().meta({ description: "In completed years on the day." }),
  measurements: measurementsOut,
  unreadable: z
    .number()
    .int()
    .meta({ description: "How many stored values the dictionary no longer knows; they are kept, and left out here." }),
  predictions: z.array(prediction),
};

export const assessmentEntry = z.object(assessmentFacts).meta({ id: "AssessmentEntry" });

export const assessment = z
  .object({
    ...assessmentFacts,
    reason: facts.reason,
    footwear: facts.footwear.optional(),
    surface: facts.surface.optional(),
    device: facts.device.optional(),
    incline_percent: facts.incline_percent.optional(),
    pain: facts.pain.optional(),
    pain_since: facts.pain_since.optional(),
    injured_joint: facts.injured_joint.optional(),
    injury_location: facts.injury_location.optional(),
    injury_side: facts.injury_side.optional(),
    notes: z.string().optional(),
    revision: z.number().int().meta({ description: "Raised by every correction." }),
    created_at: instant,
    may_record: z.boolean(),
  })
  .meta({ id: "Assessment", description: "What is not stated is not there." });

export const mostRows = 1000;

export const predictionRequest = z
  .strictObject({
    protocol: facts.protocol,
    reason: facts.reason.optional().default("checkup"),
    explain: z.boolean().optional().default(false).meta({ description: "With the reasons, which take longer." }),
    rows: z.array(z.unknown()).min(1).max(mostRows),
  })
  .meta({ id: "PredictionRequest" });

/** {@link predictionRequest} as the document says it: rows are read one by one, so that one that is wrong does not refuse the others. */
export const predictionRequestShape = predictionRequest
  .extend({
    rows: z.array(rowIn).min(1).max(mostRows).meta({
      description: "Each is read by itself: one that is not as said here, or has a column there is not, is answered 200 with its `errors`.",
    }),
  })
  .meta({
    id: "PredictionRequest",
    example: {
      protocol: "walk",
      reason: "checkup",
      rows: [{ age_years: 44, sex: "female", speed: 1.31, height_cm: 168, weight_kg: 62.5 }],
    },
  });

export const fieldProblem = z
  .object({
    pointer: z.string().optional().meta({ description: "JSON Pointer into the body." }),
    parameter: z.string().optional().meta({ description: "Name of the query parameter." }),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: "FieldProblem", description: "What is wrong with one field. Never its value." });

export const predictionResult = z
  .object({
    row: z.number().int().meta({ description: "Counted from 0, in the order of the request." }),
    predictions: z.array(prediction),
    lacking: z
      .array(z.object({ model: z.string(), columns: z.array(z.string()).meta({ description: "Any of them that are missing." }) }))
      .meta({ description: "Models that cannot answer this row, and the columns they lack." }),
    errors: z.array(fieldProblem).optional().meta({ description: "Why the row was refused; then no model was asked." }),
  })
  .meta({ id: "PredictionResult" });

export const model = z
  .object({
    name: z.string(),
    version: z.string(),
    question: z.enum(["age", "injury"]),
    protocol: facts.protocol,
    title: z.object({ en: z.string(), es: z.string() }),
    output: z.object({ kind: z.enum(["regression", "classification"]), unit: z.string().nullable(), classes: z.array(z.string()) }),
    inputs: z.array(
      z.object({
        columns: z.array(z.string()).meta({ description: "Any of which gives it; both sides where there are two." }),
        unit: z.string().nullable(),
        required: z.boolean(),
      }),
    ),
    card: z.string().meta({ description: "Where its card is: what it was trained on, how well it does, and what it cannot say." }),
  })
  .meta({ id: "Model" });

export const status = z
  .object({
    status: z.enum(["ok", "degraded"]),
    database: z.enum(["ok", "unreachable"]),
    models: z.array(z.object({ name: z.string(), version: z.string().nullable(), status: z.enum(["ok", "refused"]) })),
  })
  .meta({ id: "Status" });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(fieldProblem).optional(),
    athlete_id: id.optional().meta({ description: "The record that is there already." }),
    request_id: z.string().meta({ description: "To name the request by, should you ask us about it." }),
  })
  .meta({ id: "Problem", description: "RFC 9457." });

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), next: z.string().nullable().meta({ description: "`cursor` of the next page; null on the last one." }) });

export const scopeSchema = z.enum(tokenScopes);
