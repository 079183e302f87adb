"""PyTorch on the CPU. Arguments: task, folder, seconds a measurement, learning rate, batch, threads."""

import sys
import time

import torch
from exchange import show, tensors, time_into
from torch import nn
from torch.nn import functional as F

task, folder, seconds, learning_rate, batch, threads = sys.argv[1:]
seconds, learning_rate, batch = float(seconds), float(learning_rate), int(batch)
torch.set_num_threads(int(threads))
weights, x, y, asked = tensors(folder)


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 32, batch_first=True)
        # TensorFlow has one bias, so the second stays 0.
        self.lstm.bias_hh_l0.requires_grad_(False)
        self.dense = nn.Linear(32, 2)

    def forward(self, z):
        return self.dense(self.lstm(z)[0][:, -1])


class Unet(nn.Module):
    def __init__(self):
        super().__init__()

        def twice(start, filters):
            parts = []
            for channels in (start, filters):
                parts += [nn.Conv2d(channels, filters, 3, padding=1), nn.ReLU()]
            return nn.Sequential(*parts)

        self.down1, self.down2, self.bottom = twice(1, 16), twice(16, 32), twice(32, 64)
        self.larger2 = nn.ConvTranspose2d(64, 32, 2, 2)
        self.up2 = twice(64, 32)
        self.larger1 = nn.ConvTranspose2d(32, 16, 2, 2)
        self.up1 = twice(32, 16)
        self.last = nn.Conv2d(16, 1, 1)

    def forward(self, z):
        level1 = self.down1(z)
        level2 = self.down2(F.max_pool2d(level1, 2))
        z = self.bottom(F.max_pool2d(level2, 2))
        z = self.up2(torch.cat([self.larger2(z), level2], 1))
        z = self.up1(torch.cat([self.larger1(z), level1], 1))
        return self.last(z)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.norm2 = nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, z):
        def heads(layer):
            return layer(normal).unflatten(-1, (4, -1)).transpose(1, 2)

        normal = self.norm1(z)
        mixed = F.scaled_dot_product_attention(
            heads(self.query), heads(self.key), heads(self.value), is_causal=True
        )
        z = z + self.output(mixed.transpose(1, 2).flatten(2))
        return z + self.down(F.gelu(self.up(self.norm2(z)), approximate="tanh"))


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(64, 128)
        self.positions = nn.Parameter(torch.empty(64, 128))
        self.blocks = nn.Sequential(Block(128), Block(128))
        self.norm = nn.LayerNorm(128)
        self.head = nn.Linear(128, 64, bias=False)

    def forward(self, z):
        return self.head(self.norm(self.blocks(self.tokens(z) + self.positions)))


def dense():
    return nn.Sequential(
        nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 3)
    )


class ChannelsLast(nn.Module):
    """TensorFlow flattens height, width, channels in this order."""

    def forward(self, z):
        return z.permute(0, 2, 3, 1).flatten(1)


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        ChannelsLast(),
        nn.Linear(1600, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def load(model):
    """Our weights, in the order of the layers, in PyTorch's layout."""
    given = iter([torch.from_numpy(weight) for weight in weights])
    with torch.no_grad():
        if task == "gpt":
            model.tokens.weight.copy_(next(given))
            model.positions.copy_(next(given))
        for module in model.modules():
            if isinstance(module, nn.Linear):
                module.weight.copy_(next(given).T)
                if module.bias is not None:
                    module.bias.copy_(next(given))
            elif isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
                module.weight.copy_(next(given).permute(3, 2, 0, 1))
                module.bias.copy_(next(given))
            elif isinstance(module, nn.LayerNorm):
                module.weight.copy_(next(given))
                module.bias.copy_(next(given))
            elif isinstance(module, nn.LSTM):
                module.weight_ih_l0.copy_(next(given).T)
                module.weight_hh_l0.copy_(next(given).T)
                module.bias_ih_l0.copy_(next(given))
                module.bias_hh_l0.zero_()
    assert next(given, None) is None, "every weight has its place"
    return model


def fresh():
    model = load({"dense": dense, "cnn": cnn, "unet": Unet, "lstm": Lstm, "gpt": Gpt}[task]())
    trained = [weight for weight in model.parameters() if weight.requires_grad]
    # TensorFlow's epsilon.
    return model, torch.optim.Adam(trained, learning_rate, eps=1e-7)


def as_inputs(array):
    tensor = torch.from_numpy(array)
    if tensor.ndim == 4:
        tensor = tensor.permute(0, 3, 1, 2).contiguous()
    return tensor.long() if tensor.dtype == torch.int32 else tensor


def as_targets(array):
    return as_inputs(array) if task == "unet" else torch.from_numpy(array).argmax(-1)


def loss_of(output, targets):
    if task == "unet":
        return F.binary_cross_entropy_with_logits(output, targets)
    return F.cross_entropy(output.flatten(0, -2), targets.flatten())


def step(model, optimizer, inputs, targets):
    optimizer.zero_grad()
    loss = loss_of(model(inputs), targets)
    loss.backward()
    optimizer.step()
    return loss.item()


samples = {}
inputs, targets = as_inputs(x), as_targets(y)
model, optimizer = fresh()
start = time.perf_counter()
for _ in range(2):
    for rows in torch.randperm(len(inputs)).split(batch):
        step(model, optimizer, inputs[rows], targets[rows])
samples["fit"] = [(time.perf_counter() - start) * 1000]

model, optimizer = fresh()
one_x, one_y = inputs[:batch], targets[:batch]
losses = [step(model, optimizer, one_x, one_y) for _ in range(5)]
time_into(samples, "step", seconds, lambda: step(model, optimizer, one_x, one_y))
last = {"unet": torch.sigmoid, "gpt": lambda z: z}.get(task, lambda z: torch.softmax(z, -1))
for rows in (1, 64):
    some = as_inputs(asked[:rows])

    def predict(some=some):
        with torch.inference_mode():
            return last(model(some)).numpy()

    time_into(samples, f"predict {rows}", seconds, predict)
show(samples, losses)
