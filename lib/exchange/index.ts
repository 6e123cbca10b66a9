/** Files brought in: read as rows, matched to the dictionary, checked row by row. Knows no database and no React. */
export { checkRow } from "./check-row";
export { contentHash, uuidOf } from "./content-hash";
export { unitsFor } from "./conversions";
export { csvLine } from "./csv-line";
export { isFit, readFit } from "./fit";
export { largestFit } from "./fit-sessions";
export { detectFormat, readRows, sampleRows } from "./format";
export { inert } from "./inert";
export { headerKey, matchColumns, textsOf } from "./match";
export { targetsOfField } from "./names";
export { type ColumnChoice, columnChoicesSchema, type FileRules, fileRulesSchema, type ImportPlan, importPlanSchema } from "./plan";
export { proposePlan } from "./propose";
export * from "./targets";
export type * from "./types";
export { type ExportedAssessment, type ExportedPerson, exportCells, exportHeader, trainingCells, trainingHeader } from "./write";
