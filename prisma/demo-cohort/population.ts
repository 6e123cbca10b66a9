import { correlationFactor, entry, type Matrix } from "./correlation";
import type { Marginal } from "./marginal";
import type { Random } from "./random";

/** Variables with their distributions, joined by a Gaussian copula. */
export type Population<Name extends string> = {
  readonly names: readonly Name[];
  readonly marginals: readonly Marginal[];
  /** Cholesky's factor of the correlations. */
  readonly factor: Matrix;
};

/** A person's place in every variable of a population, as correlated standard normal scores in its order. */
export type Scores = readonly number[];

/** Correlations by pair; the pairs that are not named are independent. */
export type Pairs<Name extends string> = readonly (readonly [Name, Name, number])[];

const matrixOfPairs = (names: readonly string[], pairs: Pairs<string>): Matrix => {
  const known = new Map(pairs.flatMap(([one, other, r]) => [[`${one} ${other}`, r] as const, [`${other} ${one}`, r] as const]));
  return names.map((one) => names.map((other) => (one === other ? 1 : (known.get(`${one} ${other}`) ?? 0))));
};

/** Of the rows below the diagonal: the second variable's correlation with the first, the third's with the first two, … */
const matrixOfTriangle = (rows: Matrix): Matrix => {
  const lower = [[], ...rows];
  return lower.map((_, row) => lower.map((_, column) => (row === column ? 1 : entry(lower, Math.max(row, column), Math.min(row, column)))));
};

export const populationOfPairs = <const Name extends string>(
  variables: readonly (readonly [Name, Marginal])[],
  pairs: Pairs<NoInfer<Name>>,
): Population<Name> => {
  const names = variables.map(([name]) => name);
  return { names, marginals: variables.map(([, marginal]) => marginal), factor: correlationFactor(matrixOfPairs(names, pairs)) };
};

export const populationOfTriangle = <const Name extends string>(
  variables: readonly (readonly [Name, Marginal])[],
  rows: Matrix,
): Population<Name> => ({
  names: variables.map(([name]) => name),
  marginals: variables.map(([, marginal]) => marginal),
  factor: correlationFactor(matrixOfTriangle(rows)),
});

/** Draws scores; those of the first variables may be known, and the others follow as their correlations say. */
export const drawScores = ({ factor }: Population<string>, random: Random, known: Scores = []): Scores => {
  const independent: number[] = [];
  return factor.map((line, row) => {
    const explained = independent.reduce((sum, value, column) => sum + value * entry(factor, row, column), 0);
    const given = known[row];
    const own = given === undefined ? random.normal() : (given - explained) / entry(factor, row, row);
    independent.push(own);
    return explained + own * (line[row] ?? 1);
  });
};

/** A visit's scores: the person's own and, for the rest of the variance, the day's. */
export const visitScores = (population: Population<string>, person: Scores, random: Random, share: number): Scores => {
  const day = drawScores(population, random);
  return person.map((own, index) => Math.sqrt(share) * own + Math.sqrt(1 - share) * (day[index] ?? 0));
};

/** Reads variables by name; `shift` moves a score before its value is looked up. */
export const reader =
  <Name extends string>({ names, marginals }: Population<Name>, scores: Scores) =>
  (name: Name, shift = 0): number => {
    const index = names.indexOf(name);
    const [marginal, score] = [marginals[index], scores[index]];
    if (marginal === undefined || score === undefined) throw new Error(`${name} is no variable of this population`);
    return marginal(score + shift);
  };
