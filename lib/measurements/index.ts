/**
 * The dictionary: every field once. A browser imports only what holds no field: `./vocabulary`, `./choices`, `./numbers`,
 * `./units`, `./asymmetry`, `./norms`; everything else here reads `fields.json`.
 */
export * from "./asymmetry";
export * from "./choices";
export * from "./columns";
export * from "./conditions";
export * from "./derived";
export * from "./detectable-change";
export * from "./dictionary";
export type { EnumField, Field, FindingField, NumberField, Range } from "./field-schema";
export * from "./forms";
export * from "./norms";
export * from "./numbers";
export * from "./rows";
export * from "./schema";
export * from "./units";
export * from "./vocabulary";
