"""The real Jupyter client on a pipe: starts a kernel, sends what it reads from stdin, prints what it receives.

One JSON object a line, both ways. Started by jupyterClient.ts.
"""

import asyncio
import base64
import json
import os
import signal
import sys
from queue import Empty

from jupyter_client.ioloop import AsyncIOLoopKernelManager
from jupyter_client.manager import AsyncKernelManager
from traitlets.config import Config


def say(**event):
    # The client turns what it can read as a date into one, and leaves the rest as it came.
    print(json.dumps(event, default=lambda date: date.isoformat()), flush=True)


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status") as status:
        (line,) = [line for line in status if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


async def receive(client, channel):
    while True:
        try:
            # A socket that sends a lot meanwhile may miss that something came; looking again finds it.
            message = await getattr(client, f"{channel}_channel").get_msg(timeout=0.2)
        except Empty:
            continue
        message["buffers"] = [base64.b64encode(b).decode() for b in message.get("buffers", [])]
        say(event="message", channel=channel, message=message)


async def obey(manager, client, command):
    channel = getattr(client, f"{command.get('channel', 'shell')}_channel")
    if command["op"] == "send":
        parent, metadata = command.get("parent"), command.get("metadata")
        message = client.session.msg(command["type"], command["content"], parent, metadata=metadata)
        message["header"].update(command.get("header", {}), msg_id=command["id"])
        message["msg_id"] = command["id"]
        buffers = [base64.b64decode(b) for b in command.get("buffers", [])]
        client.session.send(channel.socket, message, buffers=buffers)
    elif command["op"] == "frames":
        await channel.socket.send_multipart([base64.b64decode(f) for f in command["frames"]])
    elif command["op"] == "signal":
        os.kill(manager.provisioner.process.pid, getattr(signal, command["name"]))
    elif command["op"] == "interrupt":
        await manager.interrupt_kernel()
    elif command["op"] == "memory":
        say(event="memory", megabytes=resident_megabytes(manager.provisioner.process.pid))
    elif command["op"] == "beating":
        client.hb_channel.unpause()
        await asyncio.sleep(0.2)
        say(event="beating", beating=client.hb_channel.is_beating())
    elif command["op"] == "alive":
        say(event="alive", alive=await manager.is_alive())
    elif command["op"] == "restart":
        await manager.restart_kernel()
        say(event="restarted")
    elif command["op"] == "shutdown":
        await manager.shutdown_kernel(restart=command["restart"])
        say(event="down", alive=await manager.is_alive())


def make_manager(options):
    settings = {"kernel_name": options["kernel"], **options["manager"]}
    if not options["restarts"]:
        return AsyncKernelManager(**settings)
    # As in the Jupyter server, but it looks more often.
    config = Config({"KernelRestarter": {"time_to_dead": 0.5}})
    return AsyncIOLoopKernelManager(config=config, **settings)


async def run(options):
    manager = make_manager(options)
    await manager.start_kernel(
        cwd=options["cwd"], env={**os.environ, **options["env"]}, stderr=open(options["log"], "wb")
    )
    if options["restarts"]:
        manager.add_restart_callback(lambda: say(event="restarting"))
    client = manager.client()
    client.start_channels()
    channels = ("shell", "control", "iopub", "stdin")
    tasks = [asyncio.create_task(receive(client, name)) for name in channels]
    say(event="started", pid=manager.provisioner.process.pid, key=client.session.key.decode(),
        connection=manager.connection_file)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=1 << 26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    try:
        while line := await reader.readline():
            await obey(manager, client, json.loads(line))
    finally:
        for task in tasks:
            task.cancel()
        client.stop_channels()
        if await manager.is_alive():
            await manager.shutdown_kernel(now=True)


# Node.js hands over a pipe that does not block: what does not fit at once would be lost.
os.set_blocking(sys.stdout.fileno(), True)
asyncio.run(run(json.loads(sys.argv[1])))
