import { describe, expect, it } from "vitest";
import { isCommonPassword } from "./common-password";

const ana = ["Ana Prueba Peña", "ana.prueba@example.org"];

describe("a password is too common", () => {
  it.each([
    ["1234567890"],
    ["password123"],
    ["Password123!"],
    ["P@ssw0rd12"],
    ["contraseña1"],
    ["CONTRASEÑA!!"],
    ["qwertyuiop"],
    ["asdfghjklñ"],
    ["aaaaaaaaaaaa"],
    ["abababababab"],
    ["abcdefghij"],
    ["9876543210"],
    ["barcelona10"],
    ["Marcha2026!"],
    ["ana.prueba1982"],
    ["anapruebapeña"],
    ["ana.prueba@example.org"],
  ])("%s", (password) => {
    expect(isCommonPassword(password, ana)).toBe(true);
  });
});

describe("a password is not", () => {
  it.each([
    ["a walk in the park"],
    ["correct horse battery"],
    ["tres palabras largas"],
    ["8271936450 love 9182736455"],
    ["x9$k2ab1-q07"],
    ["ana corre mucho por el parque"],
    ["другой пароль из слов"],
  ])("%s", (password) => {
    expect(isCommonPassword(password, ana)).toBe(false);
  });
});
