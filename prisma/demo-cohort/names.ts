import type { Sex } from "@/lib/data/generated/enums";

// Obviously invented: surnames that walk.

const given = {
  female: ["Nerea", "Lucía", "Marina", "Alba", "Irene", "Noor", "Mei", "Ingrid", "Chiara", "Amara", "Zoé", "Paloma"],
  male: ["Iker", "Mateo", "Hugo", "Rubén", "Omar", "Kenji", "Lars", "Luca", "Kwame", "Pau", "Tiago", "Andrés"],
} as const;

const surnames = [
  "Senda",
  "Camino",
  "Cuesta",
  "Trocha",
  "Ladera",
  "Atajo",
  "Cadencia",
  "Compás",
  "Puntera",
  "Talón",
  "Rampa",
  "Paseo",
  "Trote",
] as const;

/** The name of the n-th person: 12 given names of a sex and 13 surnames repeat together only after 156 people. */
export const nameOf = (index: number, sex: Sex): string => {
  const names = given[sex];
  return `${names[index % names.length]} ${surnames[index % surnames.length]}`;
};
