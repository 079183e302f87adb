"""A kernel as the real Jupyter client sees it, and what its processes cost."""

import time
from dataclasses import dataclass, field

import psutil
import zmq
from jupyter_client.manager import KernelManager


@dataclass
class Answer:
    """What came for one request, and when: milliseconds since the first request was sent."""

    reply: dict | None = None
    replied: float | None = None
    idle: float | None = None
    streamed: list = field(default_factory=list)

    @property
    def ended(self):
        """When both the reply and the idle were here; None where one was lost."""
        return max(self.replied, self.idle) if self.replied and self.idle else None

    def text(self, until=None):
        return "".join(text for at, text in self.streamed if until is None or at <= until)

    def take(self, channel, message, now):
        content = message["content"]
        if channel == "shell":
            self.reply, self.replied = content, now
        elif content.get("execution_state") == "idle":
            self.idle = now
        elif message["msg_type"] == "stream":
            self.streamed.append((now, content["text"]))


class Kernel:
    def __init__(self, name, folder, log):
        # No limit to the client's queues: whatever is lost, the kernel lost.
        context = zmq.Context()
        context.setsockopt(zmq.RCVHWM, 0)
        self.manager = KernelManager(kernel_name=name, context=context)
        self.begun = time.perf_counter()
        self.manager.start_kernel(cwd=folder, stdout=log, stderr=log)
        try:
            self._connect()
        except BaseException:
            self.stop()
            raise

    def _connect(self):
        self.client = self.manager.client()
        self.client.start_channels(hb=False, stdin=False)
        channels = {"shell": self.client.shell_channel, "iopub": self.client.iopub_channel}
        self.sockets = {channel.socket: name for name, channel in channels.items()}
        self.poller = zmq.Poller()
        for socket in self.sockets:
            self.poller.register(socket, zmq.POLLIN)
        self.started = self._first(self.client.kernel_info)

    def _first(self, send):
        """Milliseconds from the start of the process to the answer."""
        if not self._ask([send], 60, lambda answer: answer.replied)[0].reply:
            raise RuntimeError("the kernel did not answer within a minute")
        return (time.perf_counter() - self.begun) * 1e3

    def first_cell(self):
        """Milliseconds from the start of the process to the end of its first cell."""
        done = self._first(lambda: self.client.execute("1 + 1"))
        # What is published before the subscription holds is not received: asks until it does.
        if not any(self.run("1 + 1", silence=1).ended for _ in range(20)):
            raise RuntimeError("nothing was published for a cell")
        return done

    def _ask(self, requests, silence, is_over):
        """Sends requests, and takes what comes until all are over or nothing comes for `silence` seconds."""
        begun = time.perf_counter()
        answers = {send(): Answer() for send in requests}
        open_requests = set(answers)
        while open_requests and (events := self.poller.poll(silence * 1e3)):
            for socket, _ in events:
                message = self.client.session.recv(socket, zmq.NOBLOCK)[1]
                request = message["parent_header"].get("msg_id")
                if request not in answers:
                    continue
                now = (time.perf_counter() - begun) * 1e3
                answers[request].take(self.sockets[socket], message, now)
                if is_over(answers[request]):
                    open_requests.discard(request)
        return list(answers.values())

    def run_all(self, codes, silence=10):
        """Sends all cells at once."""
        requests = [lambda code=code: self.client.execute(code, allow_stdin=False) for code in codes]
        return self._ask(requests, silence, lambda answer: answer.ended)

    def run(self, code, silence=10, may_fail=False):
        """Runs a cell. One that fails is an error here, if it may not: its time would mean nothing."""
        (answer,) = self.run_all([code], silence)
        if not may_fail and (answer.reply or {}).get("status") == "error":
            raise RuntimeError(f"the cell {code!r} failed: {answer.reply} {answer.text()[-500:]}")
        return answer

    def complete(self, code):
        send = lambda: self.client.complete(code, len(code))
        return self._ask([send], 10, lambda answer: answer.replied)[0]

    def inspect(self, code):
        send = lambda: self.client.inspect(code, len(code))
        return self._ask([send], 10, lambda answer: answer.replied)[0]

    def processes(self):
        kernel = psutil.Process(self.manager.provisioner.process.pid)
        return [kernel, *kernel.children(recursive=True)]

    def megabytes(self):
        return sum(process.memory_info().rss for process in self.processes()) / 2**20

    def cpu_ms(self):
        times = [process.cpu_times() for process in self.processes()]
        return sum(each.user + each.system for each in times) * 1e3

    def settle(self, at_most=60):
        """Waits until the kernel does nothing any more, such as checking types behind the cells."""
        deadline = time.perf_counter() + at_most
        while time.perf_counter() < deadline:
            before = self.cpu_ms()
            time.sleep(0.5)
            if self.cpu_ms() - before <= 10:
                return

    def stop(self):
        if hasattr(self, "client"):
            self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
