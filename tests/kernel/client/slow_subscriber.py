"""A second client of IOPub, which reads as slowly as it is told. Started by slow-subscriber.ts.

Says "ready" when it is subscribed. stdin has one JSON object a line: {"rate": bytes a second}, or {"until": text}: when that
was read, it prints all the text of the streams and ends.
"""

import json
import os
import select
import sys
import time

import zmq

with open(sys.argv[1]) as file:
    connection = json.load(file)
socket = zmq.Context.instance().socket(zmq.SUB)
# What libzmq and the system buffer on this side is not what is tested.
socket.setsockopt(zmq.RCVHWM, 1)
socket.setsockopt(zmq.RCVBUF, 65536)
socket.connect(f"{connection['transport']}://{connection['ip']}:{connection['iopub_port']}")
socket.subscribe(b"")
socket.recv_multipart()  # iopub_welcome
print(json.dumps("ready"), flush=True)

rate, until = 0, None
text = {"stdout": [], "stderr": []}
while until is None or not any(until in part for parts in text.values() for part in parts[-2:]):
    if select.select([sys.stdin], [], [], 0 if rate else None)[0]:
        line = sys.stdin.readline()
        if not line:
            sys.exit()
        command = json.loads(line)
        rate, until = command.get("rate", rate), command.get("until", until)
    if rate and socket.poll(50):
        frames = socket.recv_multipart()
        if b"stream" in frames[0]:
            message = json.loads(frames[frames.index(b"<IDS|MSG>") + 5])
            text[message["name"]].append(message["text"])
        time.sleep(sum(map(len, frames)) / rate)
os.set_blocking(sys.stdout.fileno(), True)
print(json.dumps({name: "".join(parts) for name, parts in text.items()}), flush=True)
