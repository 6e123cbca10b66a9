let pressing = false;

if (typeof document !== "undefined") {
  const watch = (name: "pointerdown" | "pointerup" | "pointercancel", state: boolean) =>
    document.addEventListener(name, () => (pressing = state), { capture: true });
  watch("pointerdown", true);
  watch("pointerup", false);
  watch("pointercancel", false);
}

/**
 * Runs `work` once nothing is pressed. A field loses the focus when the next button goes down: a message that appears before it
 * comes up again moves the button away, and the press is lost.
 */
export function afterPress(work: () => void): void {
  const soon = () => setTimeout(work, 0);
  if (pressing) document.addEventListener("pointerup", soon, { once: true });
  else soon();
}
