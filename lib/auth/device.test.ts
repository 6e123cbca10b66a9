import { expect, it } from "vitest";
import { deviceOf } from "./device";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const apple = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

it.each([
  ["Chrome · Android", `Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36`],
  ["Chrome · Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0.0.0 Safari/537.36`],
  ["Chrome · Linux", `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/130.0.0.0 Safari/537.36`],
  ["Chrome · ChromeOS", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webKit} Chrome/130.0.0.0 Safari/537.36`],
  ["Chrome · iPhone", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} CriOS/130.0.0 Mobile/15E148 Safari/604.1`],
  ["Edge · Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`],
  ["Edge · Android", `Mozilla/5.0 (Linux; Android 10; HD1913) ${webKit} Chrome/130.0.0.0 Mobile Safari/537.36 EdgA/130.0.0.0`],
  ["Opera · macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0`],
  ["Samsung Internet · Android", `Mozilla/5.0 (Linux; Android 10; K) ${webKit} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`],
  ["Firefox · Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"],
  ["Firefox · iPad", `Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${apple} FxiOS/132.0 Mobile/15E148 Safari/605.1.15`],
  ["Safari · iPhone", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} Version/18.0 Mobile/15E148 Safari/604.1`],
  ["Safari · macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.0 Safari/605.1.15`],
  ["Android", "Something of its own (Android 15)"],
])("knows %s", (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});

it.each(["", "curl/8.5.0", "<script>alert(1)</script>", "Edge Windowsill"])("has no words for %j, and takes none over", (userAgent) => {
  expect(deviceOf(userAgent)).toBeNull();
});
