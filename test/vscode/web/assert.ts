// The part of Node's assertions that the suites use, for where there is no Node.

export function ok(value: unknown, message = `${value} is not true`): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = ""): void {
  ok(Object.is(actual, expected), `${message} ${show(actual)} is not ${show(expected)}`);
}

export function notEqual(actual: unknown, expected: unknown, message = ""): void {
  ok(!Object.is(actual, expected), `${message} it is ${show(expected)}`);
}

export function deepEqual(actual: unknown, expected: unknown, message = ""): void {
  ok(show(actual) === show(expected), `${message} ${show(actual)} is not ${show(expected)}`);
}

export function notDeepEqual(actual: unknown, expected: unknown, message = ""): void {
  ok(show(actual) !== show(expected), `${message} it is ${show(expected)}`);
}

export function fail(message: string): never {
  throw new Error(message);
}

export async function rejects(attempt: () => PromiseLike<unknown>, pattern: RegExp): Promise<void> {
  let message: string;
  try {
    await attempt();
    message = "it was done";
  } catch (error) {
    message = String(error);
  }
  match(message, pattern);
}

export function match(text: string, pattern: RegExp, message = ""): void {
  ok(pattern.test(text), `${message} ${show(text)} does not match ${pattern}`);
}

export function doesNotMatch(text: string, pattern: RegExp, message = ""): void {
  ok(!pattern.test(text), `${message} ${show(text)} matches ${pattern}`);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
