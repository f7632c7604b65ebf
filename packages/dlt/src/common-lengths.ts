/**
 * For each position `from`..`to` of a message, how many characters of `text` stand there. Z-algorithm: what
 * has matched once is not read again, so the work is the length of both, however much they repeat.
 */
export function commonLengths(
  text: string,
  message: string,
  from: number,
  to: number,
): Int32Array<ArrayBuffer> {
  const own = new Int32Array(text.length + 1);
  own[0] = text.length;
  extend(own, own, text, text, 1, text.length, 0);
  const lengths = new Int32Array(Math.max(0, to - from + 1));
  extend(lengths, own, text, message, from, to, from);
  return lengths;
}

/** @param origin the position whose length is the first of `lengths`. */
function extend(
  lengths: Int32Array,
  own: Int32Array,
  text: string,
  message: string,
  from: number,
  to: number,
  origin: number,
): void {
  // The stretch of the message that is known to be the beginning of the text, and reaches furthest.
  let start = from;
  let end = from;
  for (let at = from; at <= to; at++) {
    let length = at < end ? Math.min(own[at - start] ?? 0, end - at) : 0;
    const most = Math.min(text.length, message.length - at);
    while (length < most && text.charCodeAt(length) === message.charCodeAt(at + length)) length++;
    if (at + length > end) [start, end] = [at, at + length];
    lengths[at - origin] = length;
  }
}
