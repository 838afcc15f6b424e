// Sets of small numbers, such as the places of statements in a list, as the bits of one number.

export type Bits = bigint;

export function bitAt(index: number): Bits {
  return 1n << BigInt(index);
}

/** The numbers in a set, ascending. */
export function membersOf(bits: Bits): readonly number[] {
  const members: number[] = [];
  const text = bits.toString(2);
  for (let at = text.length - 1; at >= 0; at--) if (text[at] === "1") members.push(text.length - 1 - at);
  return members;
}

/** For maps, which tell large numbers apart slowly. */
export function bitsKey(bits: Bits): string {
  return bits.toString(32);
}
