// Finds documents behind the first one of a file. Each of them is read and judged as if it stood alone.
import { defineCheck } from "./check.js";

export const severalDocuments = defineCheck({
  id: "several-documents",
  title: "File holds more than one document",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  needs: { file: true },
  messages: {
    second: "A second document begins here, behind the one that the file holds",
    later: "Document {number} begins here, behind the one that the file holds",
  },

  *runFile({ problems }) {
    let number = 1;
    for (const { kind, span } of problems) {
      if (kind !== "further-document") continue;
      number++;
      yield { span, message: number === 2 ? "second" : "later", values: { number } };
    }
  },
});
