// The timers that Node and browsers both have; this folder sees the types of neither.

type Timer = { readonly __timer: never };

declare function setTimeout(callback: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
