/** Moves focus to the field of this id, or to the first control of the group of this id; false where it is not on the page. */
export function focusField(id: string): boolean {
  const element = document.getElementById(id);
  if (!element) return false;
  const control = element.matches("input, select, textarea, button") ? element : element.querySelector("input, select, textarea");
  if (!(control instanceof HTMLElement)) return false;
  control.focus();
  return document.activeElement === control;
}
