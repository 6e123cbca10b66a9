import "server-only";

// The cohort as the product speaks of it: everything is summed up in the database, over one row per person.

export { type BoxDivision, type Boxes, type BoxGroup, boxes } from "./cohort-boxes";
export { type CorrelationPair, correlations, mostCorrelated } from "./cohort-correlations";
export { type CohortHistogram, histogram } from "./cohort-histogram";
export { type Interval, leastForCorrelation } from "./cohort-intervals";
export { meansByZone, type ZoneMean, type ZoneMeans } from "./cohort-means";
export { type CohortOverview, readCohort, usualProtocol } from "./cohort-overview";
export {
  type Cohort,
  type CohortFilters,
  type CohortScope,
  type CohortZone,
  cohortZones,
  type Division,
  leastOfGroup,
  takesPersonFilters,
} from "./cohort-people";
export { type CohortPoint, type CohortScatter, mostPoints, scatter } from "./cohort-scatter";
