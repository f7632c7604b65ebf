/** Far more than any answer of the API has, in bytes. */
export const longestAnswer: number = 16 * 1024 * 1024;

/**
 * Reads the body of an answer, which may not be as long as it likes.
 * @throws Error when it is longer than `longestAnswer`; the rest is not read.
 */
export async function readText(response: Response): Promise<string> {
  const body: (ReadableStream<Uint8Array> & Partial<AsyncIterable<Uint8Array>>) | null =
    response.body;
  // A `fetch` of the caller's may answer with less than a whole `Response`.
  if (!body?.[Symbol.asyncIterator]) return response.text();
  const decoder = new TextDecoder();
  let length = 0;
  let text = "";
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error("the answer is longer than 16 MiB");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
