/** The hashes of shared/scan/hash.ts. */
const GOLDEN: u64 = 0x9e3779b97f4a7c15;
const ROUND: u64 = 0x9fb21c651e98df25;
const FINISH: u64 = 0xd6e8feb86659fd93;

@inline
function round(hash: u64, word: u64): u64 {
  const mixed = (hash ^ word) * ROUND;
  return mixed ^ (mixed >> 32);
}

@inline
export function hashBytes(text: usize, length: u32): u64 {
  let hash: u64 = <u64>length * GOLDEN;
  let at = text;
  let rest = length;
  for (; rest >= 8; rest -= 8, at += 8) hash = round(hash, load<u64>(at));
  if (rest >= 4) {
    hash = round(hash, <u64>load<u32>(at) | (<u64>load<u32>(at + rest - 4) << 32));
  } else if (rest != 0) {
    const middle = <u64>load<u8>(at + (rest >> 1)) << 8;
    const last = <u64>load<u8>(at + rest - 1) << 16;
    hash = round(hash, <u64>load<u8>(at) | middle | last);
  }
  hash *= FINISH;
  return hash ^ (hash >> 32);
}

/** `hashBytes` of the 8 bytes of a double. */
@inline
export function hashDouble(bits: u64): u64 {
  const hash = round(8 * GOLDEN, bits) * FINISH;
  return hash ^ (hash >> 32);
}

/** What a present cell adds to the sum of its row's content. */
@inline
export function contentTerm(cellHash: u64, salt: u64): u64 {
  return (cellHash ^ salt) * ROUND;
}

@inline
export function saltOfFile(file: u32): u64 {
  return <u64>(file + 1) * GOLDEN;
}

@inline
export function mix(value: u64): u64 {
  let hash = value;
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}
