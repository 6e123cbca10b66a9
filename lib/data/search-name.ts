import "server-only";

/** A name for sorting and searching: lower case, without accents, one space between words. "Íñigo  PÉREZ" is "inigo perez". */
export function searchName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
