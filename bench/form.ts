/** A form as a browser without JavaScript posts it: the hidden fields that the page holds for its action, and what was filled in. */
export async function formOf(
  page: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ type: string; body: string }> {
  const response = await fetch(page, { headers: { Cookie: cookie } });
  const html = await response.text();
  const form = html.split("<form").find((each) => each.includes('name="submissionId"')) ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="(\$ACTION_[^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, plain(value)] as const,
  );
  if (hidden.length === 0) throw new Error(`${page} answered ${response.status} and holds no such form that posts by itself`);
  const boundary = "----marcha-bench";
  const parts = [...hidden, ...Object.entries(fields)].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join("")}--${boundary}--\r\n` };
}

const entities: Readonly<Record<string, string>> = { "&quot;": '"', "&amp;": "&", "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const plain = (text: string) => text.replace(/&(quot|amp|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);
