import "server-only";
import { z } from "zod";
import type { TokenScope } from "@/lib/data/api-tokens";
import { assessmentProblems } from "./assessment-body";
import type { FieldProblem, ProblemKind } from "./problem";
import * as schemas from "./schemas";

/**
 * What the API does, once: routes are served by it and the OpenAPI document is written from it. Where `scope` is null anybody
 * may ask, without a token.
 */
export type Operation = {
  readonly id: string;
  readonly method: "GET" | "POST";
  /** Below /api/v1. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description: string;
  readonly scope: TokenScope | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** As the document says the body, where it is read in parts. */
  readonly bodyShape?: z.ZodType;
  /** What is wrong with a body beyond what its schema can say. */
  readonly further?: (json: unknown) => FieldProblem[];
  /** In bytes. */
  readonly longestBody?: number;
  /** Whether it stores something: it then takes an Idempotency-Key. */
  readonly stores: boolean;
  readonly answer: { readonly status: 200 | 201; readonly description: string; readonly schema: z.ZodType };
  /** Beside those that any request may end with. */
  readonly problems: readonly ProblemKind[];
};

const byId = z.object({ id: z.string().meta({ description: "Its id." }) });
const limit = z.coerce.number().int().min(1).max(100).default(25).meta({ description: "How many at most, 1 to 100; 25 unless told." });
const cursor = z.string().max(100).optional().meta({ description: "`next` of the page before." });

const define = <const Defined extends Operation>(operation: Defined): Defined => operation;

export const operations = {
  status: define({
    id: "status",
    method: "GET",
    path: "/status",
    summary: "Whether the service is well",
    description: "503 with the same body where the database does not answer or a model is refused.",
    scope: null,
    stores: false,
    answer: { status: 200, description: "It is well.", schema: schemas.status },
    problems: [],
  }),
  describe: define({
    id: "describe",
    method: "GET",
    path: "/openapi.json",
    summary: "This description",
    description: "OpenAPI 3.1.",
    scope: null,
    stores: false,
    answer: { status: 200, description: "The document.", schema: z.looseObject({ openapi: z.string() }) },
    problems: [],
  }),
  listModels: define({
    id: "listModels",
    method: "GET",
    path: "/models",
    summary: "The models and what they need",
    description: "Each with the columns it takes. Its card says what it was trained on, how well it does and what it cannot say.",
    scope: null,
    stores: false,
    answer: { status: 200, description: "The models that are served.", schema: z.object({ data: z.array(schemas.model) }) },
    problems: [],
  }),
  listAthletes: define({
    id: "listAthletes",
    method: "GET",
    path: "/athletes",
    summary: "The athletes whose records you may see",
    description: "Your own record, and those that stand open to a team you work in. In the order in which they were made.",
    scope: "read",
    query: z.strictObject({
      team: z.string().max(100).optional().meta({ description: "Only those of this team." }),
      limit,
      cursor,
    }),
    stores: false,
    answer: { status: 200, description: "A page of them.", schema: schemas.pageOf(schemas.athlete) },
    problems: ["not_found", "invalid"],
  }),
  addAthlete: define({
    id: "addAthlete",
    method: "POST",
    path: "/athletes",
    summary: "Add an athlete without a sign-in to a team",
    description:
      "A patient, with the consent that you obtained from them. Adults only. Where the team has somebody of the same name and birth date it is refused with that record's id, unless `despite_double` is true.",
    scope: "write",
    body: schemas.newAthlete,
    stores: true,
    answer: { status: 201, description: "The record, at `Location`.", schema: schemas.athlete },
    problems: ["not_found", "conflict"],
  }),
  readAthlete: define({
    id: "readAthlete",
    method: "GET",
    path: "/athletes/{id}",
    summary: "An athlete",
    description: "The person can read that you looked.",
    scope: "read",
    params: byId,
    stores: false,
    answer: { status: 200, description: "The athlete.", schema: schemas.athlete },
    problems: ["not_found"],
  }),
  listAssessments: define({
    id: "listAssessments",
    method: "GET",
    path: "/athletes/{id}/assessments",
    summary: "An athlete's assessments, newest first",
    description: "With what was measured and what the models answered.",
    scope: "read",
    params: byId,
    query: z.strictObject({ limit, cursor }),
    stores: false,
    answer: { status: 200, description: "A page of them.", schema: schemas.pageOf(schemas.assessmentEntry) },
    problems: ["not_found", "invalid"],
  }),
  addAssessment: define({
    id: "addAssessment",
    method: "POST",
    path: "/athletes/{id}/assessments",
    summary: "Record an assessment",
    description:
      "Stores it with the answers of every model whose inputs are there, all or nothing. A value outside the dictionary's range for the protocol is refused by its name.",
    scope: "write",
    params: byId,
    body: schemas.newAssessment,
    further: assessmentProblems,
    stores: true,
    answer: { status: 201, description: "The assessment with its predictions, at `Location`.", schema: schemas.assessment },
    problems: ["not_permitted", "not_found"],
  }),
  readAssessment: define({
    id: "readAssessment",
    method: "GET",
    path: "/assessments/{id}",
    summary: "An assessment",
    description: "The person can read that you looked.",
    scope: "read",
    params: byId,
    stores: false,
    answer: { status: 200, description: "The assessment with its predictions.", schema: schemas.assessment },
    problems: ["not_found"],
  }),
  readPredictions: define({
    id: "readPredictions",
    method: "GET",
    path: "/assessments/{id}/predictions",
    summary: "What the models answered to an assessment",
    description: "The stored answers to its present revision, one per model.",
    scope: "read",
    params: byId,
    stores: false,
    answer: {
      status: 200,
      description: "The answers.",
      schema: z.object({ assessment_id: z.guid(), revision: z.number().int(), data: z.array(schemas.prediction) }),
    },
    problems: ["not_found"],
  }),
  predict: define({
    id: "predict",
    method: "POST",
    path: "/predictions",
    summary: "Ask the models without storing anything",
    description:
      "One to a thousand rows. Each has its own result: predictions, or why it was refused; one bad row does not refuse the others. Every hundred rows beyond the first count as one more request, and every ten where their reasons are asked for.",
    scope: "predict",
    body: schemas.predictionRequest,
    bodyShape: schemas.predictionRequestShape,
    longestBody: 4 * 1024 * 1024,
    stores: false,
    answer: { status: 200, description: "A result per row, in order.", schema: z.object({ data: z.array(schemas.predictionResult) }) },
    problems: [],
  }),
};

export const allOperations: readonly Operation[] = Object.values(operations);
