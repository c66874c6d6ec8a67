/** LF, CRLF and CR each end one line. */
export function countLineBreaks(bytes: Uint8Array): number {
  let count = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 13 || (byte === 10 && bytes[at - 1] !== 13)) count++;
  }
  return count;
}
