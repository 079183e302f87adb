import type { Catalogue } from "../translator.ts";

/** What the core says: the store's messages, notices of an import, the teacher's tables. */
export const core: Catalogue = {
  "The server does not answer. Your progress is kept in this browser until %1 can be saved.":
    "Der Server antwortet nicht. Dein Fortschritt bleibt in diesem Browser, bis %1 gespeichert werden kann.",
  "The server's disk is full: %1 could not be saved. Make space there; your progress is kept in this browser.":
    "Die Festplatte des Servers ist voll: %1 konnte nicht gespeichert werden. Schaffe dort Platz; dein Fortschritt bleibt in diesem Browser.",
  "%1 cannot be written. Choose a folder that can be written in the settings; your progress is kept in this browser.":
    "%1 ist nicht beschreibbar. Wähle in den Einstellungen einen beschreibbaren Ordner; dein Fortschritt bleibt in diesem Browser.",
  "%1 could not be saved: %2": "%1 konnte nicht gespeichert werden: %2",
  "%1 was written by a newer version of Daylab (schema %2). It is shown and not changed; update to go on recording.":
    "%1 stammt von einer neueren Version von Daylab (Schema %2). Die Datei wird angezeigt und nicht verändert; aktualisiere Daylab, um weiter aufzuzeichnen.",
  "%2 could not be read (%4). It was kept as %3, and %1 record in it was saved.": [
    "%2 konnte nicht gelesen werden (%4). Die Datei wurde als %3 aufgehoben, und %1 Eintrag daraus wurde gerettet.",
    "%2 konnte nicht gelesen werden (%4). Die Datei wurde als %3 aufgehoben, und %1 Einträge daraus wurden gerettet.",
  ],
  "%2 could not be read whole (%3); %1 record in it is shown.": [
    "%2 konnte nicht ganz gelesen werden (%3); %1 Eintrag daraus wird angezeigt.",
    "%2 konnte nicht ganz gelesen werden (%3); %1 Einträge daraus werden angezeigt.",
  ],
  "%1 cannot be written; your progress goes to %2.":
    "%1 ist nicht beschreibbar; dein Fortschritt kommt nach %2.",
  "%2 is not there, but this browser has a copy with %1 record. It can be restored.": [
    "%2 ist nicht da, aber dieser Browser hat eine Kopie mit %1 Eintrag. Sie lässt sich wiederherstellen.",
    "%2 ist nicht da, aber dieser Browser hat eine Kopie mit %1 Einträgen. Sie lässt sich wiederherstellen.",
  ],
  "Day %1 is there %2 times. All are kept.": "Tag %1 kommt %2-mal vor. Alle bleiben erhalten.",
  "Day %1 is missing.": "Tag %1 fehlt.",
  "Days %1 to %2 are missing.": "Die Tage %1 bis %2 fehlen.",
  "%1 stands after %2. The order is kept.": "%1 steht nach %2. Die Reihenfolge bleibt.",
  "%1 place has characters that were saved in another encoding (%2). They are kept as they are.": [
    "%1 Stelle hat Zeichen, die in einer anderen Kodierung gespeichert wurden (%2). Sie bleiben, wie sie sind.",
    "%1 Stellen haben Zeichen, die in einer anderen Kodierung gespeichert wurden (%2). Sie bleiben, wie sie sind.",
  ],
  "No heading names a day. The whole text is kept as one section.":
    "Keine Überschrift nennt einen Tag. Der ganze Text bleibt als ein Abschnitt erhalten.",
  "%1 is being changed by others at every try; your progress is kept in this browser and tried again.":
    "%1 wird bei jedem Versuch von anderen verändert; dein Fortschritt bleibt in diesem Browser, und es wird wieder versucht.",
  Learner: "Lernende",
  File: "Datei",
  "Lessons done": "Lektionen fertig",
  "Lessons begun": "Lektionen begonnen",
  "Exercises passed": "Übungen bestanden",
  "Mean score": "Mittlere Punktzahl",
  "Passed after the solution": "Nach der Lösung bestanden",
  Minutes: "Minuten",
  "Now at": "Jetzt bei",
  "Last seen": "Zuletzt gesehen",
  Lesson: "Lektion",
  Exercise: "Übung",
  Title: "Titel",
  "Learners who tried": "Lernende, die es versuchten",
  "Learners who passed": "Lernende, die bestanden",
  "Failed checks": "Fehlversuche",
  "Solutions shown": "Gezeigte Lösungen",
  "Failed checks a learner": "Fehlversuche je Lernende",
};
