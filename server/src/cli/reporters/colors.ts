// The colors of a report. Whether there are any is decided by who asks for the report, and by nothing else.
import { styleText } from "node:util";

type Paint = (text: string) => string;

export interface Colors {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly gray: Paint;
}

export function createColors(enabled: boolean): Colors {
  const paint =
    (format: keyof Colors): Paint =>
    (text) =>
      enabled ? styleText(format, text, { validateStream: false }) : text;
  return {
    bold: paint("bold"),
    dim: paint("dim"),
    red: paint("red"),
    yellow: paint("yellow"),
    cyan: paint("cyan"),
    gray: paint("gray"),
  };
}
