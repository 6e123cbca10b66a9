import { type ClassValue, clsx } from "clsx";

/** Classes as one string. None may say otherwise than another: which of them holds is not decided by their order. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
