/** Takes what is left of a kernel's 4 GiB: only addresses, since nothing is written there. */
export function fillMemory({ allocate }: { allocate(bytes: number): number }): void {
  for (let bytes = 2 ** 30; bytes >= 16; ) {
    try {
      allocate(bytes);
    } catch {
      bytes /= 2;
    }
  }
}
