import type { Catalogue } from "../translator.ts";

/** Check and outcome cards. */
export const cards: Catalogue = {
  Solution: "Lösung",
  "One way to do it:": "Ein möglicher Weg:",
  "Hint %1 of %2": "Hinweis %1 von %2",
  Hint: "Hinweis",
  "Solution…": "Lösung …",
  Passed: "Bestanden",
  "Not yet": "Noch nicht",
  Error: "Fehler",
  "Not attempted": "Nicht versucht",
  Reached: "Erreicht",
  Missed: "Verfehlt",
  Pending: "Offen",
  "No hint is left; %1 shows an answer.": "Kein Hinweis mehr; %1 zeigt eine Antwort.",
  "%1 hint is left; %2 shows it.": [
    "Noch %1 Hinweis; %2 zeigt ihn.",
    "Noch %1 Hinweise; %2 zeigt den nächsten.",
  ],
  "Already passed: your score stays %1 of 1.": "Schon bestanden: Es bleibt bei %1 von 1 Punkt.",
  "A pass now scores %1 of 1.": "Bestehen bringt jetzt %1 von 1 Punkt.",
  "Score %1 of 1: the solution was shown.": "%1 von 1 Punkt: Die Lösung wurde gezeigt.",
  "Score %2 of 1 with %1 hint.": [
    "%2 von 1 Punkt mit %1 Hinweis.",
    "%2 von 1 Punkt mit %1 Hinweisen.",
  ],
  "Score %1 of 1.": "%1 von 1 Punkt.",
};
