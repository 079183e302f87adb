"""A person at jupyter console: types on a terminal, and waits for what must be seen."""

import sys

import pexpect


def main():
    console = pexpect.spawn(
        sys.executable,
        ["-m", "jupyter", "console", "--kernel", "daylab"],
        encoding="utf8",
        timeout=60,
        dimensions=(40, 120),
    )
    console.logfile_read = sys.stdout
    prompt = r"In \[[^\]]*\]: "

    def say(line, *seen):
        console.expect(prompt)
        console.send(line + "\r")
        for text in seen:
            console.expect_exact(text)

    say("6 * 7", "42")
    # Each line of an open block is continued; an empty one ends it.
    say("function five() {", "...:")
    console.send("return 5 }\r")
    console.send("\r")
    say("five() + 100", "105")
    say("help(parseFloat)", "Converts a string to a floating")
    say("prompt('Name?') + '!'", "Name? ")
    console.send("Åsa\r")
    console.expect_exact("'Åsa!'")
    say("password('Key:').length * 111", "Key: ")
    console.send("abc\r")
    console.expect_exact("333")
    say("(await input('More?')).toUpperCase()", "More? ")
    console.send("word\r")
    console.expect_exact("'WORD'")
    say("!echo $((6 * 111))", "666")
    say("prompt('Stuck?')", "Stuck? ")
    # The console sends the request from within its signal handler, where it may get lost while the
    # console polls: then people press the keys again.
    for _ in range(5):
        console.sendintr()
        if console.expect_exact(["The cell was interrupted", pexpect.TIMEOUT], timeout=10) == 0:
            break
    else:
        raise AssertionError("five times Ctrl-C, and the loop goes on")
    say("prompt('Again?').repeat(2)", "Again? ")
    console.send("na\r")
    console.expect_exact("'nana'")
    say("console.log('looping'); while (true) {}", "looping\r\n")
    console.sendintr()
    console.expect_exact("KeyboardInterrupt")
    say("five() + 200", "205")
    console.expect(prompt)
    console.send("\x04")
    console.expect_exact("exit")
    console.send("y\r")
    console.expect(pexpect.EOF)


main()
