// Whatever language another file of tests has spoken, this one begins in English.
import { beforeAll } from "vitest";
import { speak } from "../../server/src/core/words/language.js";

beforeAll(() => speak("en", undefined));
