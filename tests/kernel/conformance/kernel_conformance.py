"""jupyter_kernel_test 0.7 against this kernel: one JSON line for each of its tests."""

import json
import sys
import unittest

from jupyter_kernel_test import IopubWelcomeTests, KernelTests


class DaylabTests(KernelTests):
    kernel_name = "daylab"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('to stderr')"
    code_generate_error = "throw new Error('on purpose')"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "[1, 2, 3].map((x: number) => x ** 2)", "result": "[ 1, 4, 9 ]"},
        {"code": "1 + 5", "result": "6"},
        {"code": "'a'.repeat(3)", "result": "'aaa'"},
        {"code": "1 + 2", "result": "3"},
    ]
    code_display_data = [
        {"code": "display.html('<b>hello</b>')", "mime": "text/html"},
        {"code": "display.markdown('**hello**')", "mime": "text/markdown"},
        {"code": "display('hello')", "mime": "text/plain"},
    ]
    completion_samples = [
        {"text": "Math.sqr", "matches": {"sqrt", "SQRT2", "SQRT1_2"}},
        {"text": "const words = 'a b'; words.spl", "matches": {"split"}},
        {"text": "const pair = { left: 1, right: 2 }; pair.", "matches": {"left", "right"}},
    ]
    complete_code_samples = ["1", "const x = 1", "function f() { return 1 }", "f(`a`)"]
    incomplete_code_samples = ["function f() {", "[1, 2,", "const s = `a", "if (a) {"]
    invalid_code_samples = ["let = 1 )", "const 1a = 2", "}"]
    code_inspect_sample = "parseFloat"
    code_page_something = "help(parseFloat)"
    code_clear_output = "display.clear()"
    code_history_pattern = "1?+*2"
    supported_history_operations = ("tail", "range", "search")


class DaylabWelcomeTests(IopubWelcomeTests):
    kernel_name = "daylab"
    support_iopub_welcome = True


class Lines(unittest.TestResult):
    def report(self, test, status, detail=""):
        name = getattr(test, "test_case", test).id().split(".")[-1]
        print(json.dumps({"name": name, "status": status, "detail": detail}), flush=True)

    def addSuccess(self, test):
        self.report(test, "passed")

    def addFailure(self, test, error):
        self.report(test, "failed", self._exc_info_to_string(error, test))

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.report(test, "failed", f"{subtest}\n{self._exc_info_to_string(error, test)}")

    addError = addFailure

    def addSkip(self, test, reason):
        self.report(test, "failed", f"skipped: {reason}")


if __name__ == "__main__":
    suites = [
        unittest.defaultTestLoader.loadTestsFromTestCase(case)
        for case in (DaylabTests, DaylabWelcomeTests)
    ]
    if "--list" in sys.argv:
        names = [test.id().split(".")[-1] for suite in suites for test in suite]
        print(json.dumps({"tests": names}))
    else:
        unittest.TestSuite(suites).run(Lines())
