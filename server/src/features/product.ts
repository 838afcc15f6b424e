// What a product is called where there is little room.

/** `Tencent Real-Time Communication (TRTC)` is known by its short name. */
export function shortProduct(product: string): string {
  return /\(([A-Z]+)\)$/.exec(product)?.[1] ?? product;
}
