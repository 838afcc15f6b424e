// Whatever language another file of tests has spoken, this one begins in English: what it asks while it is collected too.
import { speak } from "../../server/src/core/words/language.js";

speak("en", undefined);
